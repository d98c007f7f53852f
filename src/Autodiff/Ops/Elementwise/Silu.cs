namespace Autodiff.Ops;

/// <summary>y = x σ(x); dy/dx = σ(x) (1 + x (1 - σ(x))).</summary>
/// <remarks>Also named swish. Exact to an ulp of 1 where the two terms of the derivative cancel, near x = -1.28.</remarks>
internal readonly struct Silu : IUnaryRule
{
    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R> =>
        Real.ZeroWhereZero(Real.Logistic(x), x);

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R>
    {
        R gate = Real.Logistic(x, out R complement);
        return gate + Real.ZeroWhereZero(gate * complement, x);
    }
}
