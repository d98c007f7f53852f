using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>A number for each channel, which stand in axis 1 of an array.</summary>
internal static class ChannelBias
{
    /// <summary>All axes but that of the channels, as bits.</summary>
    internal static uint OtherAxes(int rank) => ((1u << rank) - 1) & ~2u;

    /// <summary>Fills each channel with its number, or adds it.</summary>
    internal static void Write<T>(Elements<T> bias, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<int> strides = stackalloc int[y.Shape.Rank];
        strides.Clear();
        strides[1] = bias.Layout.Strides[0];
        StridedCopy.Copy(new Elements<T>(bias.Memory, bias.Start, Layout.Of(y.Shape, strides)), y, accumulate);
    }
}
