using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>The last elements of a span, fewer than a lane, where no instruction masks memory.</summary>
internal static class PartialLane<R, T>
    where R : struct, ILane<R, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal static R Load(ref readonly T source, int count)
    {
        R lane = R.Constant(1);
        ref T first = ref Unsafe.As<R, T>(ref lane);
        for (int i = 0; i < count; i++) { Unsafe.Add(ref first, i) = Unsafe.Add(ref Unsafe.AsRef(in source), i); }
        return lane;
    }

    internal static void Store(R lane, ref T destination, int count)
    {
        ref T first = ref Unsafe.As<R, T>(ref lane);
        for (int i = 0; i < count; i++) { Unsafe.Add(ref destination, i) = Unsafe.Add(ref first, i); }
    }
}
