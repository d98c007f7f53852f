using System.Numerics;
using Autodiff.Ops;

namespace Autodiff.Kernels;

/// <summary>The power of a lane.</summary>
/// <remarks>
/// xʸ = exp(y ln x), where the exponential multiplies the error of its argument by the argument itself, up to 709. So the logarithm is
/// computed as an unevaluated sum of two numbers, head + tail, to some 12 bits more than one number has, and the product with y too. The
/// parts of rounding come from fused multiply-adds, which a machine without the instruction computes in software: the result is the same.
/// Elements outside the domain of the algorithm are computed one by one.
/// </remarks>
internal static unsafe class Power<R, T>
    where R : struct, ILane<R, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>xʸ within 1 ulp.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R Pow(R x, R y)
    {
        R power = Positive(R.Abs(x), y, out R exponent);
        return R.AllAtMost(LaneBits<R, T>.LeastNormal, x) && R.AllAtMost(x, LaneBits<R, T>.Greatest) && R.AllAtMost(R.Abs(exponent), Limit)
            ? power
            : Outside(power, x, y, exponent);
    }

    /// <summary>Up to it |y ln x| keeps the power among the normal numbers.</summary>
    private static R Limit
    {
        [MethodImpl(AggressiveInlining)]
        get => R.Constant(87, 708);
    }

    /// <summary>The power of x, made of that of |x|: by parity where y is an integer, NaN for x &lt; 0 where it is not, 0 for x = 0 and y > 0.</summary>
    [MethodImpl(NoInlining | AggressiveOptimization)]
    private static R Outside(R power, R x, R y, R exponent)
    {
        R zero = R.Constant(0), infinity = R.Constant(double.PositiveInfinity), magnitude = R.Abs(x), half = R.Constant(0.5) * y;
        power = R.SelectEqual(x, zero, zero, power);
        R integer = R.Round(y), signed = R.SelectEqual(R.Round(half), half, power, R.CopySign(power, x));
        R fractional = R.SelectGreater(zero, x, R.Constant(double.NaN), power);
        power = R.SelectEqual(integer, y, signed, fractional);

        // An element that is not computed here has an infinite bound; comparisons with NaN are false.
        R bounded = R.SelectGreater(zero, x, R.SelectEqual(integer, y, R.Abs(exponent), zero), R.Abs(exponent));
        R below = R.SelectEqual(x, zero, R.SelectGreater(y, zero, zero, infinity), infinity);
        bounded = R.SelectGreater(LaneBits<R, T>.LeastNormal, magnitude, below, bounded);
        bounded = R.SelectGreater(infinity, magnitude, bounded, infinity);
        return R.AllAtMost(bounded, Limit) ? power : PerElement<R, T>.Repair(power, x, y, bounded, Limit, &Number<T>.Pow);
    }

    /// <summary>xʸ for a normal x > 0, while |y ln x| is at most the limit.</summary>
    [MethodImpl(AggressiveInlining)]
    private static R Positive(R x, R y, out R exponent)
    {
        R head = Log(x, out R tail);
        exponent = y * head;
        return Exp(exponent, R.MultiplyAdd(y, tail, R.MultiplyAdd(y, head, -exponent)));
    }

    /// <summary>ln x as head + tail, with a relative error of some 2^-64 in double, 2^-35 in float.</summary>
    /// <remarks>
    /// x = 2ᵏ (1 + f) with 1 + f in [√½, √2), s = 2f / (2 + f), and ln(1 + f) = 2 artanh(s/2) = s + s³/12 + s⁵ Q(s²). The first two terms
    /// need both parts; the third is 2^-12 of the whole.
    /// </remarks>
    [MethodImpl(AggressiveInlining)]
    private static R Log(R x, out R tail)
    {
        R one = R.Constant(1), two = R.Constant(2), twelfth = R.Constant(0.083333336, 0.08333333333333333);
        R fraction = LaneBits<R, T>.Split(x, R.Constant(0.70710677, 0.7071067811865476), out R k, out _);
        R f = fraction - one;

        // 2 + f = divisor + rest exactly, and s + low is the quotient: its derivative by s, 1 / (1 - s²/4), carries the low part along.
        R divisor = f + two;
        R rest = f - (divisor - two), inverse = one / divisor, twice = f + f;
        R s = twice * inverse;
        R low = inverse * R.MultiplyAdd(-s, rest, R.MultiplyAdd(-s, divisor, twice));
        R square = s * s;
        R carried = low * R.MultiplyAdd(square, R.MultiplyAdd(square, R.Constant(0.0625), R.Constant(0.25)), one);

        // s³ = cube + its rounding, which is made of that of the square and its own; likewise s³/12.
        R cube = square * s;
        R cubeTail = R.MultiplyAdd(R.MultiplyAdd(s, s, -square), s, R.MultiplyAdd(square, s, -cube));
        R third = cube * twelfth;
        R thirdTail = R.MultiplyAdd(cubeTail, twelfth, R.MultiplyAdd(cube, twelfth, -third));
        thirdTail = R.MultiplyAdd(cube, R.Constant(-2.483526865641276e-9, 4.625929269271485e-18), thirdTail);
        R q = typeof(T) == typeof(float) ? SingleLogarithm(square) : WideLogarithm(square);
        R small = R.MultiplyAdd(cube * square, q, thirdTail) + carried;

        // ln 2 in two parts, the first with so few bits that its product with k is exact. Each sum's first term is the larger one.
        R whole = k * R.Constant(0.693145751953125, 0.6931471805598903);
        R withS = whole + s;
        R withThird = withS + third;
        R dropped = (whole - withS + s) + (withS - withThird + third);
        small = R.MultiplyAdd(k, R.Constant(1.4286068203094173e-6, 5.497923018708371e-14), dropped + small);
        R head = withThird + small;
        tail = withThird - head + small;
        return head;
    }

    /// <summary>exp(head + tail), where the result is a normal number and the tail is below the rounding of the head.</summary>
    [MethodImpl(AggressiveInlining)]
    private static R Exp(R head, R tail)
    {
        // n stands in the low bits of the shifted number, from where it is added to the exponent of the result.
        R one = R.Constant(1), shifter = LaneBits<R, T>.Shifter;
        R shifted = R.MultiplyAdd(head, R.Constant(1.442695, 1.4426950408889634), shifter);
        R n = shifted - shifter;

        // The first step is exact, as in the exponential of one number.
        R r = R.MultiplyAdd(n, R.Constant(-0.6931472, -0.6931471805599453), head);
        R rest = R.MultiplyAdd(n, R.Constant(1.9046542e-9, -2.3190468138462996e-17), tail);
        R curved = r * r * (typeof(T) == typeof(float) ? SingleExponential(r) : WideExponential(r));
        R linear = one + r;

        // The rest is so small that its exponential is 1 + rest.
        R y = linear + (one - linear + r + R.MultiplyAdd(rest, linear + curved, curved));
        return R.AddBits(y, R.ShiftLeft(shifted, LaneBits<R, T>.Fraction));
    }

    // (2 artanh(s/2) - s - s³/12) / s⁵ in z = s² on [0, 0.1178], fitted with the weight z²; error 2^-35.6 of the logarithm in float, 2^-66.4 in
    // double.
    [MethodImpl(AggressiveInlining)]
    private static R SingleLogarithm(R z) =>
        R.MultiplyAdd(R.MultiplyAdd(R.Constant(0.00045492474), z, R.Constant(0.0022307064)), z, R.Constant(0.012500027));

    [MethodImpl(AggressiveInlining)]
    private static R WideLogarithm(R z)
    {
        R square = z * z;
        R even = R.MultiplyAdd(R.Constant(8.931158771184525e-07), square, R.Constant(1.878002315773386e-05));
        even = R.MultiplyAdd(even, square, R.Constant(0.00043402777776672323));
        even = R.MultiplyAdd(even, square, R.Constant(0.0125));
        R odd = R.MultiplyAdd(R.Constant(2.235994767177211e-07), square, R.Constant(4.069459302542125e-06));
        odd = R.MultiplyAdd(odd, square, R.Constant(8.877840984040601e-05));
        odd = R.MultiplyAdd(odd, square, R.Constant(0.002232142857142919));
        return R.MultiplyAdd(odd, z, even);
    }

    // (eʳ - 1 - r) / r² on |r| ≤ 0.3467, 1/2 and Chebyshev nodes for the rest; error 2^-30.9 of eʳ in float, 2^-60.3 in double.
    [MethodImpl(AggressiveInlining)]
    private static R SingleExponential(R r)
    {
        R p = R.MultiplyAdd(R.Constant(0.000198827096), r, R.Constant(0.00139261945));
        p = R.MultiplyAdd(p, r, R.Constant(0.00833332073));
        p = R.MultiplyAdd(p, r, R.Constant(0.0416665561));
        p = R.MultiplyAdd(p, r, R.Constant(0.166666672));
        return R.MultiplyAdd(p, r, R.Constant(0.5));
    }

    [MethodImpl(AggressiveInlining)]
    private static R WideExponential(R r)
    {
        R z = r * r;
        R even = R.MultiplyAdd(R.Constant(2.0911246577907724e-09), z, R.Constant(2.7557282948633357e-07));
        even = R.MultiplyAdd(even, z, R.Constant(2.4801587317157963e-05));
        even = R.MultiplyAdd(even, z, R.Constant(0.001388888888888655));
        even = R.MultiplyAdd(even, z, R.Constant(0.041666666666666664));
        even = R.MultiplyAdd(even, z, R.Constant(0.5));
        R odd = R.MultiplyAdd(R.Constant(2.5100399425451985e-08), z, R.Constant(2.75572684307071e-06));
        odd = R.MultiplyAdd(odd, z, R.Constant(0.0001984126986307247));
        odd = R.MultiplyAdd(odd, z, R.Constant(0.008333333333330058));
        odd = R.MultiplyAdd(odd, z, R.Constant(0.16666666666666669));
        return R.MultiplyAdd(odd, r, even);
    }
}
