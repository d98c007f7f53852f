namespace Autodiff.Kernels;

/// <summary>The windows of a pooling over the last one, two or three axes; missing axes have one element and one window.</summary>
internal readonly record struct Windows(int Rank, WindowAxis Depth, WindowAxis Height, WindowAxis Width)
{
    /// <summary>The number of elements of a plane: of the pooled axes together.</summary>
    internal int PlaneLength => Depth.Input * Height.Input * Width.Input;

    /// <summary>Whether some axis has no windows.</summary>
    internal bool AreNone => Depth.Output == 0 || Height.Output == 0 || Width.Output == 0;

    /// <summary>Windows along some axes, at most three.</summary>
    internal static Windows Of(ReadOnlySpan<WindowAxis> axes) => new(
        axes.Length,
        axes.Length > 2 ? axes[^3] : WindowAxis.Single,
        axes.Length > 1 ? axes[^2] : WindowAxis.Single,
        axes[^1]);

    /// <summary>The shape with the windows in place of the elements.</summary>
    internal Shape Result(Shape shape)
    {
        Span<int> lengths = stackalloc int[shape.Rank];
        shape.Lengths.CopyTo(lengths);
        lengths[^1] = Width.Output;
        if (Rank > 1) { lengths[^2] = Height.Output; }
        if (Rank > 2) { lengths[^3] = Depth.Output; }
        return Shape.Of(lengths);
    }

    public override string ToString() => Rank switch
    {
        1 => $"{Width.Input} to {Width.Output}",
        2 => $"{Height.Input} × {Width.Input} to {Height.Output} × {Width.Output}",
        _ => $"{Depth.Input} × {Height.Input} × {Width.Input} to {Depth.Output} × {Height.Output} × {Width.Output}",
    };
}
