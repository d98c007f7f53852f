using System.Numerics;
using System.Runtime.InteropServices;

namespace Autodiff.Kernels;

/// <summary>
/// The weights of normalisation, or 1 where there are none, as they apply to the numbers of a group: in segments, each of which has either one weight for all
/// its numbers or one for each.
/// </summary>
internal readonly ref struct GroupWeights<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly T[] OneAndZero = [T.One, T.Zero];

    private readonly ReadOnlySpan<T> weights;
    private readonly ReadOnlySpan<T> biases;
    private readonly int members;

    /// <summary>Of a grouping; both spans may be empty, the biases wherever the weights are.</summary>
    internal GroupWeights(in Grouping grouping, ReadOnlySpan<T> weights, ReadOnlySpan<T> biases)
    {
        bool isPlain = weights.IsEmpty;
        this.weights = isPlain ? OneAndZero.AsSpan(0, 1) : weights;
        this.biases = biases.IsEmpty ? OneAndZero.AsSpan(1, 1) : biases;
        HasBias = !biases.IsEmpty;
        IsEach = !isPlain && grouping.Extent == 1 && grouping.Members > 1;
        Segments = isPlain || IsEach ? 1 : grouping.Members;
        Length = grouping.Run / Segments;
        members = isPlain ? 0 : grouping.Members;
    }

    /// <summary>Whether there is one for each number.</summary>
    internal bool IsEach { get; }

    internal bool HasBias { get; }

    /// <summary>The number of segments of a run.</summary>
    internal int Segments { get; }

    /// <summary>The length of a segment.</summary>
    internal int Length { get; }

    internal ref T Weight(int group, int segment) => ref Unsafe.Add(ref MemoryMarshal.GetReference(weights), (group * members) + segment);

    internal ref T Bias(int group, int segment) =>
        ref Unsafe.Add(ref MemoryMarshal.GetReference(biases), HasBias ? (group * members) + segment : 0);
}
