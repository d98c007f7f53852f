using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Tests.Kernels;

/// <summary>Random shapes, and elements that stand in memory in every way a layout can say.</summary>
internal static class Arrangement
{
    private const int MostElements = 20_000;

    /// <summary>A shape of rank 0 to 5 with short axes, axes of length 1, sometimes a long axis and rarely an empty one.</summary>
    public static Shape RandomShape(Random random)
    {
        int[] lengths = new int[random.Next(6)];
        for (int axis = 0; axis < lengths.Length; axis++) { lengths[axis] = random.Next(12) == 0 ? 1 : random.Next(1, 7); }
        if (lengths.Length > 0 && random.Next(2) == 0) { lengths[random.Next(lengths.Length)] = random.Next(8, 300); }
        if (lengths.Length > 1 && random.Next(4) == 0) { lengths[random.Next(lengths.Length)] = random.Next(8, 150); }
        if (lengths.Length > 0 && random.Next(12) == 0) { lengths[random.Next(lengths.Length)] = 0; }
        while (lengths.Aggregate(1L, (product, length) => product * length) > MostElements) { lengths[Array.IndexOf(lengths, lengths.Max())] /= 2; }
        return Shape.Of(lengths);
    }

    /// <summary>Elements with permuted, flipped and spread axes, and repeated ones if they may overlap; dense now and then.</summary>
    public static Elements<T> Random<T>(Random random, Shape shape, bool mayOverlap, Func<T> value)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] strides = new int[shape.Rank], order = [.. Enumerable.Range(0, shape.Rank)];
        int kind = random.Next(5), start = random.Next(5);
        if (kind == 0) { order = [.. order.Reverse()]; }
        else { random.Shuffle(kind == 1 ? [] : kind == 2 ? order.AsSpan(0, Math.Min(2, order.Length)) : order); }
        int stride = kind >= 3 && random.Next(3) == 0 ? 2 : 1;
        foreach (int axis in order.Reverse())
        {
            strides[axis] = stride;
            stride *= Math.Max(shape.Lengths[axis], 1);
            if (kind >= 2 && random.Next(3) == 0) { stride += random.Next(1, 3) * (strides[axis] == 0 ? 1 : Math.Abs(strides[axis])); }
            if (kind >= 2 && mayOverlap && random.Next(4) == 0)
            {
                stride = strides[axis];
                strides[axis] = 0;
            }
            else if (kind >= 2 && random.Next(4) == 0)
            {
                start += strides[axis] * (Math.Max(shape.Lengths[axis], 1) - 1);
                strides[axis] = -strides[axis];
            }
        }
        Elements<T> elements = new(new T[start + stride + 5], start, Layout.Of(shape, strides));
        for (int i = 0; i < elements.Memory.Length; i++) { elements.Memory[i] = value(); }
        return elements;
    }

    /// <summary>Dense elements of these values.</summary>
    public static Elements<T> Dense<T>(Shape shape, T[] values)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(values, 0, shape.Dense);

    /// <summary>The places in memory, row by row.</summary>
    public static int[] Places<T>(Elements<T> elements)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = elements.Shape;
        int[] places = new int[shape.ElementCount], indices = new int[shape.Rank];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = elements.Start;
            for (int axis = 0; axis < shape.Rank; axis++) { places[i] += indices[axis] * elements.Layout.Strides[axis]; }
            for (int axis = shape.Rank - 1; axis >= 0 && ++indices[axis] == shape.Lengths[axis]; axis--) { indices[axis] = 0; }
        }
        return places;
    }

    /// <summary>The values, row by row.</summary>
    public static T[] Values<T>(Elements<T> elements)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. Places(elements).Select(place => elements.Memory[place])];

    /// <summary>The values that make each result when those axes are reduced, in the order of the other axes.</summary>
    public static T[][] Groups<T>(Elements<T> elements, uint axes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = elements.Shape;
        List<T>[] groups = [.. Enumerable.Range(0, shape.Without(axes, keepAxes: false).ElementCount).Select(_ => new List<T>())];
        T[] values = Values(elements);
        for (int i = 0; i < values.Length; i++)
        {
            int rest = i, result = 0, step = 1;
            for (int axis = shape.Rank - 1; axis >= 0; axis--)
            {
                (rest, int index) = Math.DivRem(rest, shape.Lengths[axis]);
                if ((axes & (1u << axis)) != 0) { continue; }
                result += index * step;
                step *= shape.Lengths[axis];
            }
            groups[result].Add(values[i]);
        }
        return [.. groups.Select(group => group.ToArray())];
    }

    /// <summary>A small integer, so that sums are exact in both formats.</summary>
    public static T Integer<T>(Random random)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.CreateChecked(random.Next(-8, 9));
}
