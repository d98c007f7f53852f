using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>What goes from one element to the next along an axis.</summary>
internal static class Steps
{
    /// <summary>Moves the elements by one along the axis, or back; those at the beginning become the given number.</summary>
    internal static void Delay<T>(Elements<T> y, int axis, bool reversed, T first)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (y.Shape.ElementCount == 0) { return; }
        AlongAxis walk = new(y.Shape, axis);
        int size = walk.Length * walk.Step;
        for (int group = 0; group < walk.Groups; group++)
        {
            Span<T> elements = y.Span.Slice(group * size, size);
            if (reversed) { elements[walk.Step..].CopyTo(elements); }
            else { elements[..^walk.Step].CopyTo(elements[walk.Step..]); }
            (reversed ? elements[^walk.Step..] : elements[..walk.Step]).Fill(first);
        }
    }

    /// <summary>yᵢ = bᵢ + aᵢ yᵢ₋₁ along the axis, or from the end, beginning with b₀; delayed, with aᵢ₋₁.</summary>
    internal static void Recur<T>(Elements<T> a, Elements<T> b, int axis, bool reversed, bool isDelayed, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (y.IsEmpty) { return; }
        using DenseElements<T> coefficients = new(a), added = new(b);
        AlongAxis walk = new(a.Shape, axis);
        int step = walk.Step, size = walk.Length * step;
        for (int group = 0; group < walk.Groups; group++)
        {
            if (walk.IsLast)
            {
                Range line = (group * size)..((group + 1) * size);
                Line(coefficients.Span[line], added.Span[line], reversed, isDelayed, y[line]);
                continue;
            }
            int previous = (group * size) + (reversed ? size - step : 0);
            added.Span.Slice(previous, step).CopyTo(y[previous..]);
            for (int i = 1; i < walk.Length; i++)
            {
                int current = reversed ? previous - step : previous + step;
                Row(
                    coefficients.Span.Slice(isDelayed ? previous : current, step),
                    added.Span.Slice(current, step),
                    y.Slice(previous, step),
                    y.Slice(current, step));
                previous = current;
            }
        }
    }

    [MethodImpl(AggressiveOptimization)]
    private static void Line<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, bool reversed, bool isDelayed, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int step = reversed ? -1 : 1, current = reversed ? y.Length - 1 : 0;
        T before = y[current] = b[current];
        for (int i = 1; i < y.Length; i++)
        {
            int previous = current;
            current += step;
            y[current] = before = b[current] + (a[isDelayed ? previous : current] * before);
        }
    }

    [MethodImpl(AggressiveOptimization)]
    private static void Row<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> before, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < y.Length; i++) { y[i] = b[i] + (a[i] * before[i]); }
    }
}
