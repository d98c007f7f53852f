using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>The cube root of a lane.</summary>
internal static class CubeRoot<R, T>
    where R : struct, ILane<R, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>∛x within 1 ulp.</summary>
    /// <remarks>
    /// |x| = 2^(3q + i) f with f in [1, 2) and i from -1 to 1. A polynomial gives the root y of a = 2ⁱ f to 19 bits; one step of Halley,
    /// y + y (a - y³)/(2y³ + a), makes them more than 56.
    /// </remarks>
    [MethodImpl(AggressiveInlining)]
    internal static R Cbrt(R x)
    {
        // A denormal number has no full fraction: it is made larger by the cube of a power of two.
        R magnitude = R.Abs(x), zero = R.Constant(0), one = R.Constant(1), least = LaneBits<R, T>.LeastNormal;
        R full = R.SelectGreater(least, magnitude, magnitude * R.Constant(16777216, 18014398509481984), magnitude);
        R f = LaneBits<R, T>.Split(full, one, out R k, out _);
        R q = R.Round(k * R.Constant(0.33333334, 0.3333333333333333));
        R i = R.MultiplyAdd(q, R.Constant(-3), k);
        R a = f * R.SelectGreater(i, zero, R.Constant(2), R.SelectGreater(zero, i, R.Constant(0.5), one));
        R y = Start(f) * R.SelectGreater(i, zero, R.Constant(1.2599210498948732), R.SelectGreater(zero, i, R.Constant(0.7937005259840998), one));

        // y² = square + rest exactly: the difference a - y³ cancels.
        R square = y * y;
        R rest = R.MultiplyAdd(y, y, -square);
        R difference = R.MultiplyAdd(-rest, y, R.MultiplyAdd(-square, y, a));
        R step = difference / R.MultiplyAdd(square + square, y, a);
        q = R.SelectGreater(least, magnitude, q - R.Constant(8, 18), q);
        R root = R.MultiplyAdd(y, step, y) * LaneBits<R, T>.PowerOfTwo(LaneBits<R, T>.ToInteger(q));

        // 0, infinity and NaN are their own roots.
        root = R.SelectGreater(R.Constant(double.PositiveInfinity), magnitude, root, magnitude);
        return R.CopySign(R.SelectEqual(magnitude, zero, magnitude, root), x);
    }

    // ∛f on [1, 2] through Chebyshev nodes; error 2^-19 of the root.
    [MethodImpl(AggressiveInlining)]
    private static R Start(R f)
    {
        R y = R.MultiplyAdd(R.Constant(0.005072953325277491), f, R.Constant(-0.04831832068166114));
        y = R.MultiplyAdd(y, f, R.Constant(0.19665479701360078));
        y = R.MultiplyAdd(y, f, R.Constant(-0.4602977267696209));
        y = R.MultiplyAdd(y, f, R.Constant(0.8317431442479309));
        return R.MultiplyAdd(y, f, R.Constant(0.47514693623890253));
    }
}
