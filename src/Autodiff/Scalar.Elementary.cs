using System.Numerics;
using Autodiff.Ops;

namespace Autodiff;

// Functions of one number, then of several. One line each: the mathematics is in the rule of that name.
public static partial class Scalar
{
    /// <summary>eˣ.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Exp<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        T.Exp(x);

    /// <summary>2ˣ.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Exp2<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        T.Exp2(x);

    /// <summary>eˣ - 1, accurate near 0.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T ExpM1<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(ExpM1), x);

    /// <summary>ln x; NaN below 0.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Log<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        T.Log(x);

    /// <summary>log₂ x; NaN below 0.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Log2<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        T.Log2(x);

    /// <summary>log₁₀ x; NaN below 0.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Log10<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        T.Log10(x);

    /// <summary>ln(1 + x), accurate near 0; NaN below -1.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T LogP1<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(LogP1), x);

    /// <summary>√x; NaN below 0, infinite slope at 0.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Sqrt<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        T.Sqrt(x);

    /// <summary>1/√x.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T ReciprocalSqrt<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(ReciprocalSqrt), x);

    /// <summary>∛x, also of negative numbers.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Cbrt<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(Cbrt), x);

    /// <summary>x².</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Square<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(Square), x);

    /// <summary>1/x.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Reciprocal<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(Reciprocal), x);

    /// <summary>|x|; derivative 0 at 0.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Abs<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        T.Abs(x);

    /// <summary>-1, 0 or 1; derivative 0, so not trainable.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Sign<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(Sign), x);

    /// <summary>sin x, x in radians.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Sin<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        T.Sin(x);

    /// <summary>cos x, x in radians.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Cos<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        T.Cos(x);

    /// <summary>tan x, x in radians.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Tan<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        T.Tan(x);

    /// <summary>arcsin x in radians; NaN outside [-1, 1].</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Asin<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        T.Asin(x);

    /// <summary>arccos x in radians; NaN outside [-1, 1].</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Acos<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        T.Acos(x);

    /// <summary>arctan x in radians.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Atan<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        T.Atan(x);

    /// <summary>sinh x.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Sinh<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        T.Sinh(x);

    /// <summary>cosh x.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Cosh<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        T.Cosh(x);

    /// <summary>tanh x.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Tanh<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        T.Tanh(x);

    /// <summary>arsinh x.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Asinh<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        T.Asinh(x);

    /// <summary>arcosh x; NaN below 1.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Acosh<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        T.Acosh(x);

    /// <summary>artanh x; NaN outside [-1, 1].</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Atanh<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        T.Atanh(x);

    /// <summary>The largest integer not above x; derivative 0, so not trainable.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Floor<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        T.Floor(x);

    /// <summary>The smallest integer not below x; derivative 0, so not trainable.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Ceiling<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        T.Ceiling(x);

    /// <summary>The nearest integer, ties to even; derivative 0, so not trainable.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Round<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        T.Round(x);

    /// <summary>1 for x ≥ 0, else 0; derivative 0, so not trainable.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T UnitStep<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(UnitStep), x);

    /// <summary>xʸ; by x the derivative is 0 at y = 0, by y it is 0 or -∞ at x = 0 and NaN for x &lt; 0.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Pow<T>(T x, T y)
        where T : IFloatingPointIeee754<T> =>
        T.Pow(x, y);

    /// <summary>The angle of the point (x, y) in radians; derivatives 0 at the origin.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Atan2<T>(T y, T x)
        where T : IFloatingPointIeee754<T> =>
        T.Atan2(y, x);

    /// <summary>√(x² + y²) without overflow; derivatives 0 at the origin.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Hypot<T>(T x, T y)
        where T : IFloatingPointIeee754<T> =>
        T.Hypot(x, y);

    /// <summary>The larger number, NaN if one is; a tie shares the derivative.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Maximum<T>(T a, T b)
        where T : IFloatingPointIeee754<T> =>
        T.Max(a, b);

    /// <summary>The smaller number, NaN if one is; a tie shares the derivative.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Minimum<T>(T a, T b)
        where T : IFloatingPointIeee754<T> =>
        T.Min(a, b);

    /// <summary>min(max(x, low), high); derivative 1 at the bounds, and all to <paramref name="high"/> where low &gt; high.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Clamp<T>(T x, T low, T high)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(AtMost), Elementary.Apply(default(AtLeast), x, low), high);

    /// <summary>ln(eᵃ + eᵇ) without overflow; derivatives 0 where both are -∞.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T LogAddExp<T>(T a, T b)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(LogAddExp), a, b);

    /// <summary>x for x &gt; 0, else slope × x, where the slope is trained too.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Prelu<T>(T x, T slope)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(default(Prelu), x, slope);

    /// <summary>x y + z, rounded once.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T MultiplyAdd<T>(T x, T y, T z)
        where T : IFloatingPointIeee754<T> =>
        T.FusedMultiplyAdd(x, y, z);
}
