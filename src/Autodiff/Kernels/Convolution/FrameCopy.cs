using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Autodiff.Kernels;

/// <summary>An axis of what a tap sees of an image with its frame: how many elements, how far each is from the one before, and each tap likewise.</summary>
internal readonly record struct FrameAxis(int Count, nint Step, nint Tap);

/// <summary>Copies what a tap sees of an image with its frame.</summary>
/// <remarks>
/// The source goes on for some way behind the last element, and the target is written front to back with room behind it. So vectors need not end
/// where runs do: what one writes too much, the next run overwrites.
/// </remarks>
internal static unsafe class FrameCopy<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static bool HasEven
    {
        [MethodImpl(AggressiveInlining)]
        get => (Sse.IsSupported || AdvSimd.Arm64.IsSupported) && (typeof(T) == typeof(float) || typeof(T) == typeof(double));
    }

    /// <summary>Copies row by row; returns the place behind the last element.</summary>
    internal static T* Run(ReadOnlySpan<FrameAxis> axes, T* source, T* target)
    {
        FrameAxis outer = axes[0];
        if (axes.Length > 2)
        {
            for (int i = 0; i < outer.Count; i++) { target = Run(axes[1..], source + (i * outer.Step), target); }
            return target;
        }
        return axes.Length == 2 ? Run(outer.Count, outer.Step, axes[1], source, target) : Run(1, 0, outer, source, target);
    }

    [MethodImpl(AggressiveOptimization)]
    private static T* Run(int rows, nint nextRow, FrameAxis column, T* source, T* target)
    {
        nint columns = column.Count, step = column.Step, side = Vector128<T>.Count;
        for (int i = 0; i < rows; i++, source += nextRow, target += columns)
        {
            if (step == 1)
            {
                for (nint j = 0; j < columns; j += Vector512<T>.Count) { Vector512.Load(source + j).Store(target + j); }
            }
            else if (step == 2 && HasEven)
            {
                for (nint j = 0; j < columns; j += side) { Even(Vector128.Load(source + (2 * j)), Vector128.Load(source + (2 * j) + side)).Store(target + j); }
            }
            else
            {
                for (nint j = 0; j < columns; j++) { target[j] = source[j * step]; }
            }
        }
        return target;
    }

    /// <summary>The elements with even numbers of both.</summary>
    [MethodImpl(AggressiveInlining)]
    private static Vector128<T> Even(Vector128<T> a, Vector128<T> b)
    {
        if (typeof(T) == typeof(float))
        {
            return AdvSimd.Arm64.IsSupported
                ? AdvSimd.Arm64.UnzipEven(a.AsSingle(), b.AsSingle()).As<float, T>()
                : Sse.Shuffle(a.AsSingle(), b.AsSingle(), 0b10_00_10_00).As<float, T>();
        }
        return Vector128.Create(a.GetLower(), b.GetLower());
    }
}
