using System.Numerics;
using Autodiff.Ops;

namespace Autodiff.Kernels;

/// <summary>Sine, cosine and tangent of a lane.</summary>
/// <remarks>
/// |x| = n π/2 + r with |r| ≤ π/4, and the functions of r from polynomials, exchanged and signed by the quadrant n mod 4. The magnitude,
/// because odd functions then keep the sign of a zero.
/// </remarks>
internal static unsafe class Circular<R, T>
    where R : struct, ILane<R, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>sin x within 2 ulp.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R Sin(R x)
    {
        R magnitude = R.Abs(x);
        (R sine, R cosine) = Reduced(magnitude, out R quadrant);
        R y = R.XorBits(R.Choose(IsOdd(quadrant), cosine, sine), SineSign(quadrant, x));
        return R.AllAtMost(magnitude, Limit) ? y : PerElement<R, T>.Repair(y, x, magnitude, R.Constant(0), Limit, &Number<T>.Sin);
    }

    /// <summary>cos x within 2 ulp.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R Cos(R x)
    {
        R magnitude = R.Abs(x);
        (R sine, R cosine) = Reduced(magnitude, out R quadrant);
        R y = R.XorBits(R.Choose(IsOdd(quadrant), sine, cosine), CosineSign(quadrant));
        return R.AllAtMost(magnitude, Limit) ? y : PerElement<R, T>.Repair(y, x, magnitude, R.Constant(0), Limit, &Number<T>.Cos);
    }

    /// <summary>sin x and cos x, the same bits as from the single functions.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static (R Sin, R Cos) SinCos(R x)
    {
        R magnitude = R.Abs(x);
        (R sine, R cosine) = Reduced(magnitude, out R quadrant);
        R isOdd = IsOdd(quadrant);
        R sin = R.XorBits(R.Choose(isOdd, cosine, sine), SineSign(quadrant, x));
        R cos = R.XorBits(R.Choose(isOdd, sine, cosine), CosineSign(quadrant));
        if (!R.AllAtMost(magnitude, Limit))
        {
            sin = PerElement<R, T>.Repair(sin, x, magnitude, R.Constant(0), Limit, &Number<T>.Sin);
            cos = PerElement<R, T>.Repair(cos, x, magnitude, R.Constant(0), Limit, &Number<T>.Cos);
        }
        return (sin, cos);
    }

    /// <summary>tan x within 4 ulp: sin r / cos r, or -cos r / sin r in an odd quadrant.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R Tan(R x)
    {
        R magnitude = R.Abs(x);
        (R sine, R cosine) = Reduced(magnitude, out R quadrant);
        R isOdd = IsOdd(quadrant);
        R ratio = R.Choose(isOdd, cosine, sine) / R.Choose(isOdd, sine, cosine);
        R sign = R.AndBits(R.XorBits(R.ShiftLeft(quadrant, LaneBits<R, T>.Width - 1), x), LaneBits<R, T>.SignBit);
        R y = R.XorBits(ratio, sign);
        return R.AllAtMost(magnitude, Limit) ? y : PerElement<R, T>.Repair(y, x, magnitude, R.Constant(0), Limit, &Number<T>.Tan);
    }

    /// <summary>Up to here three parts of π/2 leave an error below that of the rounding of r, for every float or double.</summary>
    private static R Limit
    {
        [MethodImpl(AggressiveInlining)]
        get => R.Constant(1e5, 1e9);
    }

    /// <summary>sin r and cos r, and n in the low bits of the quadrant.</summary>
    [MethodImpl(AggressiveInlining)]
    private static (R Sine, R Cosine) Reduced(R magnitude, out R quadrant)
    {
        R shifter = LaneBits<R, T>.Shifter;
        quadrant = R.MultiplyAdd(magnitude, R.Constant(0.63661975, 0.6366197723675814), shifter);
        R n = quadrant - shifter;

        // π/2 in three parts. The first step is exact: x and n times the first part are multiples of one ulp of the difference. The
        // second rounds, relative to what is left, so r is right to an ulp even beside a multiple of π/2.
        R r = R.MultiplyAdd(n, R.Constant(-1.5707964, -1.5707963267948966), magnitude);
        r = R.MultiplyAdd(n, R.Constant(4.371139e-08, -6.123233995736766e-17), r);
        r = R.MultiplyAdd(n, R.Constant(1.7151245e-15, 1.4973849048591698e-33), r);
        R z = r * r;
        R sine = R.MultiplyAdd(z * r, typeof(T) == typeof(float) ? SingleSine(z) : WideSine(z), r);
        R cosine = R.MultiplyAdd(z, typeof(T) == typeof(float) ? SingleCosine(z) : WideCosine(z), R.Constant(-0.5));
        return (sine, R.MultiplyAdd(z, cosine, R.Constant(1)));
    }

    /// <summary>All bits 1 where n is odd.</summary>
    [MethodImpl(AggressiveInlining)]
    private static R IsOdd(R quadrant)
    {
        int last = LaneBits<R, T>.Width - 1;
        return R.ShiftRight(R.ShiftLeft(quadrant, last), last);
    }

    /// <summary>The sign bit of the sine: that of x, changed in the second half turn, where n has the bit 2.</summary>
    [MethodImpl(AggressiveInlining)]
    private static R SineSign(R quadrant, R x) =>
        R.AndBits(R.XorBits(R.ShiftLeft(quadrant, LaneBits<R, T>.Width - 2), x), LaneBits<R, T>.SignBit);

    /// <summary>The sign bit of the cosine, which is the sine one quadrant on.</summary>
    [MethodImpl(AggressiveInlining)]
    private static R CosineSign(R quadrant) =>
        R.AndBits(R.ShiftLeft(R.AddBits(quadrant, R.ConstantBits(1)), LaneBits<R, T>.Width - 2), LaneBits<R, T>.SignBit);

    // (sin(r) / r - 1) / r² in z = r² on [0, 0.623] through Chebyshev nodes; error 2^-26.3 of the sine in float, 2^-55.5 in double.
    [MethodImpl(AggressiveInlining)]
    private static R SingleSine(R z) =>
        R.MultiplyAdd(R.MultiplyAdd(R.Constant(-0.00019585367), z, R.Constant(0.008332737)), z, R.Constant(-0.16666664));

    [MethodImpl(AggressiveInlining)]
    private static R WideSine(R z)
    {
        R p = R.MultiplyAdd(R.Constant(1.591672268628647e-10), z, R.Constant(-2.5051112223400198e-08));
        p = R.MultiplyAdd(p, z, R.Constant(2.755731600793325e-06));
        p = R.MultiplyAdd(p, z, R.Constant(-0.00019841269836575246));
        p = R.MultiplyAdd(p, z, R.Constant(0.008333333333330827));
        return R.MultiplyAdd(p, z, R.Constant(-0.16666666666666666));
    }

    // (cos(r) - 1 + r²/2) / r⁴, the same z, without its factor z; error 2^-30.6 in float, 2^-60 in double.
    [MethodImpl(AggressiveInlining)]
    private static R SingleCosine(R z) =>
        R.MultiplyAdd(R.MultiplyAdd(R.Constant(2.4545412e-05), z, R.Constant(-0.0013888291)), z, R.Constant(0.041666664));

    [MethodImpl(AggressiveInlining)]
    private static R WideCosine(R z)
    {
        R p = R.MultiplyAdd(R.Constant(-1.1381752459316457e-11), z, R.Constant(2.0876133993327844e-09));
        p = R.MultiplyAdd(p, z, R.Constant(-2.755731721253751e-07));
        p = R.MultiplyAdd(p, z, R.Constant(2.4801587298651e-05));
        p = R.MultiplyAdd(p, z, R.Constant(-0.0013888888888887322));
        return R.MultiplyAdd(p, z, R.Constant(0.041666666666666664));
    }
}
