namespace Autodiff.Ops;

/// <summary>y = sin x; dy/dx = cos x.</summary>
internal readonly struct Sin : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        R.Sin(x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        R.Cos(x);

    // One reduction of the argument serves both.
    [MethodImpl(AggressiveInlining)]
    public static R Evaluate<TRule, R>(TRule rule, R x, out R derivative)
        where TRule : struct, IUnaryRule
        where R : IReal<R>
    {
        (R sine, derivative) = R.SinCos(x);
        return sine;
    }
}
