namespace Autodiff.Kernels;

/// <summary>Where the windows of a pooling stand along one axis.</summary>
/// <param name="Input">How many elements there are.</param>
/// <param name="Output">How many windows.</param>
/// <param name="Size">The number of elements of a window; 0 for windows that divide the elements among themselves as evenly as possible.</param>
/// <param name="Stride">How far it is from one window to the next.</param>
/// <param name="Padding">How far the first window stands before the first element.</param>
/// <param name="Dilation">How far it is from one element of a window to the next.</param>
internal readonly record struct WindowAxis(int Input, int Output, int Size, int Stride, int Padding, int Dilation)
{
    /// <summary>An axis of one element and one window.</summary>
    internal static WindowAxis Single => new(1, 1, 1, 1, 0, 1);

    internal Window this[int i] => Size == 0 ? Part(i) : Stepped(i);

    /// <summary>The number of windows that fit, the last one with less than all of its elements if the number is rounded up.</summary>
    internal static int Count(int input, int size, int stride, int padding, int dilation, bool roundsUp)
    {
        long free = input + (2L * padding) - (dilation * (size - 1L)) - 1;
        if (free < 0 && (!roundsUp || free <= -stride)) { return 0; }
        long count = ((free + (roundsUp ? stride - 1 : 0)) / stride) + 1;

        // A window that would begin behind the last element and the padding before it has nothing to look at.
        if (roundsUp && (count - 1) * stride >= (long)input + padding) { count--; }
        return (int)Math.Min(count, int.MaxValue);
    }

    /// <summary>Windows that divide the elements among themselves; they overlap where the lengths do not divide.</summary>
    internal static WindowAxis Parts(int input, int output) => new(input, output, 0, 0, 0, 1);

    private Window Part(int i)
    {
        int first = (int)((long)i * Input / Output), end = (int)((((i + 1L) * Input) + Output - 1) / Output);
        return new(first, end - first, end - first);
    }

    private Window Stepped(int i)
    {
        long start = ((long)i * Stride) - Padding;
        long skipped = start < 0 ? (-start + Dilation - 1) / Dilation : 0, first = start + (skipped * Dilation);
        long count = first >= Input ? 0 : Math.Min(Size - skipped, ((Input - 1 - first) / Dilation) + 1);
        return new((int)Math.Min(first, Input), (int)Math.Max(count, 0), (int)(Math.Min(start + Size, (long)Input + Padding) - start));
    }
}
