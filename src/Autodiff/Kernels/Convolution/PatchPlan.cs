namespace Autodiff.Kernels;

/// <summary>
/// How the patches of an image are laid out as a matrix, a column for each place and a row for each channel and tap, and how much of it is
/// made at once, so that it stays in a near cache.
/// </summary>
/// <remarks>
/// At stride 1 along the first axis the taps along it see the same elements, some places further on. Then the matrix has rows for the other taps
/// only, and places enough for all of the first axis: it slides.
/// An element that many taps see is copied to many rows. Then it pays to copy the image first, with the zeros around it, so that all other copies
/// are of whole runs.
/// </remarks>
internal readonly struct PatchPlan
{
    /// <summary>The bytes made at once: about half of the second cache.</summary>
    private const int Bytes = 384 << 10;

    /// <summary>The rows below which each product of a tap would be too shallow to slide.</summary>
    private const int FewRows = 16;

    /// <summary>The elements of a row above which it is rather parted than shared.</summary>
    private const int LongestRow = 1 << 24;

    /// <summary>What the last vector may read or write beyond the last element.</summary>
    private const int Spare = 64;

    /// <summary>The columns below which it is rather the rows that are parted.</summary>
    private const int FewColumns = 128;

    internal PatchPlan(KernelWindows windows, int channels, int elementSize, bool isAdjoint = false)
    {
        KernelAxis first = windows.Axes[0];
        int otherTaps = 1;
        Inner = 1;
        foreach (KernelAxis axis in windows.Axes[1..])
        {
            otherTaps = checked(otherTaps * axis.Kernel);
            Inner = checked(Inner * axis.Output);
        }
        int slidingRows = checked(channels * otherTaps);
        bool pays = slidingRows >= FewRows && first.Output + (long)first.Reach < (long)first.Kernel * first.Output
            && (first.Reach + (long)FewColumns) * Inner < LongestRow;
        Slides = first.Stride == 1 && (first.Kernel == 1 || (pays && !isAdjoint));
        Slid = Slides ? first.Kernel : 1;
        Rows = Slides ? slidingRows : checked(slidingRows * first.Kernel);
        int reach = Slides ? first.Reach : 0;
        long columns = Bytes / ((long)elementSize * Math.Max(Rows, 1));
        long least = Math.Max(1, FewColumns / Inner), most = Math.Max(least, (columns / Inner) - reach);
        PlacesAtOnce = (int)Math.Min(first.Output, most);
        RowLength = Spread(checked((PlacesAtOnce + reach) * Inner), elementSize);
        RowsAtOnce = (int)Math.Clamp(2L * Bytes / ((long)elementSize * RowLength), 1, Math.Max(Rows, 1));
        int ofMatrix = checked((RowsAtOnce * RowLength) + Spare);
        long framed = 1;    // of one channel
        for (int axis = 0; axis < windows.Axes.Length && framed <= ofMatrix; axis++)
        {
            framed *= windows.Axes[axis].Span(axis == 0 ? PlacesAtOnce : windows.Axes[axis].Output);
        }
        IsFramed = !isAdjoint && Rows > channels && 2 * framed <= (long)RowLength * (Rows / Math.Max(channels, 1));
        Frame = ofMatrix;
        Length = IsFramed ? checked(ofMatrix + (int)framed + Spare) : ofMatrix;
    }

    /// <summary>Whether the taps of the first axis share rows.</summary>
    internal bool Slides { get; }

    /// <summary>The taps that share a row, each some places further on.</summary>
    internal int Slid { get; }

    /// <summary>The rows of the matrix.</summary>
    internal int Rows { get; }

    /// <summary>The rows that are made at once.</summary>
    internal int RowsAtOnce { get; }

    /// <summary>The places along the first axis that are made at once.</summary>
    internal int PlacesAtOnce { get; }

    /// <summary>The number of places along all other axes together.</summary>
    internal int Inner { get; }

    /// <summary>The distance of rows in memory.</summary>
    internal int RowLength { get; }

    /// <summary>Whether images are copied with the zeros around them first, and where in the memory to.</summary>
    internal bool IsFramed { get; }

    internal int Frame { get; }

    /// <summary>The memory that is needed, in elements.</summary>
    internal int Length { get; }

    // Rows begin at a line of the cache, and not all in the same few sets of it.
    private static int Spread(int length, int elementSize)
    {
        int line = 64 / elementSize, rounded = checked(length + (-length & (line - 1)));
        return rounded * elementSize % 2048 == 0 ? rounded + line : rounded;
    }
}
