using System.Numerics;
using System.Runtime.Intrinsics;

namespace Autodiff.Kernels;

/// <summary>Which way elements go between an image and its patches: a type, so that each way has its own loops.</summary>
internal interface IPatchMove
{
    /// <summary>Whether patches are added to the image, which is the adjoint of copying them from it.</summary>
    static abstract bool IsAdjoint { get; }
}

/// <summary>Elements are copied from the image; where a tap stands on none there is a 0.</summary>
internal readonly struct CopyToPatches : IPatchMove
{
    public static bool IsAdjoint => false;
}

/// <summary>Elements of patches are added to the image; where a tap stands on none they are dropped.</summary>
internal readonly struct AddToImage : IPatchMove
{
    public static bool IsAdjoint => true;
}

/// <summary>Moves elements between an image and what one tap sees of it.</summary>
internal static unsafe class PatchMove<T, TMove>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TMove : struct, IPatchMove
{
    /// <summary>Moves along some axes: patch elements stand row by row, those of the image where the axes say.</summary>
    internal static void Run(ReadOnlySpan<PatchAxis> axes, T* image, T* patch)
    {
        PatchAxis axis = axes[0];
        image += axis.Start;
        Skip(patch, axis.Low * axis.Inner);
        patch += axis.Low * axis.Inner;
        int count = axis.High - axis.Low;
        if (axes.Length == 1) { Move(image, axis.Step, patch, count); }
        else if (axes.Length == 2) { RunPlane(axes[1], image, axis.Step, patch, count); }
        else
        {
            for (int i = 0; i < count; i++) { Run(axes[1..], image + (i * axis.Step), patch + (i * axis.Inner)); }
        }
        Skip(patch + (count * axis.Inner), (axis.Count - axis.High) * axis.Inner);
    }

    [MethodImpl(AggressiveOptimization)]
    private static void RunPlane(in PatchAxis columns, T* image, nint nextRow, T* patch, int rows)
    {
        nint low = columns.Low, seen = columns.High - columns.Low, behind = columns.Count - columns.High, step = columns.Step;
        if (seen == columns.Count && step == 1 && nextRow == seen)
        {
            Move(image + columns.Start, 1, patch, rows * seen);
            return;
        }
        image += columns.Start;
        for (int i = 0; i < rows; i++, image += nextRow)
        {
            Skip(patch, low);
            patch += low;
            Move(image, step, patch, seen);
            patch += seen;
            Skip(patch, behind);
            patch += behind;
        }
    }

    // Where the tap stands on nothing.
    [MethodImpl(AggressiveInlining)]
    private static void Skip(T* patch, nint count)
    {
        if (TMove.IsAdjoint) { return; }
        if (count >= Vector512<T>.Count) { new Span<T>(patch, (int)count).Clear(); }
        else
        {
            for (nint j = 0; j < count; j++) { patch[j] = T.Zero; }
        }
    }

    [MethodImpl(AggressiveInlining)]
    private static void Move(T* image, nint step, T* patch, nint count)
    {
        if (TMove.IsAdjoint) { Add(image, step, patch, count); }
        else if (step == 1) { Copy(image, patch, count); }
        else
        {
            for (nint j = 0; j < count; j++, image += step) { patch[j] = *image; }
        }
    }

    // The last vector ends with the run and may overlap the one before: so no vector is masked.
    [MethodImpl(AggressiveInlining)]
    private static void Copy(T* image, T* patch, nint count)
    {
        if (count >= Vector512<T>.Count)
        {
            nint last = count - Vector512<T>.Count;
            for (nint j = 0; j < last; j += Vector512<T>.Count) { Vector512.Load(image + j).Store(patch + j); }
            Vector512.Load(image + last).Store(patch + last);
        }
        else if (count >= Vector128<T>.Count)
        {
            nint last = count - Vector128<T>.Count;
            for (nint j = 0; j < last; j += Vector128<T>.Count) { Vector128.Load(image + j).Store(patch + j); }
            Vector128.Load(image + last).Store(patch + last);
        }
        else
        {
            for (nint j = 0; j < count; j++) { patch[j] = image[j]; }
        }
    }

    [MethodImpl(AggressiveInlining)]
    private static void Add(T* image, nint step, T* patch, nint count)
    {
        nint j = 0;
        if (step == 1)
        {
            for (; j <= count - Vector512<T>.Count; j += Vector512<T>.Count) { (Vector512.Load(image + j) + Vector512.Load(patch + j)).Store(image + j); }
        }
        for (; j < count; j++) { image[j * step] += patch[j]; }
    }
}
