using System.Buffers;
using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>The order of the elements of each line along an axis.</summary>
internal static class Ordering
{
    private const ulong Sign = 1UL << 63;

    // So many are found in one pass over the line.
    private const int Few = 64;

    /// <summary>
    /// Writes, for each line, the indices of its first elements in their order: as many as the target has along the axis. Equal elements stay in the
    /// order they have; NaN counts as greater than any number.
    /// </summary>
    /// <param name="source">The elements.</param>
    /// <param name="axis">The axis of the lines.</param>
    /// <param name="descending">Whether the greatest come first.</param>
    /// <param name="inPlaceOrder">Whether the indices that are written are then put in their own order.</param>
    /// <param name="count">How many there are of each line.</param>
    /// <param name="target">The indices, in the shape of the source but for the axis, row by row.</param>
    internal static void Sort<T>(Elements<T> source, int axis, bool descending, bool inPlaceOrder, int count, Span<int> target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (target.IsEmpty) { return; }
        using DenseElements<T> dense = new(source);
        AlongAxis walk = new(source.Shape, axis);
        ulong[] keyMemory = ArrayPool<ulong>.Shared.Rent(walk.Length);
        int[] indexMemory = ArrayPool<int>.Shared.Rent(walk.Length);
        Span<ulong> keys = keyMemory.AsSpan(0, walk.Length);
        Span<int> indices = indexMemory.AsSpan(0, walk.Length);
        for (int group = 0; group < walk.Groups; group++)
        {
            for (int column = 0; column < walk.Step; column++)
            {
                ReadOnlySpan<T> line = dense.Span[((group * walk.Length * walk.Step) + column)..];
                if (count <= Few && count < keys.Length / 4) { SelectFew(line, walk.Step, descending, keys[..count], indices[..count], keys.Length); }
                else { SortAll(line, walk.Step, descending, keys, indices); }
                if (inPlaceOrder) { indices[..count].Sort(); }
                int place = (group * count * walk.Step) + column;
                for (int i = 0; i < count; i++, place += walk.Step) { target[place] = indices[i]; }
            }
        }
        ArrayPool<ulong>.Shared.Return(keyMemory);
        ArrayPool<int>.Shared.Return(indexMemory);
    }

    private static void SortAll<T>(ReadOnlySpan<T> line, int step, bool descending, Span<ulong> keys, Span<int> indices)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < keys.Length; i++)
        {
            ulong key = Key(double.CreateTruncating(line[i * step]));
            (keys[i], indices[i]) = (descending ? ~key : key, i);
        }
        keys.Sort(indices);
        OrderEqual(keys, indices);
    }

    // The first of all in order: each element that comes before the last of those found is put among them, behind its equals.
    private static void SelectFew<T>(ReadOnlySpan<T> line, int step, bool descending, Span<ulong> keys, Span<int> indices, int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (keys.IsEmpty) { return; }
        int found = 0;
        for (int i = 0; i < length; i++)
        {
            ulong key = Key(double.CreateTruncating(line[i * step]));
            if (descending) { key = ~key; }
            if (found == keys.Length && key >= keys[^1]) { continue; }
            int place = found < keys.Length ? found++ : found - 1;
            for (; place > 0 && keys[place - 1] > key; place--) { (keys[place], indices[place]) = (keys[place - 1], indices[place - 1]); }
            (keys[place], indices[place]) = (key, i);
        }
    }

    // An integer that is greater where the number is: the bits of a negative number count backward. All NaN are one, and both zeros.
    private static ulong Key(double x)
    {
        if (double.IsNaN(x)) { return ulong.MaxValue; }
        ulong bits = BitConverter.DoubleToUInt64Bits(x == 0 ? 0.0 : x);
        return (bits & Sign) != 0 ? ~bits : bits | Sign;
    }

    // A sort that is not stable becomes so: among equal keys the indices are put in order.
    private static void OrderEqual(ReadOnlySpan<ulong> keys, Span<int> indices)
    {
        for (int start = 0, end; start < keys.Length; start = end)
        {
            end = start + 1;
            while (end < keys.Length && keys[end] == keys[start]) { end++; }
            if (end - start > 1) { indices[start..end].Sort(); }
        }
    }
}
