using System.Numerics;
using System.Runtime.Intrinsics.Arm;

namespace Autodiff.Kernels;

/// <summary>The registers that hold lanes: the sums of a tile must find room.</summary>
internal static class Registers
{
    /// <summary>Whether they are 32, as with AVX-512 and on Arm, and not 16.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static bool AreMany<T, R>()
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, ILane<R, T> =>
        typeof(R) == typeof(Lane512<T>) || AdvSimd.Arm64.IsSupported;
}
