using System.Diagnostics.CodeAnalysis;

namespace Autodiff.Diagnostics;

// Reductions.
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void NothingToReduce(string operation, Shape shape) =>
        throw new ArgumentException(
            $"{operation}: along the axes to reduce {shape} has no elements, and nothing has no extremum. Test the length before.");

    [DoesNotReturn]
    internal static void NormOrder(double p) =>
        throw new ArgumentOutOfRangeException(nameof(p), p, "Norm: the order p must be a number; it may be infinite.");
}
