using System.Numerics;
using System.Numerics.Tensors;

namespace Autodiff.Kernels;

/// <summary>The three bilinear maps of a convolution, each as products of matrices with the patches of one image after the other.</summary>
/// <remarks>Chellapilla, Puri and Simard 2006, High performance convolutional neural networks for document processing, section 3.</remarks>
internal static unsafe class ConvolutionProduct
{
    // Of so many images the gradients of the weights are added in the format of the numbers, the sums of those in double.
    private const int Together = 32;

    /// <summary>y = the kernel's sums over x, at every place; or added to y, which is dense.</summary>
    /// <param name="x">[batch, channels, input...].</param>
    /// <param name="weights">[outputs, channels per group, kernel...].</param>
    /// <param name="y">[batch, outputs, places...].</param>
    /// <param name="windows">How the kernel moves.</param>
    /// <param name="accumulate">Whether to add.</param>
    internal static void Forward<T>(Elements<T> x, Elements<T> weights, Elements<T> y, KernelWindows windows, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Convolve(x, GroupedWeights<T>.Of(weights, windows), y, windows, accumulate);

    /// <summary>x = the sum of what each element of y lends to it: the adjoint of the forward map by its input; or added to x, which is dense.</summary>
    internal static void ByInput<T>(Elements<T> y, Elements<T> weights, Elements<T> x, KernelWindows windows, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        GroupedWeights<T> grouped = GroupedWeights<T>.Of(weights, windows);

        // Turned around, places that do not exist count as 0, which must not meet an infinite weight.
        if (windows.HasUnitStrides && grouped.AreFinite) { Convolve(y, GroupedWeights<T>.Turned(weights, windows), x, windows.Turned, accumulate); }
        else { Spread(y, grouped, x, windows, accumulate); }
    }

    /// <summary>
    /// weights = the sum over all places of y times the patch of x there: the adjoint of the forward map by its weights; or added to the weights.
    /// </summary>
    [MethodImpl(AggressiveOptimization)]
    internal static void ByWeight<T>(Elements<T> x, Elements<T> y, Elements<T> weights, KernelWindows windows, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        GroupedWeights<T> sums = GroupedWeights<T>.Of(weights, windows);
        if (HasNoTerms(x, y, sums))
        {
            if (!accumulate) { weights.Span.Clear(); }
            return;
        }
        int outputs = sums.Outputs;
        PatchPlan plan = new(windows, sums.Channels, sizeof(T));

        // Places by outputs, so that the lanes of a product run along the outputs; and rows by outputs, until all images are through.
        using ScratchMemory<T> matrix = new(plan.Length), turned = new(plan.PlacesAtOnce * plan.Inner * outputs), total = new(sums.Length);
        int count = x.Shape[0];
        using ScratchMemory<double> ofMany = new(count > Together ? sums.Length : 0);
        Span<double> wide = ofMany.Array.AsSpan(0, count > Together ? sums.Length : 0);
        wide.Clear();
        fixed (T* images = x.Memory, made = matrix.Array)
        {
            Patches<T> patches = new(windows, plan, x, images, made);
            PatchBlocks block = new(plan, windows, count);
            while (block.Next())
            {
                if (block.Row == 0) { Turn(y, block, outputs, turned.Array); }
                if (block.IsFirst && block.Image > 0 && block.Image % Together == 0) { AddTo(wide, total.Array); }
                patches.Make(block);
                for (int tap = 0; tap < plan.Slid; tap++)
                {
                    Span<T> target = total.Array.AsSpan(((((block.Group * plan.Slid) + tap) * plan.Rows) + block.Row) * outputs);
                    MatrixProduct.Multiply(
                        block.Rows, outputs, block.Columns, patches.Slid(block, tap), patches.RowLength, 1,
                        turned.Array, outputs, 1, target, outputs, accumulate: block.Image % Together > 0 || block.Place > 0);
                }
            }
        }
        if (!wide.IsEmpty)
        {
            AddTo(wide, total.Array);
            TensorPrimitives.ConvertTruncating<double, T>(wide, total.Array);
        }
        sums.Add(total.Array, plan, accumulate);
    }

    [MethodImpl(AggressiveOptimization)]
    private static void Convolve<T>(Elements<T> x, GroupedWeights<T> weights, Elements<T> y, KernelWindows windows, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (HasNoTerms(x, y, weights))
        {
            if (!accumulate) { y.Span.Clear(); }
            return;
        }
        Span<T> sums = y.Span;
        int outputs = weights.Outputs;
        PatchPlan plan = new(windows, weights.Channels, sizeof(T));
        using ScratchMemory<T> matrix = new(plan.Length), packed = new(weights.Length);
        ReadOnlySpan<T> factors = weights.Pack(plan, packed.Array);
        fixed (T* images = x.Memory, made = matrix.Array)
        {
            Patches<T> patches = new(windows, plan, x, images, made);
            PatchBlocks block = new(plan, windows, x.Shape[0]);
            while (block.Next())
            {
                patches.Make(block);
                Span<T> target = sums[((((block.Image * windows.Groups) + block.Group) * outputs * block.AllColumns) + block.Column)..];
                for (int tap = 0; tap < plan.Slid; tap++)
                {
                    MatrixProduct.Multiply(
                        outputs, block.Columns, block.Rows, factors[((((block.Group * plan.Slid) + tap) * outputs * plan.Rows) + block.Row)..], plan.Rows, 1,
                        patches.Slid(block, tap), patches.RowLength, 1, target, block.AllColumns, accumulate || tap > 0 || block.Row > 0);
                }
            }
        }
    }

    // The transposed product makes what each patch gets, and overlapping patches are added up.
    [MethodImpl(AggressiveOptimization)]
    private static void Spread<T>(Elements<T> y, GroupedWeights<T> weights, Elements<T> x, KernelWindows windows, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!accumulate) { x.Span.Clear(); }
        if (HasNoTerms(x, y, weights)) { return; }
        int outputs = weights.Outputs;
        PatchPlan plan = new(windows, weights.Channels, sizeof(T), isAdjoint: true);
        bool isDense = y.Layout.IsDense;
        using ScratchMemory<T> matrix = new(plan.Length), packed = new(weights.Length), dense = new(isDense ? 0 : y.Layout.Length);
        ReadOnlySpan<T> factors = weights.Pack(plan, packed.Array);
        if (!isDense) { StridedCopy.Copy(y, new(dense.Array, 0, y.Shape.Dense), accumulate: false); }
        ReadOnlySpan<T> lent = isDense ? y.Span : dense.Array.AsSpan(0, y.Layout.Length);
        fixed (T* images = x.Memory, made = matrix.Array)
        {
            Patches<T> patches = new(windows, plan, x, images, made);
            PatchBlocks block = new(plan, windows, x.Shape[0]);
            while (block.Next())
            {
                MatrixProduct.Multiply(
                    block.Rows, block.Columns, outputs, factors[((block.Group * outputs * plan.Rows) + block.Row)..], 1, plan.Rows,
                    lent[((((block.Image * windows.Groups) + block.Group) * outputs * block.AllColumns) + block.Column)..], block.AllColumns, 1,
                    matrix.Array, plan.RowLength, accumulate: false);
                patches.AddToImage(block);
            }
        }
    }

    private static void AddTo<T>(Span<double> sums, T[] part)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < sums.Length; i++) { sums[i] += double.CreateTruncating(part[i]); }
    }

    private static bool HasNoTerms<T>(Elements<T> x, Elements<T> y, GroupedWeights<T> weights)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Layout.Length == 0 || y.Layout.Length == 0 || weights.IsEmpty;

    // The outputs of a group at some places, places by outputs.
    private static void Turn<T>(Elements<T> y, in PatchBlocks block, int outputs, T[] turned)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int axes = y.Shape.Rank - 2;
        ReadOnlySpan<int> all = y.Layout.Strides;
        Span<int> lengths = stackalloc int[axes + 1], strides = stackalloc int[axes + 1];
        y.Shape.Lengths[2..].CopyTo(lengths);
        all[2..].CopyTo(strides);
        (lengths[0], lengths[^1], strides[^1]) = (block.Places, outputs, all[1]);
        Shape shape = Shape.Of(lengths);
        int start = y.Start + (block.Image * all[0]) + (block.Group * outputs * all[1]) + (block.Place * all[2]);
        StridedCopy.Copy(new Elements<T>(y.Memory, start, Layout.Of(shape, strides)), new Elements<T>(turned, 0, shape.Dense), accumulate: false);
    }
}
