namespace Autodiff.Kernels;

/// <summary>
/// Goes through the patches of a batch of images block by block: image by image, group by group, then some places at a time, then some rows.
/// </summary>
internal ref struct PatchBlocks
{
    private readonly PatchPlan plan;
    private readonly int images;
    private readonly int groups;
    private readonly int length;    // of the first axis

    internal PatchBlocks(PatchPlan plan, KernelWindows windows, int images)
    {
        this.plan = plan;
        this.images = images;
        groups = windows.Groups;
        length = windows.Axes[0].Output;
        Row = -plan.RowsAtOnce;
    }

    /// <summary>The number of the image.</summary>
    internal int Image { get; private set; }

    internal int Group { get; private set; }

    /// <summary>The first place along the first axis.</summary>
    internal int Place { get; private set; }

    /// <summary>The first row.</summary>
    internal int Row { get; private set; }

    /// <summary>Whether it is the first block of its image.</summary>
    internal readonly bool IsFirst => Group == 0 && Place == 0 && Row == 0;

    /// <summary>How many places along the first axis.</summary>
    internal readonly int Places => Math.Min(plan.PlacesAtOnce, length - Place);

    /// <summary>How many rows.</summary>
    internal readonly int Rows => Math.Min(plan.RowsAtOnce, plan.Rows - Row);

    /// <summary>The number of the first column among those of the image, and how many there are.</summary>
    internal readonly int Column => Place * plan.Inner;

    internal readonly int Columns => Places * plan.Inner;

    /// <summary>All columns of an image.</summary>
    internal readonly int AllColumns => length * plan.Inner;

    /// <summary>Goes on; false behind the last block. There must be at least one.</summary>
    internal bool Next()
    {
        Row += plan.RowsAtOnce;
        if (Row < plan.Rows) { return true; }
        Row = 0;
        Place += plan.PlacesAtOnce;
        if (Place < length) { return true; }
        Place = 0;
        if (++Group < groups) { return true; }
        Group = 0;
        return ++Image < images;
    }
}
