using Autodiff.Diagnostics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>Makes windows from the parameters of a convolution or pooling, and rejects those that do not fit.</summary>
internal static class WindowChecks
{
    /// <summary>The windows of a convolution of x, which may lack the batch.</summary>
    internal static KernelWindows Of(string operation, Shape x, Shape weights, PerAxis stride, Padding padding, PerAxis dilation, int groups)
    {
        RequireRanks(operation, x, weights);
        RequireGroups(operation, weights.Lengths[0], weights, groups);
        long taken = (long)weights.Lengths[1] * groups;
        int channels = x[1 - weights.Rank];
        if (channels != taken) { Throw.ConvolutionChannels(operation, x, weights, channels, (int)Math.Min(taken, int.MaxValue), groups); }
        int axes = weights.Rank - 2;
        RequireCounts(operation, axes, stride, padding.Numbers, dilation);
        Span<KernelAxis> windows = stackalloc KernelAxis[axes];
        for (int axis = 0; axis < axes; axis++)
        {
            (int step, int spread) = (stride.Of(axis, 1), dilation.Of(axis, 1));
            int before = padding.Numbers.Of(axis, 0);
            RequireNumbers(operation, weights, axis, step, before, spread);
            int input = x.Lengths[axis + x.Rank - axes], kernel = weights.Lengths[axis + 2];
            long reach = ((long)kernel - 1) * spread, padded = input + (2L * before);
            if (padding.IsSame)
            {
                if (step != 1) { Throw.SameWithStride(operation, step, axis); }
                padded = input + reach;
                before = (int)Math.Min(reach / 2, int.MaxValue);
            }
            if (padded > Array.MaxLength) { Throw.PaddedTooLong(operation, x, axis, padded); }
            if (reach + 1 > padded) { Throw.KernelTooLong(operation, x, weights, axis, reach + 1, padded); }
            windows[axis] = new(input, kernel, (int)((padded - reach - 1) / step) + 1, step, before, spread);
        }
        return KernelWindows.Of(windows, groups);
    }

    /// <summary>The windows of a convolution whose output is x, which may lack the batch, and whose input is therefore the result.</summary>
    internal static KernelWindows OfTransposed(
        string operation, Shape x, Shape weights, PerAxis stride, PerAxis padding, PerAxis outputPadding, PerAxis dilation, int groups)
    {
        RequireRanks(operation, x, weights);
        int channels = x[1 - weights.Rank], axes = weights.Rank - 2;
        if (channels != weights.Lengths[0]) { Throw.ConvolutionChannels(operation, x, weights, channels, weights.Lengths[0], Math.Max(groups, 1)); }
        RequireGroups(operation, weights.Lengths[0], weights, groups);
        RequireCounts(operation, axes, stride, padding, dilation);
        RequireCount(operation, axes, outputPadding, nameof(outputPadding));
        Span<KernelAxis> windows = stackalloc KernelAxis[axes];
        for (int axis = 0; axis < axes; axis++)
        {
            (int step, int spread) = (stride.Of(axis, 1), dilation.Of(axis, 1));
            (int before, int behind) = (padding.Of(axis, 0), outputPadding.Of(axis, 0));
            RequireNumbers(operation, weights, axis, step, before, spread);
            if (behind < 0) { Throw.PerAxisRange(operation, nameof(outputPadding), behind, axis, 0); }
            if (behind >= Math.Max(step, spread)) { Throw.OutputPadding(operation, behind, axis, step, spread); }
            int places = x.Lengths[axis + x.Rank - axes], kernel = weights.Lengths[axis + 2];
            long padded = ((places - 1L) * step) + ((kernel - 1L) * spread) + behind + 1, length = padded - (2L * before);
            if (places == 0 || length < 1 || padded > Array.MaxLength) { Throw.TransposedLength(operation, x, weights, axis, places == 0 ? 0 : length); }
            windows[axis] = new((int)length, kernel, places, step, before, spread);
        }
        return KernelWindows.Of(windows, groups);
    }

    /// <summary>Refuses a bias that is not a number for each channel of the result.</summary>
    internal static void RequireBias(string operation, Shape bias, int channels, Shape weights)
    {
        if (bias.Rank != 1 || bias.Lengths[0] != channels) { Throw.ConvolutionBias(operation, bias, channels, weights); }
    }

    private static void RequireRanks(string operation, Shape x, Shape weights)
    {
        if (weights.Rank < 3 || (x.Rank != weights.Rank && x.Rank != weights.Rank - 1)) { Throw.ConvolutionRanks(operation, x, weights); }
    }

    private static void RequireGroups(string operation, int channels, Shape weights, int groups)
    {
        if (groups < 1 || channels % groups != 0) { Throw.Groups(operation, groups, channels, weights); }
    }

    internal static void RequireCounts(string operation, int axes, PerAxis stride, PerAxis padding, PerAxis dilation)
    {
        RequireCount(operation, axes, stride, nameof(stride));
        RequireCount(operation, axes, padding, nameof(padding));
        RequireCount(operation, axes, dilation, nameof(dilation));
    }

    private static void RequireCount(string operation, int axes, PerAxis numbers, string what)
    {
        if (numbers.Count > 1 && numbers.Count != axes) { Throw.PerAxisCount(operation, what, numbers.Count, axes); }
    }

    private static void RequireNumbers(string operation, Shape weights, int axis, int stride, int padding, int dilation)
    {
        if (stride < 1) { Throw.PerAxisRange(operation, nameof(stride), stride, axis, 1); }
        if (padding < 0) { Throw.PerAxisRange(operation, nameof(padding), padding, axis, 0); }
        if (dilation < 1) { Throw.PerAxisRange(operation, nameof(dilation), dilation, axis, 1); }
        if (weights.Lengths[axis + 2] < 1) { Throw.KernelWithoutTaps(operation, weights, axis); }
    }
}
