namespace Autodiff.Kernels;

/// <summary>Which elements of an array [batch, groups, members, extent] are normalised together.</summary>
/// <param name="Batch">The first length.</param>
/// <param name="Groups">How many groups there are.</param>
/// <param name="Members">How many weights a group has.</param>
/// <param name="Extent">How many neighbours share a weight.</param>
/// <param name="AcrossBatch">Whether a group goes through the whole batch; otherwise each example has groups of its own.</param>
/// <param name="Centered">Whether the mean is subtracted; otherwise the root of the mean of the squares takes the place of the deviation.</param>
/// <param name="Epsilon">What is added to the variance.</param>
internal readonly record struct Grouping(int Batch, int Groups, int Members, int Extent, bool AcrossBatch, bool Centered, double Epsilon)
{
    /// <summary>The number of neighbours that belong to one group.</summary>
    internal int Run => Members * Extent;

    /// <summary>How many elements are normalised together.</summary>
    internal int Count => AcrossBatch ? Batch * Run : Run;

    /// <summary>How many groups there are in all.</summary>
    internal int Centers => AcrossBatch ? Groups : Batch * Groups;

    /// <summary>Whether the groups are the columns of a matrix.</summary>
    internal bool IsColumns => AcrossBatch && Run == 1;

    internal bool IsEmpty => Batch == 0 || Groups == 0 || Run == 0;

    /// <summary>An array of [batch, groups, members, extent].</summary>
    internal static Grouping Of(Shape shape, bool acrossBatch, bool centered, double epsilon) =>
        new(shape.Lengths[0], shape.Lengths[1], shape.Lengths[2], shape.Lengths[3], acrossBatch, centered, epsilon);
}
