using System.Numerics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Autodiff.Kernels;

/// <summary>Adds a product to a sum: rounded once where the machine does that in one instruction, else twice, not by a slow imitation.</summary>
internal static class Term
{
    private static bool IsFused
    {
        [MethodImpl(AggressiveInlining)]
        get => Fma.IsSupported || AdvSimd.Arm64.IsSupported;
    }

    [MethodImpl(AggressiveInlining)]
    internal static R Add<T, R>(R x, R y, R sum)
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, ILane<R, T> =>
        IsFused ? R.MultiplyAdd(x, y, sum) : (x * y) + sum;

    [MethodImpl(AggressiveInlining)]
    internal static T Add<T>(T x, T y, T sum)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        IsFused ? T.FusedMultiplyAdd(x, y, sum) : (x * y) + sum;
}
