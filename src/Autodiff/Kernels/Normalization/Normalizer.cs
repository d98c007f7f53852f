using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Autodiff.Kernels;

/// <summary>Runs the loops of normalisation over an array [batch, groups, members, extent], row by row.</summary>
internal static class Normalizer<T, R>
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
{
    internal static void FindCenters(ref T x, in Grouping grouping, Span<T> memory)
    {
        Centers<T> centers = new(memory);
        if (grouping.IsColumns)
        {
            ColumnSums<T, R>.FindCenters(ref x, grouping, centers);
            return;
        }
        int count = grouping.Count, step = grouping.Groups * grouping.Run, runs = grouping.AcrossBatch ? grouping.Batch : 1;
        for (int g = 0; g < grouping.Centers; g++)
        {
            ref T first = ref Unsafe.Add(ref x, (nint)g * grouping.Run);
            T shift = T.Zero;
            double sum = 0, squares = 0;
            if (grouping.Centered)
            {
                for (int n = 0; n < runs; n++) { sum += CenteredRun<T, R>.Sum(ref Unsafe.Add(ref first, (nint)n * step), grouping.Run); }
                (shift, sum) = (T.CreateTruncating(sum / count), 0);
            }
            for (int n = 0; n < runs; n++)
            {
                (double ofRun, double squaresOfRun) = CenteredRun<T, R>.SumsAround(ref Unsafe.Add(ref first, (nint)n * step), grouping.Run, shift);
                sum += ofRun;
                squares += squaresOfRun;
            }
            centers[g] = Center<T>.Of(shift, grouping.Centered ? sum : 0, squares, count, grouping.Epsilon);
        }
    }

    internal static void Normalize(ref T x, in Grouping grouping, Centers<T> centers, ReadOnlySpan<T> w, ReadOnlySpan<T> b, ref T y)
    {
        if (grouping.IsColumns)
        {
            ColumnSums<T, R>.Normalize(ref x, grouping, centers, w, b, ref y);
            return;
        }
        GroupWeights<T> weights = new(grouping, w, b);
        nint at = 0;
        for (int row = 0; row < grouping.Batch * grouping.Groups; row++)
        {
            int group = row % grouping.Groups;
            Center<T> center = centers[grouping.AcrossBatch ? group : row];
            for (int k = 0; k < weights.Segments; k++, at += weights.Length)
            {
                ref T source = ref Unsafe.Add(ref x, at);
                ref T target = ref Unsafe.Add(ref y, at);
                ref T weight = ref weights.Weight(group, k);
                ref T bias = ref weights.Bias(group, k);
                if (weights.IsEach && weights.HasBias)
                {
                    CenteredRun<T, R>.Normalize<EachWeightAndBias>(ref source, ref target, weights.Length, center, ref weight, ref bias);
                }
                else if (weights.IsEach) { CenteredRun<T, R>.Normalize<EachWeight>(ref source, ref target, weights.Length, center, ref weight, ref bias); }
                else { CenteredRun<T, R>.Normalize<OneWeight>(ref source, ref target, weights.Length, center, ref weight, ref bias); }
            }
        }
    }

    internal static void Pull(ref T x, in Grouping grouping, Centers<T> centers, ReadOnlySpan<T> w, ref T dy, ref T dx, bool accumulate)
    {
        if (grouping.IsColumns)
        {
            ColumnSums<T, R>.Pull(ref x, grouping, centers, w, ref dy, ref dx, accumulate);
            return;
        }
        GroupWeights<T> weights = new(grouping, w, default);
        int step = grouping.Groups * grouping.Run, runs = grouping.AcrossBatch ? grouping.Batch : 1;
        for (int g = 0; g < grouping.Centers; g++)
        {
            Center<T> center = centers[g];
            int group = g % grouping.Groups;
            nint first = (nint)g * grouping.Run;
            double sum = 0, products = 0;
            for (int n = 0; n < runs; n++)
            {
                for (int k = 0; k < weights.Segments; k++)
                {
                    nint at = first + ((nint)n * step) + ((nint)k * weights.Length);
                    ref T weight = ref weights.Weight(group, k);
                    (double ofRun, double productsOfRun) = weights.IsEach
                        ? CenteredRun<T, R>.Products<EachWeight>(ref Unsafe.Add(ref x, at), ref Unsafe.Add(ref dy, at), weights.Length, center, ref weight)
                        : CenteredRun<T, R>.Products<OneWeight>(ref Unsafe.Add(ref x, at), ref Unsafe.Add(ref dy, at), weights.Length, center, ref weight);
                    sum += ofRun;
                    products += productsOfRun;
                }
            }
            if (!center.IsRegular && IsZero(ref dy, first, runs, step, grouping.Run))
            {
                Clear(ref dx, first, runs, step, grouping.Run, accumulate);
                continue;
            }
            T mean = T.CreateTruncating(grouping.Centered ? sum / grouping.Count : 0), product = T.CreateTruncating(products / grouping.Count);
            for (int n = 0; n < runs; n++)
            {
                for (int k = 0; k < weights.Segments; k++)
                {
                    nint at = first + ((nint)n * step) + ((nint)k * weights.Length);
                    ref T source = ref Unsafe.Add(ref x, at);
                    ref T incoming = ref Unsafe.Add(ref dy, at);
                    ref T target = ref Unsafe.Add(ref dx, at);
                    ref T weight = ref weights.Weight(group, k);
                    if (weights.IsEach)
                    {
                        CenteredRun<T, R>.Pull<EachWeight>(
                            ref source, ref incoming, ref target, weights.Length, center, ref weight, mean, product, accumulate);
                    }
                    else
                    {
                        CenteredRun<T, R>.Pull<OneWeight>(
                            ref source, ref incoming, ref target, weights.Length, center, ref weight, mean, product, accumulate);
                    }
                }
            }
        }
    }

    /// <summary>dw = Σ dy n for each weight, or added to dw.</summary>
    internal static void PullWeights(ref T x, in Grouping grouping, Centers<T> centers, ref T dy, Span<T> dw, bool accumulate)
    {
        if (grouping.IsColumns)
        {
            ColumnSums<T, R>.PullWeights(ref x, grouping, centers, ref dy, dw, accumulate);
            return;
        }
        double[] memory = ArrayPool<double>.Shared.Rent(dw.Length);
        Span<double> sums = memory.AsSpan(0, dw.Length);
        sums.Clear();
        if (grouping.Extent == 1) { SumByColumns(ref x, grouping, centers, ref dy, sums); }
        else
        {
            T one = T.One;
            nint at = 0;
            for (int row = 0; row < grouping.Batch * grouping.Groups; row++)
            {
                int group = row % grouping.Groups;
                Center<T> center = centers[grouping.AcrossBatch ? group : row];
                for (int k = 0; k < grouping.Members; k++, at += grouping.Extent)
                {
                    sums[(group * grouping.Members) + k] += CenteredRun<T, R>.Products<OneWeight>(
                        ref Unsafe.Add(ref x, at), ref Unsafe.Add(ref dy, at), grouping.Extent, center, ref one).Products;
                }
            }
        }
        for (int k = 0; k < sums.Length; k++)
        {
            T sum = T.CreateTruncating(sums[k]);
            dw[k] = accumulate ? dw[k] + sum : sum;
        }
        ArrayPool<double>.Shared.Return(memory);
    }

    // Strong zero: where nothing comes in, nothing goes out, whatever the numbers are.
    private static bool IsZero(ref T dy, nint first, int runs, int step, int length)
    {
        bool isZero = true;
        for (int n = 0; n < runs && isZero; n++)
        {
            isZero = !MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref dy, first + ((nint)n * step)), length).ContainsAnyExcept(T.Zero);
        }
        return isZero;
    }

    private static void Clear(ref T dx, nint first, int runs, int step, int length, bool accumulate)
    {
        for (int n = 0; n < runs && !accumulate; n++) { MemoryMarshal.CreateSpan(ref Unsafe.Add(ref dx, first + ((nint)n * step)), length).Clear(); }
    }

    // Weights that each have one number in a row: some rows are added in the format of the numbers, the sums of those in double.
    private static void SumByColumns(ref T x, in Grouping grouping, Centers<T> centers, ref T dy, Span<double> sums)
    {
        const int Rows = 32;
        T[] memory = ArrayPool<T>.Shared.Rent(sums.Length);
        Span<T> part = memory.AsSpan(0, sums.Length);
        part.Clear();
        nint at = 0;
        for (int n = 0; n < grouping.Batch; n++)
        {
            for (int group = 0; group < grouping.Groups; group++, at += grouping.Run)
            {
                Center<T> center = centers[grouping.AcrossBatch ? group : (n * grouping.Groups) + group];
                CenteredRun<T, R>.AddProducts(
                    ref Unsafe.Add(ref x, at), ref Unsafe.Add(ref dy, at), ref part[group * grouping.Members], grouping.Members, center);
            }
            if (n % Rows == Rows - 1 || n == grouping.Batch - 1) { ColumnSums<T, R>.Flush(part, sums); }
        }
        ArrayPool<T>.Shared.Return(memory);
    }
}
