using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>The exponential function of a lane and its relatives.</summary>
/// <remarks>
/// x = n ln 2 + r with |r| ≤ ln 2 / 2, and eˣ = 2ⁿ (1 + q) with q = eʳ - 1 from a polynomial.
/// </remarks>
internal static class Exponential<R, T>
    where R : struct, ILane<R, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>eˣ within 1.1 ulp; 0 and infinity beyond the thresholds, denormal numbers between.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R Exp(R x)
    {
        // The bounds are behind the thresholds of 0 and infinity, so that 2ⁿ decides, and near enough for n to stay small.
        R q = Reduced(R.Clamp(x, R.Constant(-105, -746), R.Constant(90, 711)), out R n);
        return R.Scale(R.Constant(1) + q, n);
    }

    /// <summary>eˣ - 1 within 2 ulp.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R ExpM1(R x)
    {
        // Where x² / 2 is below rounding, eˣ - 1 is x itself, the sign of a zero and NaN included. Below the lower bound it is -1; at the
        // upper one eˣ is infinite, but 2ⁿ / 2 is not.
        R half = HalfExpM1(R.Clamp(x, R.Constant(-20, -40), R.Constant(88.9, 709.9)), out _, out _);
        return R.SelectGreater(R.Abs(x), Negligible, half + half, x);
    }

    /// <summary>tanh x = t / (t + 2) with t = e^2|x| - 1, within 3 ulp.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R Tanh(R x)
    {
        // 1 - tanh is below rounding from the bound on.
        R magnitude = R.Clamp(R.Abs(x), R.Constant(0), R.Constant(10, 20));
        R half = HalfExpM1(magnitude + magnitude, out _, out _);
        R y = R.SelectGreater(magnitude, Negligible, half / (half + R.Constant(1)), magnitude);
        return R.CopySign(y, x);
    }

    /// <summary>sinh x = (t + t / (t + 1)) / 2 with t = e^|x| - 1, within 3 ulp.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R Sinh(R x)
    {
        R magnitude = R.Clamp(R.Abs(x), R.Constant(0), R.Constant(91, 712));
        R half = HalfExpM1(magnitude, out R q, out R n);
        R small = R.SelectGreater(magnitude, Negligible, half + (half / (half + half + R.Constant(1))), magnitude);
        return R.CopySign(R.SelectGreater(magnitude, Far, HalfExp(q, n), small), x);
    }

    /// <summary>cosh x = e^|x| / 2 + 1 / (2 e^|x|), within 2 ulp.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R Cosh(R x)
    {
        R magnitude = R.Clamp(R.Abs(x), R.Constant(0), R.Constant(91, 712));
        R q = Reduced(magnitude, out R n);
        R half = HalfExp(q, n);
        return R.SelectGreater(magnitude, Far, half, half + (R.Constant(0.25) / half));
    }

    /// <summary>Below it the square of a number is not even half an ulp of the number.</summary>
    private static R Negligible
    {
        [MethodImpl(AggressiveInlining)]
        get => R.Constant(2.9802322e-8, 5.5511151231257827e-17);
    }

    /// <summary>Above it e⁻ˣ is below the rounding of eˣ.</summary>
    private static R Far
    {
        [MethodImpl(AggressiveInlining)]
        get => R.Constant(16, 32);
    }

    /// <summary>q = eʳ - 1 and n for a bounded x.</summary>
    [MethodImpl(AggressiveInlining)]
    private static R Reduced(R x, out R n)
    {
        R shifter = LaneBits<R, T>.Shifter;
        n = R.MultiplyAdd(x, R.Constant(1.442695, 1.4426950408889634), shifter) - shifter;

        // ln 2 in two parts. The first step is exact: x and n times the first part are multiples of one ulp of the difference.
        R r = R.MultiplyAdd(n, R.Constant(-0.6931472, -0.6931471805599453), x);
        r = R.MultiplyAdd(n, R.Constant(1.9046542e-9, -2.3190468138462996e-17), r);
        R p = typeof(T) == typeof(float) ? SinglePolynomial(r) : WidePolynomial(r);
        return R.MultiplyAdd(r * r, p, r);
    }

    /// <summary>(eˣ - 1) / 2 for a bounded x; half, because 2ⁿ itself may be infinite.</summary>
    [MethodImpl(AggressiveInlining)]
    private static R HalfExpM1(R x, out R q, out R n)
    {
        q = Reduced(x, out n);
        R half = R.Constant(0.5);
        R power = R.Scale(half, n);
        return R.MultiplyAdd(power, q, power - half);
    }

    /// <summary>eˣ / 2, finite where eˣ is not.</summary>
    [MethodImpl(AggressiveInlining)]
    private static R HalfExp(R q, R n) => R.Scale(R.Constant(1) + q, n - R.Constant(1));

    // (eʳ - 1 - r) / r² on |r| ≤ 0.3467 through Chebyshev nodes; error 2^-25.4 / |r| of it in float, 2^-54.5 / |r| in double.
    [MethodImpl(AggressiveInlining)]
    private static R SinglePolynomial(R r)
    {
        R p = R.MultiplyAdd(R.Constant(0.0013926204), r, R.Constant(0.008363195));
        p = R.MultiplyAdd(p, r, R.Constant(0.041666556));
        p = R.MultiplyAdd(p, r, R.Constant(0.16666576));
        return R.MultiplyAdd(p, r, R.Constant(0.5));
    }

    // Even and odd powers apart: two short chains.
    [MethodImpl(AggressiveInlining)]
    private static R WidePolynomial(R r)
    {
        R z = r * r;
        R even = R.MultiplyAdd(R.Constant(2.7620121717381933e-07), z, R.Constant(2.4801521225986432e-05));
        even = R.MultiplyAdd(even, z, R.Constant(0.0013888888917258759));
        even = R.MultiplyAdd(even, z, R.Constant(0.04166666666662404));
        even = R.MultiplyAdd(even, z, R.Constant(0.5));
        R odd = R.MultiplyAdd(R.Constant(2.51004110820149e-08), z, R.Constant(2.7557268406190795e-06));
        odd = R.MultiplyAdd(odd, z, R.Constant(0.00019841269863088255));
        odd = R.MultiplyAdd(odd, z, R.Constant(0.008333333333330055));
        odd = R.MultiplyAdd(odd, z, R.Constant(0.16666666666666669));
        return R.MultiplyAdd(odd, r, even);
    }
}
