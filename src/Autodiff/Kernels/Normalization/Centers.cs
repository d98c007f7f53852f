using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>
/// The centers of all groups, as they stand in an array [4, groups]: the means, what rounding has cut off them, the scales, and the variances.
/// </summary>
internal readonly ref struct Centers<T>(Span<T> memory)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Span<T> memory = memory;
    private readonly int count = memory.Length / 4;

    internal ref T High => ref memory[0];

    internal ref T Low => ref memory[count];

    internal ref T Scale => ref memory[2 * count];

    internal Center<T> this[int group]
    {
        get => new(memory[group], memory[count + group], memory[(2 * count) + group], memory[(3 * count) + group]);
        set
        {
            (memory[group], memory[count + group]) = (value.High, value.Low);
            (memory[(2 * count) + group], memory[(3 * count) + group]) = (value.Scale, value.Variance);
        }
    }
}
