namespace Autodiff;

/// <summary>
/// y = f(x), element by element, with dy/dx beside it. A rule is a struct; the parameters of the operation are its fields.
/// </summary>
internal interface IUnaryRule
{
    /// <summary>What <see cref="Derivative"/> looks at.</summary>
    static abstract Reads Reads { get; }

    /// <summary>y = f(x).</summary>
    R Forward<R>(R x)
        where R : IReal<R>;

    /// <summary>dy/dx at x, where y = f(x). What <see cref="Reads"/> does not name may hold anything.</summary>
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
