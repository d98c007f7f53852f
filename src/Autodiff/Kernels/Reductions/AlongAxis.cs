namespace Autodiff.Kernels;

/// <summary>One axis of dense elements: groups one after the other, and in a group as many columns as the axis steps by.</summary>
internal readonly struct AlongAxis
{
    internal AlongAxis(Shape shape, int axis)
    {
        Groups = 1;
        Step = 1;
        for (int index = 0; index < axis; index++) { Groups *= shape.Lengths[index]; }
        Length = shape.Lengths[axis];
        for (int index = axis + 1; index < shape.Rank; index++) { Step *= shape.Lengths[index]; }
    }

    /// <summary>How often the axis comes anew.</summary>
    internal int Groups { get; }

    /// <summary>The length of the axis.</summary>
    internal int Length { get; }

    /// <summary>How far a step along the axis goes, and how many columns are side by side.</summary>
    internal int Step { get; }

    /// <summary>Whether the elements along the axis are neighbours.</summary>
    internal bool IsLast => Step == 1;

    /// <summary>The first element of a group.</summary>
    internal ref T Group<T>(ref T first, int group) => ref Unsafe.Add(ref first, (nint)group * Length * Step);
}
