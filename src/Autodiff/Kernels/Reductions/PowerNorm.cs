using System.Buffers;
using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>Norms, scaled where a power would leave the range of the format.</summary>
internal static class PowerNorm
{
    /// <summary>√(Σ x²) over the axes whose bits are set, in the order of the other axes.</summary>
    internal static void Euclidean<T>(Elements<T> x, uint axes, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Reduction.Fold(default(SquareSumFold), x, axes, y, accumulate: false);

        // Below this, squares that are lost to underflow could be as large as the sum; 0 is among them.
        T least = T.CreateTruncating(typeof(T) == typeof(float) ? 1e-30 : 1e-280);
        bool inRange = true;
        foreach (T sum in y) { inRange &= sum >= least && T.IsFinite(sum); }
        if (inRange)
        {
            foreach (ref T each in y) { each = T.Sqrt(each); }
        }
        else { Fold(x, axes, 2, y); }
    }

    /// <summary>(Σ |x|ᵖ)^(1/p) relative to the greatest element, or to the least for p &lt; 0.</summary>
    internal static void Fold<T>(Elements<T> x, uint axes, double p, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Layout places = x.Shape.Without(axes, keepAxes: true).Dense.Expand(x.Shape);
        double[] rented = ArrayPool<double>.Shared.Rent(2 * y.Length);
        Span<double> scales = rented.AsSpan(0, y.Length), sums = rented.AsSpan(y.Length, y.Length);
        scales.Fill(p > 0 ? 0 : double.PositiveInfinity);
        sums.Clear();
        using DenseElements<T> elements = new(x);
        Span<int> index = stackalloc int[x.Shape.Rank];
        index.Clear();
        int place = 0;
        foreach (T element in elements.Span)
        {
            ref double scale = ref scales[place];
            double size = Math.Abs(double.CreateTruncating(element));
            scale = p > 0 ? Math.Max(scale, size) : Math.Min(scale, size);
            Next(places, index, ref place);
        }
        foreach (T element in elements.Span)
        {
            double size = Math.Abs(double.CreateTruncating(element));
            sums[place] += size == scales[place] ? 1 : Power(size / scales[place], p);
            Next(places, index, ref place);
        }
        for (int i = 0; i < y.Length; i++)
        {
            // No elements at all: the sum is 0, and no scale changes it.
            double root = p == 2 ? Math.Sqrt(sums[i]) : Math.Pow(sums[i], 1 / p);
            bool isLimit = scales[i] == 0 || double.IsInfinity(scales[i]);
            y[i] = T.CreateTruncating(isLimit ? (sums[i] == 0 ? Math.Pow(0, 1 / p) : scales[i]) : scales[i] * root);
        }
        ArrayPool<double>.Shared.Return(rented);
    }

    private static double Power(double x, double p) => p == 2 ? x * x : Math.Pow(x, p);

    // The next index, row by row, and the place of the result that its element belongs to; after the last the first again.
    private static void Next(Layout places, Span<int> index, ref int place)
    {
        ReadOnlySpan<int> lengths = places.Shape.Lengths, strides = places.Strides;
        for (int axis = index.Length - 1; axis >= 0; axis--)
        {
            place += strides[axis];
            if (++index[axis] < lengths[axis]) { return; }
            place -= index[axis] * strides[axis];
            index[axis] = 0;
        }
    }
}
