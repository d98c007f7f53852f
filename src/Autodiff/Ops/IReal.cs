namespace Autodiff;

/// <summary>
/// What a rule may do with its arguments. A plain number, a SIMD lane and a recorded value implement it, so that one text of a
/// rule is evaluated, vectorised, and differentiated again.
/// </summary>
/// <remarks>
/// There is no comparison and no branch by value, because a lane holds several numbers at once: <see cref="SelectGreater"/> and
/// <see cref="SelectEqual"/> choose element by element, and both sides are computed. <see cref="Real"/> has formulas made of this. The library
/// implements the interface and may add members to it: user code writes rules against it, and no types of its own.
/// </remarks>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IReal<TSelf>
    where TSelf : IReal<TSelf>
{
    /// <summary>The sum of two numbers.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>The difference of two numbers.</summary>
    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary>The product of two numbers.</summary>
    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary>The quotient of two numbers.</summary>
    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>The negative of a number.</summary>
    static abstract TSelf operator -(TSelf x);

    /// <summary>A number that does not depend on anything, rounded to the format of the arguments.</summary>
    static abstract TSelf Constant(double value);

    /// <summary>x y + z, rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf x, TSelf y, TSelf z);

    /// <summary>|x|.</summary>
    static abstract TSelf Abs(TSelf x);

    /// <summary>|x| with the sign of <paramref name="sign"/>, that of a zero included.</summary>
    static abstract TSelf CopySign(TSelf x, TSelf sign);

    /// <summary>The larger of two numbers; NaN if one of them is, and +0 for +0 and -0.</summary>
    static abstract TSelf Max(TSelf a, TSelf b);

    /// <summary>The smaller of two numbers; NaN if one of them is, and -0 for +0 and -0.</summary>
    static abstract TSelf Min(TSelf a, TSelf b);

    /// <summary>x 2ⁿ.</summary>
    static abstract TSelf ScaleB(TSelf x, int n);

    /// <summary>x rounded to a number of fractional digits.</summary>
    static abstract TSelf Round(TSelf x, int digits, MidpointRounding mode);

    /// <summary>The remainder of x / y with the sign of x, as the operator % computes it.</summary>
    static abstract TSelf Remainder(TSelf x, TSelf y);

    /// <summary>The remainder x - y n, where n is the integer nearest to x / y, as IEEE 754 defines it.</summary>
    static abstract TSelf Ieee754Remainder(TSelf x, TSelf y);

    /// <summary>√x.</summary>
    static abstract TSelf Sqrt(TSelf x);

    /// <summary>∛x.</summary>
    static abstract TSelf Cbrt(TSelf x);

    /// <summary>The real root of order n.</summary>
    static abstract TSelf RootN(TSelf x, int n);

    /// <summary>√(x² + y²) without intermediate overflow.</summary>
    static abstract TSelf Hypot(TSelf x, TSelf y);

    /// <summary>xʸ.</summary>
    static abstract TSelf Pow(TSelf x, TSelf y);

    /// <summary>eˣ.</summary>
    static abstract TSelf Exp(TSelf x);

    /// <summary>eˣ - 1, accurate near 0.</summary>
    static abstract TSelf ExpM1(TSelf x);

    /// <summary>ln x.</summary>
    static abstract TSelf Log(TSelf x);

    /// <summary>ln(1 + x), accurate near 0.</summary>
    static abstract TSelf LogP1(TSelf x);

    /// <summary>log₂ x.</summary>
    static abstract TSelf Log2(TSelf x);

    /// <summary>log₁₀ x.</summary>
    static abstract TSelf Log10(TSelf x);

    /// <summary>sin x.</summary>
    static abstract TSelf Sin(TSelf x);

    /// <summary>cos x.</summary>
    static abstract TSelf Cos(TSelf x);

    /// <summary>sin x and cos x for little more than the price of one.</summary>
    static abstract (TSelf Sin, TSelf Cos) SinCos(TSelf x);

    /// <summary>tan x.</summary>
    static abstract TSelf Tan(TSelf x);

    /// <summary>arcsin x.</summary>
    static abstract TSelf Asin(TSelf x);

    /// <summary>arccos x.</summary>
    static abstract TSelf Acos(TSelf x);

    /// <summary>arctan x.</summary>
    static abstract TSelf Atan(TSelf x);

    /// <summary>The angle of the point (x, y).</summary>
    static abstract TSelf Atan2(TSelf y, TSelf x);

    /// <summary>sin πx.</summary>
    static abstract TSelf SinPi(TSelf x);

    /// <summary>cos πx.</summary>
    static abstract TSelf CosPi(TSelf x);

    /// <summary>tan πx.</summary>
    static abstract TSelf TanPi(TSelf x);

    /// <summary>sinh x.</summary>
    static abstract TSelf Sinh(TSelf x);

    /// <summary>cosh x.</summary>
    static abstract TSelf Cosh(TSelf x);

    /// <summary>tanh x.</summary>
    static abstract TSelf Tanh(TSelf x);

    /// <summary>arsinh x.</summary>
    static abstract TSelf Asinh(TSelf x);

    /// <summary>arcosh x.</summary>
    static abstract TSelf Acosh(TSelf x);

    /// <summary>artanh x.</summary>
    static abstract TSelf Atanh(TSelf x);

    /// <summary>The error function 2/√π ∫₀ˣ exp(-t²) dt.</summary>
    static abstract TSelf Erf(TSelf x);

    /// <summary>1 - erf x, accurate in the tail.</summary>
    static abstract TSelf Erfc(TSelf x);

    /// <summary>Φ(x), the distribution function of the standard normal distribution, accurate in the tail.</summary>
    static abstract TSelf NormalCdf(TSelf x);

    /// <summary>ln |Γ(x)|.</summary>
    static abstract TSelf LogGamma(TSelf x);

    /// <summary>The derivative of order n + 1 of ln Γ: digamma for n = 0, trigamma for n = 1.</summary>
    static abstract TSelf Polygamma(int order, TSelf x);

    /// <summary>left &gt; right ? ifGreater : otherwise, element by element; NaN compares false.</summary>
    static abstract TSelf SelectGreater(TSelf left, TSelf right, TSelf ifGreater, TSelf otherwise);

    /// <summary>left == right ? ifEqual : otherwise, element by element; NaN compares false.</summary>
    static abstract TSelf SelectEqual(TSelf left, TSelf right, TSelf ifEqual, TSelf otherwise);

    /// <summary>
    /// adjoint × partial with a strong zero: an adjoint that is exactly 0 carries nothing, whatever the partial is. A zero that
    /// still carries a derivative of its own (a dual number 0 + ε) is not exactly 0.
    /// </summary>
    static abstract TSelf Propagate(TSelf adjoint, TSelf partial);
}
