namespace Autodiff;

/// <summary>What a derivative looks at. A constant of each rule: a loop loads, and a tape keeps, nothing else.</summary>
[Flags]
internal enum Reads
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
