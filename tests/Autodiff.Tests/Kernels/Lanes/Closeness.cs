using System.Numerics;
using Autodiff.Differentiation;

namespace Autodiff.Tests.Kernels.Lanes;

/// <summary>Comparison of a lane's element with the number computed alone.</summary>
internal static class Closeness
{
    /// <summary>The arguments at which formats, signs and limits show.</summary>
    public static T[] Special<T>()
        where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T> =>
    [
        T.NegativeInfinity, T.MinValue, T.CreateChecked(-2.5), T.NegativeOne, -T.Epsilon, T.NegativeZero, T.Zero, T.Epsilon, T.CreateChecked(0.5), T.One,
        T.CreateChecked(2.5), T.MaxValue, T.PositiveInfinity, T.NaN,
    ];

    /// <summary>Ordinary arguments of both signs and several magnitudes, in a fixed order.</summary>
    public static T[] Ordinary<T>(int count, int seed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(i => T.CreateTruncating((random.NextDouble() - 0.5) * (i % 3 == 0 ? 2 : i % 3 == 1 ? 8 : 60)))];
    }

    /// <summary>
    /// Whether two results agree: the same kind of special value with the same sign, else within a number of ulps.
    /// </summary>
    /// <param name="actual">The element of a lane.</param>
    /// <param name="expected">The number computed alone.</param>
    /// <param name="ulps">The greatest distance.</param>
    /// <param name="slack">An absolute distance that is allowed besides, in ulps of 1: for sums whose terms cancel.</param>
    public static bool Agree<T>(T actual, T expected, int ulps, int slack)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Mismatch.Agree(actual, expected, ulps, slack);

    public static bool SameBits<T>(T left, T right)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.IsNaN(left) ? T.IsNaN(right) : left == right && T.IsNegative(left) == T.IsNegative(right);
}
