namespace Autodiff.Kernels;

/// <summary>How a kernel moves over an array, along each spatial axis, and into how many groups the channels part. Immutable.</summary>
internal sealed class KernelWindows
{
    // As with shapes, recent ones are cached, so that a step that convolves like the last one allocates none.
    private const int Places = 64, Ways = 4;
    private static readonly KernelWindows?[] Cache = new KernelWindows?[Places * Ways];

    private readonly KernelAxis[] axes;
    private KernelWindows? turned;

    private KernelWindows(KernelAxis[] axes, int groups)
    {
        this.axes = axes;
        Groups = groups;
        HasUnitStrides = axes.All(axis => axis.Stride == 1);
    }

    /// <summary>How many groups of channels there are, each convolved on its own.</summary>
    internal int Groups { get; }

    internal ReadOnlySpan<KernelAxis> Axes => axes;

    /// <summary>Whether the kernel stands at every element along all axes.</summary>
    internal bool HasUnitStrides { get; }

    /// <summary>The windows seen from the output (<see cref="KernelAxis.Turned"/>).</summary>
    internal KernelWindows Turned => turned ??= Turn();

    internal static KernelWindows Of(ReadOnlySpan<KernelAxis> axes, int groups)
    {
        uint hash = (uint)groups;
        foreach (KernelAxis axis in axes) { hash = (hash ^ (uint)axis.GetHashCode()) * 0x9E3779B1; }
        Span<KernelWindows?> place = Cache.AsSpan((int)((hash ^ (hash >> 16)) % Places) * Ways, Ways);
        foreach (KernelWindows? known in place)
        {
            if (known is not null && known.Groups == groups && axes.SequenceEqual(known.axes)) { return known; }
        }
        place[..^1].CopyTo(place[1..]);
        return place[0] = new(axes.ToArray(), groups);
    }

    /// <summary>A shape of two lengths and those of the input.</summary>
    internal Shape InputShape(int batch, int channels) => ShapeOf(batch, channels, axis => axis.Input);

    /// <summary>A shape of two lengths and those of the kernel.</summary>
    internal Shape KernelShape(int outputs, int channels) => ShapeOf(outputs, channels, axis => axis.Kernel);

    /// <summary>A shape of two lengths and the numbers of places.</summary>
    internal Shape OutputShape(int batch, int channels) => ShapeOf(batch, channels, axis => axis.Output);

    public override string ToString() => Groups == 1 ? string.Join("; ", axes) : $"{string.Join("; ", axes)}; {Groups} groups";

    private Shape ShapeOf(int first, int second, Func<KernelAxis, int> length)
    {
        Span<int> lengths = stackalloc int[axes.Length + 2];
        (lengths[0], lengths[1]) = (first, second);
        for (int axis = 0; axis < axes.Length; axis++) { lengths[axis + 2] = length(axes[axis]); }
        return Shape.Of(lengths);
    }

    private KernelWindows Turn() => Of(Array.ConvertAll(axes, axis => axis.Turned), Groups);
}
