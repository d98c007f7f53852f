namespace Autodiff.Kernels;

/// <summary>What the sum of a window is divided by.</summary>
/// <param name="Fixed">The same number for all windows; if 0, the number of elements in the window.</param>
/// <param name="CountsPadding">Whether the elements on the padding are counted.</param>
internal readonly record struct Divisor(int Fixed, bool CountsPadding)
{
    internal double Of(Window depth, Window height, Window width) =>
        Fixed != 0 ? Fixed : (double)Counted(depth) * Counted(height) * Counted(width);

    private int Counted(Window window) => CountsPadding ? window.Spanned : window.Count;
}
