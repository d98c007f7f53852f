using System.Numerics;
using Autodiff.Ops;

namespace Autodiff;

// Elementary functions, element by element. One line each: the mathematics is in the rule of that name.
public static partial class Variable
{
    /// <summary>eˣ.</summary>
    public static Variable<T> Exp<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Exp), x);

    /// <summary>2ˣ.</summary>
    public static Variable<T> Exp2<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Exp2), x);

    /// <summary>eˣ - 1, accurate near 0.</summary>
    public static Variable<T> ExpM1<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(ExpM1), x);

    /// <summary>ln x; NaN below 0.</summary>
    public static Variable<T> Log<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Log), x);

    /// <summary>log₂ x; NaN below 0.</summary>
    public static Variable<T> Log2<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Log2), x);

    /// <summary>log₁₀ x; NaN below 0.</summary>
    public static Variable<T> Log10<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Log10), x);

    /// <summary>ln(1 + x), accurate near 0; NaN below -1.</summary>
    public static Variable<T> LogP1<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(LogP1), x);

    /// <summary>√x; NaN below 0, infinite slope at 0.</summary>
    public static Variable<T> Sqrt<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Sqrt), x);

    /// <summary>1/√x.</summary>
    public static Variable<T> ReciprocalSqrt<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(ReciprocalSqrt), x);

    /// <summary>∛x, also of negative numbers.</summary>
    public static Variable<T> Cbrt<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Cbrt), x);

    /// <summary>x².</summary>
    public static Variable<T> Square<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Square), x);

    /// <summary>1/x.</summary>
    public static Variable<T> Reciprocal<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Reciprocal), x);

    /// <summary>|x|; derivative 0 at 0.</summary>
    public static Variable<T> Abs<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Abs), x);

    /// <summary>-1, 0 or 1; derivative 0, so not trainable.</summary>
    public static Variable<T> Sign<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Sign), x);

    /// <summary>sin x, x in radians.</summary>
    public static Variable<T> Sin<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Sin), x);

    /// <summary>cos x, x in radians.</summary>
    public static Variable<T> Cos<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Cos), x);

    /// <summary>tan x, x in radians.</summary>
    public static Variable<T> Tan<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Tan), x);

    /// <summary>arcsin x in radians; NaN outside [-1, 1].</summary>
    public static Variable<T> Asin<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Asin), x);

    /// <summary>arccos x in radians; NaN outside [-1, 1].</summary>
    public static Variable<T> Acos<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Acos), x);

    /// <summary>arctan x in radians.</summary>
    public static Variable<T> Atan<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Atan), x);

    /// <summary>sinh x.</summary>
    public static Variable<T> Sinh<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Sinh), x);

    /// <summary>cosh x.</summary>
    public static Variable<T> Cosh<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Cosh), x);

    /// <summary>tanh x.</summary>
    public static Variable<T> Tanh<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Tanh), x);

    /// <summary>arsinh x.</summary>
    public static Variable<T> Asinh<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Asinh), x);

    /// <summary>arcosh x; NaN below 1.</summary>
    public static Variable<T> Acosh<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Acosh), x);

    /// <summary>artanh x; NaN outside [-1, 1].</summary>
    public static Variable<T> Atanh<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Atanh), x);

    /// <summary>The largest integer not above x; derivative 0, so not trainable.</summary>
    public static Variable<T> Floor<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(new Round(0, MidpointRounding.ToNegativeInfinity), x);

    /// <summary>The smallest integer not below x; derivative 0, so not trainable.</summary>
    public static Variable<T> Ceiling<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(new Round(0, MidpointRounding.ToPositiveInfinity), x);

    /// <summary>The nearest integer, ties to even; derivative 0, so not trainable.</summary>
    public static Variable<T> Round<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(new Round(0, MidpointRounding.ToEven), x);

    /// <summary>1 for x ≥ 0, else 0; derivative 0, so not trainable.</summary>
    public static Variable<T> UnitStep<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(UnitStep), x);

    /// <summary>xʸ; by x the derivative is 0 at y = 0, by y it is 0 or -∞ at x = 0 and NaN for x &lt; 0.</summary>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    public static Variable<T> Pow<T>(Variable<T> x, Variable<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Pow), x, y);

    /// <summary>The angle of the point (x, y) in radians; derivatives 0 at the origin.</summary>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    public static Variable<T> Atan2<T>(Variable<T> y, Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Atan2), y, x);

    /// <summary>√(x² + y²) without overflow; derivatives 0 at the origin.</summary>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    public static Variable<T> Hypot<T>(Variable<T> x, Variable<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Hypot), x, y);

    /// <summary>The larger number, NaN if one is; a tie shares the derivative.</summary>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    public static Variable<T> Maximum<T>(Variable<T> a, Variable<T> b)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Maximum), a, b);

    /// <summary>The smaller number, NaN if one is; a tie shares the derivative.</summary>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    public static Variable<T> Minimum<T>(Variable<T> a, Variable<T> b)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Minimum), a, b);

    /// <summary>ln(eᵃ + eᵇ) without overflow; derivatives 0 where both are -∞.</summary>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    public static Variable<T> LogAddExp<T>(Variable<T> a, Variable<T> b)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(LogAddExp), a, b);

    /// <summary>x for x &gt; 0, else slope × x, where the slope is trained too.</summary>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    public static Variable<T> Prelu<T>(Variable<T> x, Variable<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply(default(Prelu), x, slope);

    /// <summary>x to a fixed power; derivative 0 at a power of 0.</summary>
    public static Variable<T> Pow<T>(Variable<T> x, double exponent)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        exponent == 2 ? Apply(default(Square), x) : Apply(new Power(exponent), x);

    /// <summary>A rule of one argument, applied to each element.</summary>
    internal static Variable<T> Apply<TRule, T>(TRule rule, in Variable<T> x)
        where TRule : struct, IUnaryRule
        where T : unmanaged, IFloatingPointIeee754<T> =>
        UnaryOperation<TRule, T>.Apply(rule, x);

    /// <summary>A rule of two arguments, applied to each pair of elements.</summary>
    internal static Variable<T> Apply<TRule, T>(TRule rule, in Variable<T> a, in Variable<T> b)
        where TRule : struct, IBinaryRule
        where T : unmanaged, IFloatingPointIeee754<T> =>
        BinaryOperation<TRule, T>.Apply(rule, a, b);
}
