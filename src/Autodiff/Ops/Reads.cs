namespace Autodiff;

/// <summary>What a derivative looks at. A constant of each rule: a loop loads, and a tape keeps, nothing else.</summary>
/// <remarks>
/// What is not named may hold anything when the derivative is evaluated, and may be updated between recording and sweep. A rule that
/// reads what it does not declare gives wrong derivatives; <see cref="OperationCheck"/> finds it out.
/// </remarks>
[Flags]
public enum Reads
{
    /// <summary>The derivative is the same everywhere.</summary>
    Nothing = 0,

    /// <summary>The input of a unary rule.</summary>
    Input = 1,

    /// <summary>The first input of a binary rule.</summary>
    A = Input,

    /// <summary>The second input of a binary rule.</summary>
    B = 2,

    /// <summary>The output.</summary>
    Output = 4,
}
