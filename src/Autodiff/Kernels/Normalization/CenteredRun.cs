using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>The loops of normalisation over neighbours that have one center.</summary>
internal static class CenteredRun<T, R>
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
{
    // So many are added in the format of the numbers, the sums of those in double.
    private const int Part = 1024;

    /// <summary>Σ (x - shift) and Σ (x - shift)².</summary>
    internal static (double Sum, double Squares) SumsAround(ref T x, int count, T shift)
    {
        double sum = 0, squares = 0;
        for (int done = 0; done < count; done += Part)
        {
            SumsOfPart(ref Unsafe.Add(ref x, done), Math.Min(Part, count - done), LaneParts<R, T>.Repeat(shift), out T first, out T second);
            sum += double.CreateTruncating(first);
            squares += double.CreateTruncating(second);
        }
        return double.IsPositiveInfinity(squares) ? Center<T>.SumsAround(ref x, count, 1, shift) : (sum, squares);
    }

    /// <summary>Σ x.</summary>
    internal static double Sum(ref T x, int count)
    {
        double sum = 0;
        for (int done = 0; done < count; done += Part)
        {
            sum += double.CreateTruncating(FoldLoop<SumFold, T, R>.Run(default, ref Unsafe.Add(ref x, done), Math.Min(Part, count - done)));
        }
        return sum;
    }

    /// <summary>y = (x - high - low) scale w + b.</summary>
    [MethodImpl(AggressiveOptimization)]
    internal static void Normalize<TWeights>(ref T x, ref T y, int count, in Center<T> center, ref T w, ref T b)
        where TWeights : struct, IWeights
    {
        R high = LaneParts<R, T>.Repeat(center.High), low = LaneParts<R, T>.Repeat(center.Low), scale = LaneParts<R, T>.Repeat(center.Scale);
        if (!TWeights.IsEach) { scale *= LaneParts<R, T>.Repeat(w); }
        R shift = LaneParts<R, T>.Repeat(b);
        int i = 0;
        for (; i <= count - R.Count; i += R.Count)
        {
            R normal = (R.Load(ref Unsafe.Add(ref x, i)) - high - low) * scale;
            R weighted = !TWeights.IsEach ? normal + shift
                : TWeights.HasBias ? R.MultiplyAdd(normal, R.Load(ref Unsafe.Add(ref w, i)), R.Load(ref Unsafe.Add(ref b, i)))
                : normal * R.Load(ref Unsafe.Add(ref w, i));
            R.Store(weighted, ref Unsafe.Add(ref y, i));
        }
        int left = count - i;
        if (left > 0)
        {
            R normal = (R.Load(ref Unsafe.Add(ref x, i), left) - high - low) * scale;
            R weighted = !TWeights.IsEach ? normal + shift
                : TWeights.HasBias ? R.MultiplyAdd(normal, R.Load(ref Unsafe.Add(ref w, i), left), R.Load(ref Unsafe.Add(ref b, i), left))
                : normal * R.Load(ref Unsafe.Add(ref w, i), left);
            R.Store(weighted, ref Unsafe.Add(ref y, i), left);
        }
    }

    /// <summary>Σ g and Σ g n, with g = dy w and n = (x - high - low) scale.</summary>
    internal static (double Sum, double Products) Products<TWeights>(ref T x, ref T dy, int count, in Center<T> center, ref T w)
        where TWeights : struct, IWeights
    {
        double sum = 0, products = 0;
        if (!center.IsRegular)
        {
            for (int i = 0; i < count; i++)
            {
                T g = Unsafe.Add(ref dy, i) * (TWeights.IsEach ? Unsafe.Add(ref w, i) : w);
                sum += double.CreateTruncating(g);
                products += double.CreateTruncating(center.Product(Unsafe.Add(ref x, i), g));
            }
            return (sum, products);
        }
        for (int done = 0; done < count; done += Part)
        {
            ref T weights = ref TWeights.IsEach ? ref Unsafe.Add(ref w, done) : ref w;
            int length = Math.Min(Part, count - done);
            ProductsOfPart<TWeights>(ref Unsafe.Add(ref x, done), ref Unsafe.Add(ref dy, done), length, center, ref weights, out T first, out T second);
            sum += double.CreateTruncating(first);
            products += double.CreateTruncating(second);
        }
        return (sum, products);
    }

    /// <summary>dx = (g - mean - n product) scale, or added to dx, with g = dy w and n = (x - high - low) scale.</summary>
    [MethodImpl(AggressiveOptimization)]
    internal static void Pull<TWeights>(
        ref T x, ref T dy, ref T dx, int count, in Center<T> center, ref T w, T mean, T product, bool accumulate)
        where TWeights : struct, IWeights
    {
        R high = LaneParts<R, T>.Repeat(center.High), low = LaneParts<R, T>.Repeat(center.Low), scale = LaneParts<R, T>.Repeat(center.Scale);
        R constant = LaneParts<R, T>.Repeat(mean), slope = LaneParts<R, T>.Repeat(-product * center.Scale), one = LaneParts<R, T>.Repeat(w);
        for (int i = 0; i < count; i += R.Count)
        {
            ref T place = ref Unsafe.Add(ref dx, i);
            if (count - i >= R.Count)
            {
                R weight = TWeights.IsEach ? R.Load(ref Unsafe.Add(ref w, i)) : one;
                R part = R.MultiplyAdd(R.Load(ref Unsafe.Add(ref x, i)) - high - low, slope, -constant);
                R pulled = R.MultiplyAdd(R.Load(ref Unsafe.Add(ref dy, i)), weight, part) * scale;
                R.Store(accumulate ? R.Load(ref place) + pulled : pulled, ref place);
            }
            else
            {
                int left = count - i;
                R weight = TWeights.IsEach ? R.Load(ref Unsafe.Add(ref w, i), left) : one;
                R part = R.MultiplyAdd(R.Load(ref Unsafe.Add(ref x, i), left) - high - low, slope, -constant);
                R pulled = R.MultiplyAdd(R.Load(ref Unsafe.Add(ref dy, i), left), weight, part) * scale;
                R.Store(accumulate ? R.Load(ref place, left) + pulled : pulled, ref place, left);
            }
        }
    }

    /// <summary>Adds dy n to sums, one for each of the numbers, with n = (x - high - low) scale.</summary>
    [MethodImpl(AggressiveOptimization)]
    internal static void AddProducts(ref T x, ref T dy, ref T sums, int count, in Center<T> center)
    {
        if (!center.IsRegular)
        {
            for (int j = 0; j < count; j++) { Unsafe.Add(ref sums, j) += center.Product(Unsafe.Add(ref x, j), Unsafe.Add(ref dy, j)); }
            return;
        }
        R high = LaneParts<R, T>.Repeat(center.High), low = LaneParts<R, T>.Repeat(center.Low), scale = LaneParts<R, T>.Repeat(center.Scale);
        int i = 0;
        for (; i <= count - R.Count; i += R.Count)
        {
            R normal = (R.Load(ref Unsafe.Add(ref x, i)) - high - low) * scale;
            ref T sum = ref Unsafe.Add(ref sums, i);
            R.Store(R.MultiplyAdd(R.Load(ref Unsafe.Add(ref dy, i)), normal, R.Load(ref sum)), ref sum);
        }
        int left = count - i;
        if (left > 0)
        {
            R normal = (R.Load(ref Unsafe.Add(ref x, i), left) - high - low) * scale;
            ref T sum = ref Unsafe.Add(ref sums, i);
            R.Store(R.MultiplyAdd(R.Load(ref Unsafe.Add(ref dy, i), left), normal, R.Load(ref sum, left)), ref sum, left);
        }
    }

    [MethodImpl(AggressiveOptimization)]
    private static void SumsOfPart(ref T x, int count, R shift, out T sum, out T squares)
    {
        R zero = R.Constant(0), a = zero, b = zero, aa = zero, bb = zero;
        int i = 0;
        for (; i <= count - (2 * R.Count); i += 2 * R.Count)
        {
            R first = R.Load(ref Unsafe.Add(ref x, i)) - shift, second = R.Load(ref Unsafe.Add(ref x, i + R.Count)) - shift;
            a += first;
            b += second;
            aa = R.MultiplyAdd(first, first, aa);
            bb = R.MultiplyAdd(second, second, bb);
        }
        for (; i < count; i += R.Count)
        {
            int left = Math.Min(R.Count, count - i);
            R first = LaneParts<R, T>.First(R.Load(ref Unsafe.Add(ref x, i), left) - shift, left, zero);
            a += first;
            aa = R.MultiplyAdd(first, first, aa);
        }
        sum = LaneParts<R, T>.Join(default(SumFold), a + b);
        squares = LaneParts<R, T>.Join(default(SumFold), aa + bb);
    }

    [MethodImpl(AggressiveOptimization)]
    private static void ProductsOfPart<TWeights>(
        ref T x, ref T dy, int count, in Center<T> center, ref T w, out T sum, out T products)
        where TWeights : struct, IWeights
    {
        R high = LaneParts<R, T>.Repeat(center.High), low = LaneParts<R, T>.Repeat(center.Low), one = LaneParts<R, T>.Repeat(w);
        R zero = R.Constant(0), a = zero, b = zero, aa = zero, bb = zero;
        int i = 0;
        for (; i <= count - (2 * R.Count); i += 2 * R.Count)
        {
            int j = i + R.Count;
            R first = R.Load(ref Unsafe.Add(ref dy, i)) * (TWeights.IsEach ? R.Load(ref Unsafe.Add(ref w, i)) : one);
            R second = R.Load(ref Unsafe.Add(ref dy, j)) * (TWeights.IsEach ? R.Load(ref Unsafe.Add(ref w, j)) : one);
            a += first;
            b += second;
            aa = R.MultiplyAdd(first, R.Load(ref Unsafe.Add(ref x, i)) - high - low, aa);
            bb = R.MultiplyAdd(second, R.Load(ref Unsafe.Add(ref x, j)) - high - low, bb);
        }
        for (; i < count; i += R.Count)
        {
            int left = Math.Min(R.Count, count - i);
            R weight = TWeights.IsEach ? R.Load(ref Unsafe.Add(ref w, i), left) : one;
            R first = LaneParts<R, T>.First(R.Load(ref Unsafe.Add(ref dy, i), left) * weight, left, zero);
            R x0 = LaneParts<R, T>.First(R.Load(ref Unsafe.Add(ref x, i), left) - high - low, left, zero);
            a += first;
            aa = R.MultiplyAdd(first, x0, aa);
        }
        sum = LaneParts<R, T>.Join(default(SumFold), a + b);
        products = LaneParts<R, T>.Join(default(SumFold), aa + bb) * center.Scale;
    }
}
