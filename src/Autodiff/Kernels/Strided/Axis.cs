namespace Autodiff.Kernels;

/// <summary>One axis of a walk over two arrays: how many steps, and how far each goes in the source and in the target.</summary>
internal readonly record struct Axis(int Length, int Source, int Target)
{
    /// <summary>An axis of one element.</summary>
    internal static Axis Single { get; } = new(1, 0, 0);

    /// <summary>Puts an axis behind those before it, or makes it one with the last if both together step as one. Returns the new count.</summary>
    internal static int Append(Span<Axis> axes, int count, Axis axis)
    {
        if (axis.Length == 1) { return count; }
        if (count > 0 && StepAsOne(axes[count - 1], axis))
        {
            axes[count - 1] = axis with { Length = axes[count - 1].Length * axis.Length };
            return count;
        }
        axes[count] = axis;
        return count + 1;
    }

    /// <summary>Puts axes of one element in front until there are as many as asked for, so that a loop need not ask.</summary>
    internal static int Pad(Span<Axis> axes, int count, int least)
    {
        if (count >= least) { return count; }
        int added = least - count;
        axes[..count].CopyTo(axes[added..]);
        axes[..added].Fill(Single);
        return least;
    }

    private static bool StepAsOne(Axis outer, Axis inner) =>
        outer.Source == (long)inner.Source * inner.Length && outer.Target == (long)inner.Target * inner.Length;
}
