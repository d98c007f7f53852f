using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>The natural logarithm of a lane.</summary>
/// <remarks>
/// x = 2ᵏ (1 + f) with 1 + f in [√½, √2), and ln x = k ln 2 + ln(1 + f). With s = f / (2 + f), ln(1 + f) = 2 artanh s; written as
/// f - (f²/2 - s (f²/2 + s² W(s²))), the leading part is exact.
/// </remarks>
internal static class Logarithm<R, T>
    where R : struct, ILane<R, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>ln x within 1 ulp.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R Log(R x)
    {
        // A denormal number has no full fraction: it is made larger by a power of two.
        R least = LaneBits<R, T>.LeastNormal;
        R full = R.SelectGreater(least, x, x * R.Constant(16777216, 18014398509481984), x);
        R fraction = LaneBits<R, T>.Split(full, RootOfHalf, out R k, out _);
        k = R.SelectGreater(least, x, k - R.Constant(24, 54), k);
        return AtEnds(x, FromParts(fraction - R.Constant(1), k));
    }

    /// <summary>ln(1 + x) within 2 ulp.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R LogP1(R x)
    {
        // 1 + x = u + rest exactly. The rest, scaled like u, joins f; f is x itself where k is 0.
        R one = R.Constant(1);
        R u = one + x;
        R rest = R.SelectGreater(x, one, one, x) - (u - R.SelectGreater(x, one, x, one));
        R fraction = LaneBits<R, T>.Split(u, RootOfHalf, out R k, out R twiceInverse);
        R f = R.MultiplyAdd(rest, R.Constant(0.5) * twiceInverse, fraction - one);

        // Where x² / 2 is below rounding the logarithm is x, the sign of a zero included.
        return R.SelectGreater(R.Abs(x), R.Constant(2.9802322e-8, 5.5511151231257827e-17), AtEnds(u, FromParts(f, k)), x);
    }

    /// <summary>The logarithm, corrected where x is not a positive finite number.</summary>
    [MethodImpl(AggressiveInlining)]
    private static R AtEnds(R x, R logarithm)
    {
        R zero = R.Constant(0), infinity = R.Constant(double.PositiveInfinity);
        R y = R.SelectGreater(infinity, x, logarithm, infinity);
        return R.SelectGreater(x, zero, y, R.SelectEqual(x, zero, -infinity, R.Constant(double.NaN)));
    }

    private static R RootOfHalf
    {
        [MethodImpl(AggressiveInlining)]
        get => R.Constant(0.70710677, 0.7071067811865476);
    }

    [MethodImpl(AggressiveInlining)]
    private static R FromParts(R f, R k)
    {
        R s = f / (R.Constant(2) + f);
        R z = s * s;
        R w = typeof(T) == typeof(float) ? SinglePolynomial(z) : WidePolynomial(z);
        R halfSquare = R.Constant(0.5) * f * f;
        R inner = s * R.MultiplyAdd(z, w, halfSquare);

        // ln 2 in two parts; the large one comes last.
        inner = R.MultiplyAdd(k, R.Constant(-1.9046542e-9, 2.3190468138462996e-17), inner);
        return R.MultiplyAdd(k, R.Constant(0.6931472, 0.6931471805599453), f - (halfSquare - inner));
    }

    // (2 artanh(s) / s - 2) / s² in z = s² on [0, 0.02945] through Chebyshev nodes; error 2^-28.6 of the logarithm in float, 2^-57.7 in double.
    [MethodImpl(AggressiveInlining)]
    private static R SinglePolynomial(R z) =>
        R.MultiplyAdd(R.MultiplyAdd(R.Constant(0.295804), z, R.Constant(0.3998877)), z, R.Constant(0.66666687));

    [MethodImpl(AggressiveInlining)]
    private static R WidePolynomial(R z)
    {
        R square = z * z;
        R even = R.MultiplyAdd(R.Constant(0.1461703754879165), square, R.Constant(0.18182890556695602));
        even = R.MultiplyAdd(even, square, R.Constant(0.2857142862609589));
        even = R.MultiplyAdd(even, square, R.Constant(0.666666666666667));
        R odd = R.MultiplyAdd(R.Constant(0.1533167403016786), square, R.Constant(0.2222221111514416));
        odd = R.MultiplyAdd(odd, square, R.Constant(0.3999999999989924));
        return R.MultiplyAdd(odd, z, even);
    }
}
