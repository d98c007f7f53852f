using Autodiff.Ops;

namespace Autodiff.Kernels;

/// <content>The functions of <see cref="IReal{TSelf}"/>, made of the parts of a width.</content>
internal unsafe partial interface ILane<TSelf, T>
{
    [MethodImpl(AggressiveInlining)]
    static TSelf IReal<TSelf>.Propagate(TSelf adjoint, TSelf partial)
    {
        TSelf zero = TSelf.Constant(0);
        return TSelf.SelectEqual(adjoint, zero, zero, adjoint * partial);
    }

    [MethodImpl(AggressiveInlining)]
    static TSelf IReal<TSelf>.Exp(TSelf x) => Exponential<TSelf, T>.Exp(x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IReal<TSelf>.ExpM1(TSelf x) => Exponential<TSelf, T>.ExpM1(x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IReal<TSelf>.Tanh(TSelf x) => Exponential<TSelf, T>.Tanh(x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IReal<TSelf>.Sinh(TSelf x) => Exponential<TSelf, T>.Sinh(x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IReal<TSelf>.Cosh(TSelf x) => Exponential<TSelf, T>.Cosh(x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IReal<TSelf>.Log(TSelf x) => Logarithm<TSelf, T>.Log(x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IReal<TSelf>.LogP1(TSelf x) => Logarithm<TSelf, T>.LogP1(x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IReal<TSelf>.Sin(TSelf x) => Circular<TSelf, T>.Sin(x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IReal<TSelf>.Cos(TSelf x) => Circular<TSelf, T>.Cos(x);

    [MethodImpl(AggressiveInlining)]
    static (TSelf Sin, TSelf Cos) IReal<TSelf>.SinCos(TSelf x) => Circular<TSelf, T>.SinCos(x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IReal<TSelf>.Tan(TSelf x) => Circular<TSelf, T>.Tan(x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IReal<TSelf>.Atan(TSelf x) => InverseCircular<TSelf, T>.Atan(x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IReal<TSelf>.Atan2(TSelf y, TSelf x) => InverseCircular<TSelf, T>.Atan2(y, x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IReal<TSelf>.Asin(TSelf x) => InverseCircular<TSelf, T>.Asin(x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IReal<TSelf>.Acos(TSelf x) => InverseCircular<TSelf, T>.Acos(x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IReal<TSelf>.Cbrt(TSelf x) => CubeRoot<TSelf, T>.Cbrt(x);

    static TSelf IReal<TSelf>.Hypot(TSelf x, TSelf y) => PerElement<TSelf, T>.Map(x, y, &Number<T>.Hypot);

    [MethodImpl(AggressiveInlining)]
    static TSelf IReal<TSelf>.Pow(TSelf x, TSelf y) => Power<TSelf, T>.Pow(x, y);

    static TSelf IReal<TSelf>.Remainder(TSelf x, TSelf y) => PerElement<TSelf, T>.Map(x, y, &Number<T>.Remainder);

    static TSelf IReal<TSelf>.Ieee754Remainder(TSelf x, TSelf y) => PerElement<TSelf, T>.Map(x, y, &Number<T>.Ieee754Remainder);

    static TSelf IReal<TSelf>.Log2(TSelf x) => PerElement<TSelf, T>.Map(x, &Number<T>.Log2);

    static TSelf IReal<TSelf>.Log10(TSelf x) => PerElement<TSelf, T>.Map(x, &Number<T>.Log10);

    static TSelf IReal<TSelf>.SinPi(TSelf x) => PerElement<TSelf, T>.Map(x, &Number<T>.SinPi);

    static TSelf IReal<TSelf>.CosPi(TSelf x) => PerElement<TSelf, T>.Map(x, &Number<T>.CosPi);

    static TSelf IReal<TSelf>.TanPi(TSelf x) => PerElement<TSelf, T>.Map(x, &Number<T>.TanPi);

    static TSelf IReal<TSelf>.Asinh(TSelf x) => PerElement<TSelf, T>.Map(x, &Number<T>.Asinh);

    static TSelf IReal<TSelf>.Acosh(TSelf x) => PerElement<TSelf, T>.Map(x, &Number<T>.Acosh);

    static TSelf IReal<TSelf>.Atanh(TSelf x) => PerElement<TSelf, T>.Map(x, &Number<T>.Atanh);

    [MethodImpl(AggressiveInlining)]
    static TSelf IReal<TSelf>.Erf(TSelf x) => ErrorIntegral<TSelf, T>.Erf(x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IReal<TSelf>.Erfc(TSelf x) => ErrorIntegral<TSelf, T>.Erfc(x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IReal<TSelf>.NormalCdf(TSelf x) => ErrorIntegral<TSelf, T>.NormalCdf(x);

    static TSelf IReal<TSelf>.LogGamma(TSelf x) => PerElement<TSelf, T>.Map(x, &Number<T>.LogGamma);

    static TSelf IReal<TSelf>.Polygamma(int order, TSelf x) => PerElement<TSelf, T>.Map(order, x, &PolygammaOf);

    static TSelf IReal<TSelf>.RootN(TSelf x, int n) => PerElement<TSelf, T>.Map(n, x, &RootOf);

    /// <remarks>A product with a power of two rounds once; it is the whole answer if the power itself is a normal number.</remarks>
    static TSelf IReal<TSelf>.ScaleB(TSelf x, int n) => Math.Abs(n) <= 126
        ? x * TSelf.Constant(Math.ScaleB(1, n))
        : PerElement<TSelf, T>.Map(n, x, &ScaleOf);

    [MethodImpl(AggressiveInlining)]
    static TSelf IReal<TSelf>.Round(TSelf x, int digits, MidpointRounding mode) => (digits, mode) switch
    {
        (0, MidpointRounding.ToEven) => TSelf.Round(x),
        (0, MidpointRounding.ToZero) => TSelf.CopySign(Floor(TSelf.Abs(x)), x),
        (0, MidpointRounding.ToNegativeInfinity) => Floor(x),
        (0, MidpointRounding.ToPositiveInfinity) => -Floor(-x),
        _ => PerElement<TSelf, T>.Map((digits, mode), x, &RoundOf),
    };

    [MethodImpl(AggressiveInlining)]
    private static TSelf Floor(TSelf x)
    {
        TSelf nearest = TSelf.Round(x);
        return TSelf.SelectGreater(nearest, x, nearest - TSelf.Constant(1), nearest);
    }

    private static Number<T> PolygammaOf(int order, Number<T> x) => Number<T>.Polygamma(order, x);

    private static Number<T> RootOf(int n, Number<T> x) => Number<T>.RootN(x, n);

    private static Number<T> ScaleOf(int n, Number<T> x) => Number<T>.ScaleB(x, n);

    private static Number<T> RoundOf((int Digits, MidpointRounding Mode) to, Number<T> x) => Number<T>.Round(x, to.Digits, to.Mode);
}
