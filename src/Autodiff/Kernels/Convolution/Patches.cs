using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>The patches of images as matrices: a column for each place of the kernel, a row for each channel and tap (<see cref="PatchPlan"/>).</summary>
internal readonly unsafe ref struct Patches<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<KernelAxis> axes;
    private readonly ReadOnlySpan<int> strides;     // of the images, of the channels, and along the axes
    private readonly PatchPlan plan;
    private readonly T* images;
    private readonly T* made;
    private readonly int ofGroup;
    private readonly bool areImage;

    /// <summary>Patches of images, whose memory begins at a given address, to be made at another.</summary>
    internal Patches(KernelWindows windows, PatchPlan plan, Elements<T> x, T* memory, T* made)
    {
        axes = windows.Axes;
        strides = x.Layout.Strides;
        this.plan = plan;
        images = memory + x.Start;
        this.made = made;
        ofGroup = x.Shape[1] / windows.Groups;
        areImage = AreImage();
        RowLength = areImage ? strides[1] : plan.RowLength;
    }

    /// <summary>The distance of rows of the matrix.</summary>
    internal int RowLength { get; }

    /// <summary>Copies the elements of a block from its image.</summary>
    internal void Make(in PatchBlocks block)
    {
        if (areImage) { return; }
        if (plan.IsFramed) { MakeFromFrame(block); }
        else { Move<CopyToPatches>(block); }
    }

    /// <summary>Adds the elements of a block to its image.</summary>
    internal void AddToImage(in PatchBlocks block) => Move<AddToImage>(block);

    /// <summary>The matrix for one of the taps that share it.</summary>
    internal ReadOnlySpan<T> Slid(in PatchBlocks block, int tap)
    {
        T* first = areImage ? Image(block) + ((nint)block.Row * RowLength) + block.Column : made;
        return new(first + ((nint)tap * axes[0].Dilation * plan.Inner), ((block.Rows - 1) * RowLength) + block.Columns);
    }

    // Whether an image is its own matrix, channel by channel, so that nothing is to be made; a product of matrices asks for strides from 0 on.
    private bool AreImage()
    {
        KernelAxis first = axes[0];
        bool same = plan.Slides && strides[1] >= 0 && first.Padding == 0 && first.Input >= first.Output + first.Reach;
        int stride = 1;
        for (int axis = axes.Length - 1; axis >= 0; axis--)
        {
            same &= (axis == 0 || axes[axis].IsIdentity) && (strides[axis + 2] == stride || axes[axis].Input == 1);
            stride *= axes[axis].Input;
        }
        return same;
    }

    private T* Image(in PatchBlocks block) => images + ((nint)block.Image * strides[0]) + ((nint)block.Group * ofGroup * strides[1]);

    [MethodImpl(AggressiveOptimization)]
    private void Move<TMove>(in PatchBlocks block)
        where TMove : struct, IPatchMove
    {
        Span<PatchAxis> seen = stackalloc PatchAxis[axes.Length];
        Span<int> taps = stackalloc int[axes.Length];
        int channel = block.Row;
        nint inner = 1;
        for (int axis = axes.Length - 1; axis >= 0; axis--)
        {
            (channel, taps[axis]) = Math.DivRem(channel, Taps(axis));
            seen[axis] = Seen(axis, taps[axis], block, inner);
            inner *= seen[axis].Count;
        }
        T* image = Image(block) + ((nint)channel * strides[1]), row = made;
        for (int rows = block.Rows; rows > 0; rows--, row += plan.RowLength)
        {
            PatchMove<T, TMove>.Run(seen, image, row);
            int axis = axes.Length - 1;
            for (; axis >= 0; axis--)
            {
                bool isLast = ++taps[axis] == Taps(axis);
                if (isLast) { taps[axis] = 0; }
                if (Taps(axis) > 1) { seen[axis] = Seen(axis, taps[axis], block, seen[axis].Inner); }
                if (!isLast) { break; }
            }
            if (axis < 0) { image += strides[1]; }
        }
    }

    [MethodImpl(AggressiveOptimization)]
    private void MakeFromFrame(in PatchBlocks block)
    {
        Span<PatchAxis> framed = stackalloc PatchAxis[axes.Length];
        Span<FrameAxis> seen = stackalloc FrameAxis[axes.Length];
        Span<int> taps = stackalloc int[axes.Length];
        int channel = block.Row;
        nint inner = 1;
        for (int axis = axes.Length - 1; axis >= 0; axis--)
        {
            KernelAxis window = axes[axis];
            int places = axis == 0 ? block.Places : window.Output, first = axis == 0 ? block.Place * window.Stride : 0;
            bool isShared = Taps(axis) < window.Kernel;
            framed[axis] = PatchAxis.Of(window.Framed, 0, first, (int)window.Span(places), strides[axis + 2], inner);
            seen[axis] = new(isShared ? places + window.Reach : places, window.Stride * inner, window.Dilation * inner);
            (channel, taps[axis]) = Math.DivRem(channel, Taps(axis));
            inner *= framed[axis].Count;
        }
        T* image = Image(block) + ((nint)channel * strides[1]), frame = made + plan.Frame, row = made;
        bool isNew = true;
        for (int rows = block.Rows; rows > 0; rows--, row += plan.RowLength)
        {
            if (isNew) { PatchMove<T, CopyToPatches>.Run(framed, image, frame); }
            nint offset = 0;
            for (int axis = 0; axis < axes.Length; axis++) { offset += taps[axis] * seen[axis].Tap; }
            FrameCopy<T>.Run(seen, frame + offset, row);
            isNew = Next(taps);
            if (isNew) { image += strides[1]; }
        }
    }

    // Goes on to the next row; true where that is of another channel.
    private bool Next(Span<int> taps)
    {
        for (int axis = taps.Length - 1; axis >= 0; axis--)
        {
            if (++taps[axis] < Taps(axis)) { return false; }
            taps[axis] = 0;
        }
        return true;
    }

    // The taps of an axis that have rows of their own.
    private int Taps(int axis) => axis == 0 && plan.Slides ? 1 : axes[axis].Kernel;

    private PatchAxis Seen(int axis, int tap, in PatchBlocks block, nint inner)
    {
        if (axis > 0) { return PatchAxis.Of(axes[axis], tap, 0, axes[axis].Output, strides[axis + 2], inner); }
        return PatchAxis.Of(axes[0], tap, block.Place, plan.Slides ? block.Places + axes[0].Reach : block.Places, strides[2], inner);
    }
}
