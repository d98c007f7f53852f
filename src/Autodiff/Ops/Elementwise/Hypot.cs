namespace Autodiff.Ops;

/// <summary>y = √(a² + b²); dy/da = a/y, dy/db = b/y, both 0 at the origin; where a alone is infinite, ±1 and 0.</summary>
/// <remarks>a/y is (a/l)/√(1 + r²), with l the larger magnitude and r the smaller over it: y may overflow, or be denormal and so inexact.</remarks>
internal readonly struct Hypot : IBinaryRule
{
    public static Reads ReadsA => Reads.A | Reads.B;

    public static Reads ReadsB => Reads.A | Reads.B;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R a, R b)
        where R : IReal<R> =>
        R.Hypot(a, b);

    [MethodImpl(AggressiveInlining)]
    public R DerivativeA<R>(R a, R b, R y)
        where R : IReal<R> =>
        Share(a, b);

    [MethodImpl(AggressiveInlining)]
    public R DerivativeB<R>(R a, R b, R y)
        where R : IReal<R> =>
        Share(b, a);

    [MethodImpl(AggressiveInlining)]
    private static R Share<R>(R side, R other)
        where R : IReal<R>
    {
        R zero = R.Constant(0), one = R.Constant(1), sizeOfSide = R.Abs(side), sizeOfOther = R.Abs(other);
        R larger = R.SelectGreater(sizeOfSide, sizeOfOther, sizeOfSide, sizeOfOther);
        R smaller = R.SelectGreater(sizeOfSide, sizeOfOther, sizeOfOther, sizeOfSide), ratio = smaller / larger;
        R part = R.SelectEqual(sizeOfSide, R.Constant(double.PositiveInfinity), R.CopySign(one, side), side / larger);
        return R.SelectEqual(larger, zero, Real.OrNaN(smaller, zero), part / R.Sqrt(one + (ratio * ratio)));
    }
}
