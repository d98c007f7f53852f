namespace Autodiff.Tests.Ops;

/// <summary>Windows along axes by plain loops: for each window the places that it looks at, those on the padding among them.</summary>
internal sealed record PlainWindows(int[] Window, int[] Stride, int[] Padding, int[] Dilation, bool Ceiling)
{
    public static PlainWindows Of(int[] window, int[]? stride = null, int[]? padding = null, int[]? dilation = null, bool ceiling = false)
    {
        return new(window, stride ?? window, Each(padding, 0), Each(dilation, 1), ceiling);

        int[] Each(int[]? given, int byDefault) => given ?? [.. window.Select(_ => byDefault)];
    }

    /// <summary>The elements of each window made one, of which those on the padding are null.</summary>
    public Grid Fold(Grid x, Func<double?[], double> fold)
    {
        int first = x.Rank - Window.Length;
        int[] shape = [.. x.Shape.Select((length, axis) => axis < first ? length : Count(length, axis - first))];
        return Grid.Of(shape, at => fold([.. Seen(at)]));

        IEnumerable<double?> Seen(int[] at) =>
            Grid.Indices(Window).Select(offset => Element(x, at, offset)).Where(seen => seen.IsCounted).Select(seen => seen.Value);
    }

    private (bool IsCounted, double? Value) Element(Grid x, int[] at, int[] offset)
    {
        int[] index = [.. at];
        bool isInside = true, isCounted = true;
        for (int k = 0; k < Window.Length; k++)
        {
            int axis = x.Rank - Window.Length + k, place = (at[axis] * Stride[k]) - Padding[k] + (offset[k] * Dilation[k]);
            isInside &= place >= 0 && place < x.Shape[axis];
            isCounted &= place < x.Shape[axis] + Padding[k];
            index[axis] = place;
        }
        return (isCounted, isInside ? x[index] : null);
    }

    private int Count(int length, int k)
    {
        // Windows are set until one does not fit; rounding up, until one begins behind the last element.
        int count = 0, spanned = (Dilation[k] * (Window[k] - 1)) + 1;
        bool Fits(int start) => start + spanned <= length + Padding[k];
        while (Fits((count * Stride[k]) - Padding[k])) { count++; }
        int next = (count * Stride[k]) - Padding[k];
        bool endsWithAll = count > 0 && next - Stride[k] + spanned == length + Padding[k];
        return Ceiling && !endsWithAll && next < length ? count + 1 : count;
    }
}
