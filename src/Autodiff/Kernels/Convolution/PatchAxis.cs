namespace Autodiff.Kernels;

/// <summary>Some places along an axis, and the elements that one tap stands on there.</summary>
/// <param name="Count">The number of places.</param>
/// <param name="Low">The first place whose tap stands on an element.</param>
/// <param name="High">The first place from there on whose tap does not.</param>
/// <param name="Start">How far the element of place Low is from the first one.</param>
/// <param name="Step">The distance from the element of a place to that of the next.</param>
/// <param name="Inner">The number of places along all further axes together.</param>
internal readonly record struct PatchAxis(int Count, int Low, int High, nint Start, nint Step, nint Inner)
{
    /// <summary>The places from number <paramref name="first"/> on.</summary>
    internal static PatchAxis Of(KernelAxis window, int tap, int first, int count, int stride, nint inner)
    {
        long offset = ((long)first * window.Stride) + ((long)tap * window.Dilation) - window.Padding;
        long low = offset >= 0 ? 0 : (window.Stride - 1 - offset) / window.Stride;
        long high = offset >= window.Input ? 0 : ((window.Input - 1 - offset) / window.Stride) + 1;
        low = Math.Min(low, count);
        high = Math.Clamp(high, low, count);
        nint start = low == high ? 0 : (nint)(((low * window.Stride) + offset) * stride);
        return new(count, (int)low, (int)high, start, (nint)window.Stride * stride, inner);
    }
}
