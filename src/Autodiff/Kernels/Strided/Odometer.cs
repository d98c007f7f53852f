namespace Autodiff.Kernels;

/// <summary>Runs through all indices of some axes, the last fastest, and keeps the places of the source and the target.</summary>
internal ref struct Odometer(ReadOnlySpan<Axis> axes, Span<int> indices)
{
    private readonly ReadOnlySpan<Axis> axes = axes;

    // As many as there are axes, all 0 at first.
    private readonly Span<int> indices = indices;

    /// <summary>How far the source is from the start.</summary>
    internal nint Source { get; private set; }

    /// <summary>How far the target is from the start.</summary>
    internal nint Target { get; private set; }

    /// <summary>Goes to the element of this number, counted in the order of the walk.</summary>
    internal void Seek(int number)
    {
        (Source, Target) = (0, 0);
        for (int axis = axes.Length - 1; axis >= 0; axis--)
        {
            (number, int index) = Math.DivRem(number, axes[axis].Length);
            indices[axis] = index;
            Source += (nint)index * axes[axis].Source;
            Target += (nint)index * axes[axis].Target;
        }
    }

    /// <summary>Takes a step; false after the last element.</summary>
    internal bool Next()
    {
        for (int axis = axes.Length - 1; axis >= 0; axis--)
        {
            Axis step = axes[axis];
            if (++indices[axis] < step.Length)
            {
                Source += step.Source;
                Target += step.Target;
                return true;
            }
            indices[axis] = 0;
            Source -= (nint)(step.Length - 1) * step.Source;
            Target -= (nint)(step.Length - 1) * step.Target;
        }
        return false;
    }
}
