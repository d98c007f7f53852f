using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>The inverses of sine, cosine and tangent of a lane.</summary>
/// <remarks>π/2 and π are added in two parts: h, and h times a ratio for what h lacks.</remarks>
internal static class InverseCircular<R, T>
    where R : struct, ILane<R, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>arctan x within 2 ulp.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R Atan(R x) => R.CopySign(AtanOfMagnitude(R.Abs(x)), x);

    /// <summary>The angle of the point (x, y) within 4 ulp: arctan of the smaller coordinate by the larger, reflected into its octant.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R Atan2(R y, R x)
    {
        R zero = R.Constant(0), absX = R.Abs(x), absY = R.Abs(y);
        R larger = R.SelectGreater(absY, absX, absY, absX), smaller = R.SelectGreater(absY, absX, absX, absY);

        // 0/0 and ∞/∞ have a meaning here.
        R ratio = R.SelectEqual(smaller, larger, R.SelectEqual(larger, zero, zero, R.Constant(1)), smaller / larger);
        R angle = AtanOfMagnitude(ratio);
        angle = R.SelectGreater(absY, absX, Complement(HalfPi, angle), angle);
        R isNegative = R.ShiftRight(x, LaneBits<R, T>.Width - 1);
        return R.CopySign(R.Choose(isNegative, Complement(HalfPi + HalfPi, angle), angle), y);
    }

    /// <summary>arcsin x within 3 ulp; above 1/2 as π/2 - 2 arcsin √((1 - x)/2).</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R Asin(R x)
    {
        R magnitude = R.Abs(x), half = R.Constant(0.5);
        R angle = AsinOfSmall(magnitude);
        return R.CopySign(R.SelectGreater(magnitude, half, Complement(HalfPi, angle + angle), angle), x);
    }

    /// <summary>arccos x within 3 ulp: π/2 - arcsin x, and above 1/2 the difference taken exactly, 2 arcsin √((1 - |x|)/2) from the end.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R Acos(R x)
    {
        R magnitude = R.Abs(x);
        R angle = AsinOfSmall(magnitude), twice = angle + angle;
        R outer = R.SelectGreater(x, R.Constant(0), twice, Complement(HalfPi + HalfPi, twice));
        return R.SelectGreater(magnitude, R.Constant(0.5), outer, Complement(HalfPi, R.CopySign(angle, x)));
    }

    private static R HalfPi
    {
        [MethodImpl(AggressiveInlining)]
        get => R.Constant(1.5707964, 1.5707963267948966);
    }

    /// <summary>What the rounded π lacks, by the rounded π.</summary>
    private static R PiRatio
    {
        [MethodImpl(AggressiveInlining)]
        get => R.Constant(-2.7827534e-08, 3.8981718325193755e-17);
    }

    /// <summary>A multiple of π less an angle.</summary>
    [MethodImpl(AggressiveInlining)]
    private static R Complement(R pi, R angle) => pi - R.MultiplyAdd(-pi, PiRatio, angle);

    /// <summary>arctan for x ≥ 0: π/2 - arctan(1/x), π/4 + arctan((x - 1)/(x + 1)) or itself, with a small argument each.</summary>
    [MethodImpl(AggressiveInlining)]
    private static R AtanOfMagnitude(R x)
    {
        R one = R.Constant(1), zero = R.Constant(0), tan1 = R.Constant(0.41421357, 0.41421356237309503), tan3 = R.Constant(2.4142135, 2.414213562373095);
        R numerator = R.SelectGreater(x, tan3, R.Constant(-1), R.SelectGreater(x, tan1, x - one, x));
        R denominator = R.SelectGreater(x, tan3, x, R.SelectGreater(x, tan1, x + one, one));
        R start = R.SelectGreater(x, tan3, HalfPi, R.SelectGreater(x, tan1, R.Constant(0.5) * HalfPi, zero));
        R t = numerator / denominator;
        R z = t * t;
        R p = typeof(T) == typeof(float) ? SingleAtan(z) : WideAtan(z);
        return start + (t + R.MultiplyAdd(start, PiRatio, z * t * p));
    }

    /// <summary>arcsin s for the s = x up to 1/2, and s = √((1 - x)/2) above.</summary>
    [MethodImpl(AggressiveInlining)]
    private static R AsinOfSmall(R x)
    {
        R half = R.Constant(0.5);
        R z = R.SelectGreater(x, half, half * (R.Constant(1) - x), x * x);
        R s = R.SelectGreater(x, half, R.Sqrt(z), x);
        return R.MultiplyAdd(z * s, typeof(T) == typeof(float) ? SingleAsin(z) : WideAsin(z), s);
    }

    // (arctan(t) / t - 1) / t² in z = t² on [0, 0.1718] through Chebyshev nodes; error 2^-28.5 of the angle in float, 2^-57.1 in double.
    [MethodImpl(AggressiveInlining)]
    private static R SingleAtan(R z)
    {
        R p = R.MultiplyAdd(R.Constant(-0.06449835), z, R.Constant(0.107430995));
        p = R.MultiplyAdd(p, z, R.Constant(-0.14263897));
        p = R.MultiplyAdd(p, z, R.Constant(0.19999538));
        return R.MultiplyAdd(p, z, R.Constant(-0.3333333));
    }

    [MethodImpl(AggressiveInlining)]
    private static R WideAtan(R z)
    {
        R p = R.MultiplyAdd(R.Constant(-0.019162068915902573), z, R.Constant(0.03921955253255129));
        p = R.MultiplyAdd(p, z, R.Constant(-0.05085030492810941));
        p = R.MultiplyAdd(p, z, R.Constant(0.058580687568615106));
        p = R.MultiplyAdd(p, z, R.Constant(-0.06664502215671447));
        p = R.MultiplyAdd(p, z, R.Constant(0.07692182535116648));
        p = R.MultiplyAdd(p, z, R.Constant(-0.09090904549884611));
        p = R.MultiplyAdd(p, z, R.Constant(0.11111111014561013));
        p = R.MultiplyAdd(p, z, R.Constant(-0.14285714284657894));
        p = R.MultiplyAdd(p, z, R.Constant(0.1999999999999548));
        return R.MultiplyAdd(p, z, R.Constant(-0.3333333333333333));
    }

    // (arcsin(s) / s - 1) / s² in z = s² on [0, 1/4] through Chebyshev nodes; error 2^-25.8 of the angle in float, 2^-57.4 in double.
    [MethodImpl(AggressiveInlining)]
    private static R SingleAsin(R z)
    {
        R p = R.MultiplyAdd(R.Constant(0.038085025), z, R.Constant(0.026554542));
        p = R.MultiplyAdd(p, z, R.Constant(0.04500138));
        p = R.MultiplyAdd(p, z, R.Constant(0.07498855));
        return R.MultiplyAdd(p, z, R.Constant(0.16666673));
    }

    [MethodImpl(AggressiveInlining)]
    private static R WideAsin(R z)
    {
        R p = R.MultiplyAdd(R.Constant(0.028757851367421566), z, R.Constant(-0.014851887071247204));
        p = R.MultiplyAdd(p, z, R.Constant(0.01740087944269402));
        p = R.MultiplyAdd(p, z, R.Constant(0.005457506718640358));
        p = R.MultiplyAdd(p, z, R.Constant(0.01032281435018578));
        p = R.MultiplyAdd(p, z, R.Constant(0.011479177415184906));
        p = R.MultiplyAdd(p, z, R.Constant(0.013971212973552933));
        p = R.MultiplyAdd(p, z, R.Constant(0.017352392720869973));
        p = R.MultiplyAdd(p, z, R.Constant(0.02237217294214989));
        p = R.MultiplyAdd(p, z, R.Constant(0.030381944138531247));
        p = R.MultiplyAdd(p, z, R.Constant(0.04464285714635543));
        p = R.MultiplyAdd(p, z, R.Constant(0.07499999999998433));
        return R.MultiplyAdd(p, z, R.Constant(0.16666666666666669));
    }
}
