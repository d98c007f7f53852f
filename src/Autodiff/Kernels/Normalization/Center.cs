using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>How a group of numbers is normalised: (x - high - low) scale.</summary>
/// <param name="High">The mean.</param>
/// <param name="Low">What rounding has cut off the mean: without it numbers that lie close together and far from 0 would lose digits.</param>
/// <param name="Scale">1/√(variance + ε).</param>
/// <param name="Variance">The mean of the squares of the distances from the mean.</param>
internal readonly record struct Center<T>(T High, T Low, T Scale, T Variance)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Whether the normalised numbers are finite; they are not in a group with NaN or ±∞, or of equal numbers where ε is 0.</summary>
    internal bool IsRegular => T.IsFinite(High) && T.IsFinite(Low) && T.IsFinite(Scale) && Scale > T.Zero;

    /// <summary>dy n, and 0 where dy is 0 (strong zero): for groups that are not regular.</summary>
    internal T Product(T x, T dy) => T.IsZero(dy) ? T.Zero : dy * ((x - High - Low) * Scale);

    /// <summary>Σ (x - shift) and Σ (x - shift)² in double, for floats whose squares overflow.</summary>
    internal static (double Sum, double Squares) SumsAround(ref T x, int count, nint step, T shift)
    {
        double sum = 0, squares = 0;
        for (int i = 0; i < count; i++)
        {
            double from = double.CreateTruncating(Unsafe.Add(ref x, i * step)) - double.CreateTruncating(shift);
            sum += from;
            squares += from * from;
        }
        return (sum, squares);
    }

    /// <summary>Of numbers whose sums around a shift are known.</summary>
    internal static Center<T> Of(T shift, double sum, double squares, double count, double epsilon)
    {
        double low = sum / count, variance = Math.Max((squares / count) - (low * low), 0);
        return new(shift, T.CreateTruncating(low), T.CreateTruncating(1 / Math.Sqrt(variance + epsilon)), T.CreateTruncating(variance));
    }
}
