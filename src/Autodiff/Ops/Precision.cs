using System.Numerics;

namespace Autodiff.Ops;

/// <summary>What is known of a number type when a rule is compiled for it.</summary>
internal static class Precision<T>
    where T : IFloatingPointIeee754<T>
{
    /// <summary>Whether T is a number of the platform, which carries no derivative. A constant to the JIT.</summary>
    internal static bool IsPlain
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(double) || typeof(T) == typeof(float) || typeof(T) == typeof(Half);
    }

    // Special functions have kernels in double; a narrower result is that one rounded, and so correct to half an ulp.
    [MethodImpl(AggressiveInlining)]
    internal static double Widen(T x) => double.CreateTruncating(x);

    [MethodImpl(AggressiveInlining)]
    internal static T Round(double x) => T.CreateTruncating(x);
}
