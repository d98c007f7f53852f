namespace Autodiff;

/// <summary>
/// y = f(x), element by element, with dy/dx beside it. A rule is a struct; the parameters of the operation are its fields.
/// </summary>
/// <remarks>
/// <para>The operations of the library are rules like those of its users, which come in by <see cref="Autograd.Apply{T, TRule}(Variable{T}, TRule)"/> for
/// arrays
/// and <see cref="Autograd.Apply{T, TRule}(T, TRule)"/> for numbers. Both methods are generic over <see cref="IReal{TSelf}"/>: the same text runs on a
/// number, on the
/// lanes of a vector loop, on dual numbers, and on recorded arrays when a gradient is differentiated in turn.</para>
/// <para>Methods marked with <see cref="MethodImplOptions.AggressiveInlining"/> run as fast as the operations of the library. A ToString names the operation,
/// with its parameters, in errors and graphs; without one it is the name of the type. <see cref="OperationCheck"/> tests a rule.</para>
/// </remarks>
public interface IUnaryRule
{
    /// <summary>What <see cref="Derivative"/> looks at.</summary>
    static abstract Reads Reads { get; }

    /// <summary>y = f(x). It depends on x and the parameters alone.</summary>
    R Forward<R>(R x)
        where R : IReal<R>;

    /// <summary>
    /// dy/dx at x, where y = f(x). What <see cref="Reads"/> does not name may hold anything. The sweep multiplies it by what comes in, and
    /// passes nothing on where that is 0.
    /// </summary>
    R Derivative<R>(R x, R y)
        where R : IReal<R>;

    /// <summary>y and dy/dx together. A rule whose function and derivative share work says so here; no other needs it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual R Evaluate<TRule, R>(TRule rule, R x, out R derivative)
        where TRule : struct, IUnaryRule
        where R : IReal<R>
    {
        R y = rule.Forward(x);
        derivative = rule.Derivative(x, y);
        return y;
    }
}
