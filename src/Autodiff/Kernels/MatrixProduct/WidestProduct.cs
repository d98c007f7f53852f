using System.Numerics;
using System.Runtime.Intrinsics;

namespace Autodiff.Kernels;

/// <summary>A product by the widest lane that the machine has; the choice is a constant to the JIT.</summary>
internal readonly struct WidestProduct<T> : IProductPath<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The number of terms up to which lanes do not pay.</summary>
    private const int Smallest = 64;

    [MethodImpl(AggressiveInlining)]
    public static void Multiply(in Product<T> product)
    {
        if (!product.IsDots && (long)product.Rows * product.Columns * product.Inner <= Smallest) { PlainProduct<T>.Multiply(product); }
        else if (Vector512.IsHardwareAccelerated) { LaneProduct<T, Lane512<T>>.Multiply(product); }
        else if (Vector256.IsHardwareAccelerated) { LaneProduct<T, Lane256<T>>.Multiply(product); }
        else if (Vector128.IsHardwareAccelerated) { LaneProduct<T, Lane128<T>>.Multiply(product); }
        else { PlainProduct<T>.Multiply(product); }
    }
}
