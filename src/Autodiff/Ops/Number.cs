using System.Numerics;
using System.Runtime.Intrinsics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>A number as a rule sees it. T is float or double, or itself carries derivatives: a Dual, a Scalar, a Traced.</summary>
internal readonly struct Number<T>(T value) : IReal<Number<T>>
    where T : IFloatingPointIeee754<T>
{
    public readonly T Value = value;

    [MethodImpl(AggressiveInlining)]
    public static Number<T> operator +(Number<T> left, Number<T> right) => new(left.Value + right.Value);

    [MethodImpl(AggressiveInlining)]
    public static Number<T> operator -(Number<T> left, Number<T> right) => new(left.Value - right.Value);

    [MethodImpl(AggressiveInlining)]
    public static Number<T> operator *(Number<T> left, Number<T> right) => new(left.Value * right.Value);

    [MethodImpl(AggressiveInlining)]
    public static Number<T> operator /(Number<T> left, Number<T> right) => new(left.Value / right.Value);

    [MethodImpl(AggressiveInlining)]
    public static Number<T> operator -(Number<T> x) => new(-x.Value);

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Constant(double value) => new(T.CreateTruncating(value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> MultiplyAdd(Number<T> x, Number<T> y, Number<T> z) =>
        new(T.FusedMultiplyAdd(x.Value, y.Value, z.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Abs(Number<T> x) => new(T.Abs(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Sqrt(Number<T> x) => new(T.Sqrt(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Cbrt(Number<T> x) =>
        Precision<T>.IsPlain ? new(Precision<T>.Round(CubeRoot.Evaluate(Precision<T>.Widen(x.Value)))) : new(T.Cbrt(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Exp(Number<T> x) => new(T.Exp(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> ExpM1(Number<T> x) =>
        Precision<T>.IsPlain ? new(Precision<T>.Round(NearOne.ExpM1(Precision<T>.Widen(x.Value)))) : new(T.ExpM1(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Log(Number<T> x) => new(T.Log(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> LogP1(Number<T> x) =>
        Precision<T>.IsPlain ? new(Precision<T>.Round(NearOne.LogP1(Precision<T>.Widen(x.Value)))) : new(T.LogP1(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Log2(Number<T> x) => new(T.Log2(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Log10(Number<T> x) => new(T.Log10(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Sin(Number<T> x) => new(T.Sin(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Cos(Number<T> x) => new(T.Cos(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Tan(Number<T> x) => new(T.Tan(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Asin(Number<T> x) => new(T.Asin(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Acos(Number<T> x) => new(T.Acos(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Atan(Number<T> x) => new(T.Atan(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> SinPi(Number<T> x) => new(T.SinPi(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> CosPi(Number<T> x) => new(T.CosPi(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> TanPi(Number<T> x) => new(T.TanPi(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Sinh(Number<T> x) => new(T.Sinh(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Cosh(Number<T> x) => new(T.Cosh(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Tanh(Number<T> x) => new(T.Tanh(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Asinh(Number<T> x) => new(T.Asinh(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Acosh(Number<T> x) => new(T.Acosh(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Atanh(Number<T> x) => new(T.Atanh(x.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Max(Number<T> x, Number<T> y) => new(T.Max(x.Value, y.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Min(Number<T> x, Number<T> y) => new(T.Min(x.Value, y.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> CopySign(Number<T> x, Number<T> y) => new(T.CopySign(x.Value, y.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Hypot(Number<T> x, Number<T> y) => new(T.Hypot(x.Value, y.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Pow(Number<T> x, Number<T> y) => new(T.Pow(x.Value, y.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Ieee754Remainder(Number<T> x, Number<T> y) => new(T.Ieee754Remainder(x.Value, y.Value));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Remainder(Number<T> x, Number<T> y) => new(x.Value % y.Value);

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Atan2(Number<T> y, Number<T> x) => new(T.Atan2(y.Value, x.Value));

    [MethodImpl(AggressiveInlining)]
    public static (Number<T> Sin, Number<T> Cos) SinCos(Number<T> x)
    {
        (T sine, T cosine) = T.SinCos(x.Value);
        return (new(sine), new(cosine));
    }

    [MethodImpl(AggressiveInlining)]
    public static Number<T> RootN(Number<T> x, int n) => new(T.RootN(x.Value, n));

    [MethodImpl(AggressiveInlining)]
    public static Number<T> ScaleB(Number<T> x, int n) => new(T.ScaleB(x.Value, n));

    public static Number<T> Round(Number<T> x, int digits, MidpointRounding mode) => new(T.Round(x.Value, digits, mode));

    public static Number<T> Erf(Number<T> x) =>
        Precision<T>.IsPlain ? new(Precision<T>.Round(ErrorFunction.Erf(Precision<T>.Widen(x.Value)))) : new(Nested<T>.Apply(default(Erf), x.Value));

    public static Number<T> Erfc(Number<T> x) =>
        Precision<T>.IsPlain ? new(Precision<T>.Round(ErrorFunction.Erfc(Precision<T>.Widen(x.Value)))) : new(Nested<T>.Apply(default(Erfc), x.Value));

    public static Number<T> NormalCdf(Number<T> x) =>
        Precision<T>.IsPlain ? new(Precision<T>.Round(NormalDistribution.Cdf(Precision<T>.Widen(x.Value)))) : new(Nested<T>.Apply(default(NormalCdf), x.Value));

    public static Number<T> LogGamma(Number<T> x) =>
        Precision<T>.IsPlain ? new(Precision<T>.Round(GammaFunction.LogGamma(Precision<T>.Widen(x.Value)))) : new(Nested<T>.Apply(default(LogGamma), x.Value));

    public static Number<T> Polygamma(int order, Number<T> x)
    {
        if (!Precision<T>.IsPlain) { return new(Nested<T>.Apply(new Polygamma(order), x.Value)); }
        double wide = Precision<T>.Widen(x.Value);
        return new(Precision<T>.Round(order == 0 ? GammaFunction.Digamma(wide) : Kernels.Polygamma.Evaluate(order, wide)));
    }

    [MethodImpl(AggressiveInlining)]
    public static Number<T> SelectGreater(Number<T> left, Number<T> right, Number<T> ifGreater, Number<T> otherwise) =>
        typeof(T) == typeof(Lanes)
            ? Of(Lane512<double>.SelectGreater(Lane(left), Lane(right), Lane(ifGreater), Lane(otherwise)))
            : left.Value > right.Value ? ifGreater : otherwise;

    [MethodImpl(AggressiveInlining)]
    public static Number<T> SelectEqual(Number<T> left, Number<T> right, Number<T> ifEqual, Number<T> otherwise) =>
        typeof(T) == typeof(Lanes)
            ? Of(Lane512<double>.SelectEqual(Lane(left), Lane(right), Lane(ifEqual), Lane(otherwise)))
            : left.Value == right.Value ? ifEqual : otherwise;

    [MethodImpl(AggressiveInlining)]
    public static Number<T> Propagate(Number<T> adjoint, Number<T> partial) =>
        typeof(T) == typeof(Lanes) ? Of(Lane512<double>.SelectEqual(Lane(adjoint), default, default, Lane(adjoint) * Lane(partial)))
        : IsNothing(adjoint.Value) ? new(T.Zero)
        : adjoint * partial;

    /// <summary>y = f(x) with dy/dx.</summary>
    /// <remarks>A number that carries derivatives applies the rule itself: Forward is written for its value; at a corner its slope is another.</remarks>
    [MethodImpl(AggressiveInlining)]
    internal static Number<T> Evaluate<TRule>(TRule rule, Number<T> x, out Number<T> derivative)
        where TRule : struct, IUnaryRule
    {
        if (Precision<T>.IsPlain) { return TRule.Evaluate(rule, x, out derivative); }
        if (typeof(T) == typeof(Lanes))
        {
            Number<T> lanes = Of(TRule.Evaluate(rule, Lane(x), out Lane512<double> slopes));
            derivative = Of(slopes);
            return lanes;
        }
        Number<T> y = new(Nested<T>.Apply(rule, x.Value));
        derivative = rule.Derivative(x, y);
        return y;
    }

    /// <summary>
    /// incoming × partial where both are known before the sweep: strong zero on both sides, so that neither passes the other's infinity.
    /// </summary>
    [MethodImpl(AggressiveInlining)]
    internal static T Carry(T incoming, T partial) =>
        typeof(T) == typeof(Lanes)
            ? SelectEqual(new(partial), new(T.Zero), new(T.Zero), Propagate(new(incoming), new(partial))).Value
            : IsNothing(incoming) || IsNothing(partial) ? T.Zero : incoming * partial;

    /// <summary>sum + incoming × partial of lanes; strong zero in each of them.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static T AddInLanes(T sum, T incoming, T partial)
    {
        Vector512<double> before = Bits(sum), by = Bits(incoming), after = Vector512.FusedMultiplyAdd(Bits(partial), by, before);
        return Of(Vector512.ConditionalSelect(Vector512.Equals(by, Vector512<double>.Zero), before, after)).Value;
    }

    /// <summary>The sum of the elements of lanes, in each of them.</summary>
    internal static T SumLanes(T x) => Of(Lane512<double>.Broadcast(Lane512<double>.Sum(Lane(new(x))))).Value;

    /// <summary>Whether a derivative carries nothing at all: value 0, and no derivative of its own.</summary>
    /// <remarks>For a nested number == compares values only, and 0 + ε must pass; its Equals compares everything.</remarks>
    [MethodImpl(AggressiveInlining)]
    internal static bool IsNothing(T derivative) =>
        Precision<T>.IsPlain ? derivative == T.Zero
        : typeof(T) == typeof(Lanes) ? Vector512.EqualsAll(Bits(derivative), Vector512<double>.Zero)
        : derivative.Equals(T.Zero);

    // A number that is several: its bits, and the same as a lane.
    [MethodImpl(AggressiveInlining)]
    private static Vector512<double> Bits(T x) => Unsafe.BitCast<Number<T>, Vector512<double>>(new(x));

    [MethodImpl(AggressiveInlining)]
    private static Number<T> Of(Vector512<double> bits) => Unsafe.BitCast<Vector512<double>, Number<T>>(bits);

    [MethodImpl(AggressiveInlining)]
    private static Lane512<double> Lane(Number<T> x) => new(Bits(x.Value));

    [MethodImpl(AggressiveInlining)]
    private static Number<T> Of(Lane512<double> lane) => Of(lane.Bits);
}
