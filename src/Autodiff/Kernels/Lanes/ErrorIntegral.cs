using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>The error function of a lane and its relatives.</summary>
/// <remarks>
/// One approximation serves the whole half line: (1 + 2x) exp(x²) erfc x is smooth and between 1 and 1.3, and in t = (x - k)/(x + k) a
/// polynomial follows it from 0 to where erfc vanishes.
/// </remarks>
internal static class ErrorIntegral<R, T>
    where R : struct, ILane<R, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>erf x within 2.5 ulp: a polynomial up to 1/2, then 1 - erfc x.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R Erf(R x)
    {
        R magnitude = R.Abs(x), half = R.Constant(0.5);
        R tail = R.Constant(1) - Complement(magnitude);
        return R.CopySign(R.SelectGreater(magnitude, half, tail, SmallErf(magnitude)), x);
    }

    /// <summary>erfc x within 4 ulp, down to the smallest denormal number; 1 - erf x up to 1/2.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R Erfc(R x)
    {
        R magnitude = R.Abs(x), half = R.Constant(0.5), one = R.Constant(1);
        R tail = Complement(magnitude);
        R outer = R.SelectGreater(R.Constant(0), x, R.Constant(2) - tail, tail);
        return R.SelectGreater(magnitude, half, outer, one - SmallErf(x));
    }

    /// <summary>Φ(x) = erfc(-x/√2)/2 within 4 ulp, down to the smallest denormal number; (1 + erf(x/√2))/2 up to 1/2.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R NormalCdf(R x)
    {
        R magnitude = R.Clamp(R.Abs(x), R.Constant(0), R.Constant(15.5, 39.5)), half = R.Constant(0.5), inverseRoot = R.Constant(0.70710678118654752440);

        // The exponent is taken from x itself: the rounding of x/√2 would be multiplied by x².
        R tail = half * Scaled(magnitude * inverseRoot, half * magnitude, magnitude);
        R outer = R.SelectGreater(x, R.Constant(0), R.Constant(1) - tail, tail);
        return R.SelectGreater(magnitude, half, outer, R.MultiplyAdd(half, SmallErf(x * inverseRoot), half));
    }

    /// <summary>erfc x for x ≥ 0.</summary>
    [MethodImpl(AggressiveInlining)]
    private static R Complement(R x)
    {
        // It is 0 well before the bound, from where on the fraction t would end in ∞/∞.
        R bounded = R.Clamp(x, R.Constant(0), R.Constant(11, 28));
        return Scaled(bounded, bounded, bounded);
    }

    /// <summary>exp(-left × right) exp(z²) erfc z, where the product is z² but need not have its rounding.</summary>
    [MethodImpl(AggressiveInlining)]
    private static R Scaled(R z, R left, R right)
    {
        R one = R.Constant(1), centre = R.Constant(3, 4);
        R t = (z - centre) / (z + centre);
        R p = typeof(T) == typeof(float) ? SinglePolynomial(t) : WidePolynomial(t);
        R scaled = p / R.MultiplyAdd(R.Constant(2), z, one);

        // The product is square + rest exactly, and exp(-rest) is 1 - rest.
        R square = left * right;
        R rest = R.MultiplyAdd(left, right, -square);
        return Exponential<R, T>.Exp(-square) * R.MultiplyAdd(-rest, scaled, scaled);
    }

    // erf x for |x| ≤ 1/2 as x (2/√π + z P(z)), z = x², through Chebyshev nodes; error 2^-27 of erf in float, 2^-58 in double.
    [MethodImpl(AggressiveInlining)]
    private static R SmallErf(R x)
    {
        R z = x * x;
        R p = typeof(T) == typeof(float) ? SingleSmall(z) : WideSmall(z);
        return R.MultiplyAdd(x, R.Constant(1.12837916709551257390), x * z * p);
    }

    [MethodImpl(AggressiveInlining)]
    private static R SingleSmall(R z)
    {
        R p = R.MultiplyAdd(R.Constant(0.0048165456), z, R.Constant(-0.026803458));
        p = R.MultiplyAdd(p, z, R.Constant(0.1128348));
        return R.MultiplyAdd(p, z, R.Constant(-0.37612638));
    }

    [MethodImpl(AggressiveInlining)]
    private static R WideSmall(R z)
    {
        R p = R.MultiplyAdd(R.Constant(-1.4787385599052157e-07), z, R.Constant(1.6389446360450111e-06));
        p = R.MultiplyAdd(p, z, R.Constant(-1.4923829613452872e-05));
        p = R.MultiplyAdd(p, z, R.Constant(0.0001205530629440674));
        p = R.MultiplyAdd(p, z, R.Constant(-0.0008548326793233783));
        p = R.MultiplyAdd(p, z, R.Constant(0.005223977624325344));
        p = R.MultiplyAdd(p, z, R.Constant(-0.02686617064510409));
        p = R.MultiplyAdd(p, z, R.Constant(0.112837916709551));
        return R.MultiplyAdd(p, z, R.Constant(-0.37612638903183754));
    }

    // (1 + 2x) exp(x²) erfc x in t through Chebyshev nodes, k = 3 up to x = 11 in float, k = 4 up to x = 28 in double; error 2^-24.3 and
    // 2^-53.9, which is the rounding of the first coefficient. Even and odd powers apart: two short chains.
    [MethodImpl(AggressiveInlining)]
    private static R SinglePolynomial(R t)
    {
        R z = t * t;
        R even = R.MultiplyAdd(R.Constant(-0.0002690068), z, R.Constant(0.0020097822));
        even = R.MultiplyAdd(even, z, R.Constant(-0.023800058));
        even = R.MultiplyAdd(even, z, R.Constant(-0.11927094));
        even = R.MultiplyAdd(even, z, R.Constant(-0.047562372));
        even = R.MultiplyAdd(even, z, R.Constant(1.253008));
        R odd = R.MultiplyAdd(R.Constant(-0.0007758974), z, R.Constant(0.0025729046));
        odd = R.MultiplyAdd(odd, z, R.Constant(0.068292744));
        odd = R.MultiplyAdd(odd, z, R.Constant(0.12964685));
        odd = R.MultiplyAdd(odd, z, R.Constant(-0.13562116));
        return R.MultiplyAdd(odd, t, even);
    }

    [MethodImpl(AggressiveInlining)]
    private static R WidePolynomial(R t)
    {
        R z = t * t;
        return R.MultiplyAdd(WideOdd(z), t, WideEven(z));
    }

    [MethodImpl(AggressiveInlining)]
    private static R WideEven(R z)
    {
        R p = R.MultiplyAdd(R.Constant(1.868487385473519e-09), z, R.Constant(-1.799947545903142e-08));
        p = R.MultiplyAdd(p, z, R.Constant(7.471952780500971e-08));
        p = R.MultiplyAdd(p, z, R.Constant(2.9377854943443786e-07));
        p = R.MultiplyAdd(p, z, R.Constant(-1.1222046316669005e-05));
        p = R.MultiplyAdd(p, z, R.Constant(0.00015062169704678355));
        p = R.MultiplyAdd(p, z, R.Constant(-0.0007577732973669146));
        p = R.MultiplyAdd(p, z, R.Constant(-0.01619773405599449));
        p = R.MultiplyAdd(p, z, R.Constant(-0.0663303658124095));
        p = R.MultiplyAdd(p, z, R.Constant(-0.10103906603629459));
        p = R.MultiplyAdd(p, z, R.Constant(0.015379652102619558));
        return R.MultiplyAdd(p, z, R.Constant(1.2329951186255526));
    }

    [MethodImpl(AggressiveInlining)]
    private static R WideOdd(R z)
    {
        R p = R.MultiplyAdd(R.Constant(1.263782858042137e-09), z, R.Constant(-1.4091982822555755e-08));
        p = R.MultiplyAdd(p, z, R.Constant(1.1005996198640057e-07));
        p = R.MultiplyAdd(p, z, R.Constant(-8.254699744871162e-07));
        p = R.MultiplyAdd(p, z, R.Constant(5.709784760966506e-06));
        p = R.MultiplyAdd(p, z, R.Constant(-2.439924428312988e-05));
        p = R.MultiplyAdd(p, z, R.Constant(-0.00019925668432389153));
        p = R.MultiplyAdd(p, z, R.Constant(0.005031969975753176));
        p = R.MultiplyAdd(p, z, R.Constant(0.03716751553777026));
        p = R.MultiplyAdd(p, z, R.Constant(0.09373283499833023));
        p = R.MultiplyAdd(p, z, R.Constant(0.06809705425469323));
        return R.MultiplyAdd(p, z, R.Constant(-0.13962111684056253));
    }
}
