namespace GradBench.Evals;

/// <summary>A sparse matrix by rows: where each row starts, and column and value of each entry.</summary>
internal sealed class SparseRows(int rows, int entries)
{
    private readonly int[] starts = new int[rows + 1], columns = GC.AllocateUninitializedArray<int>(entries);
    private readonly double[] values = GC.AllocateUninitializedArray<double>(entries);

    /// <summary>The place of a row's entries, to be filled.</summary>
    internal void Row(int row, int start, int count, out Span<int> columnsOfRow, out Span<double> valuesOfRow)
    {
        starts[row + 1] = start + count;
        columnsOfRow = columns.AsSpan(start, count);
        valuesOfRow = values.AsSpan(start, count);
    }

    /// <summary>The first elements of each part, and its last.</summary>
    internal Dictionary<string, object> Excerpt(int count) => new()
    {
        ["rows"] = Excerpt(starts, count),
        ["cols"] = Excerpt(columns, count),
        ["vals"] = Excerpt(values, count),
    };

    private static T[] Excerpt<T>(T[] all, int count) => [.. all.AsSpan(0, Math.Min(count, all.Length)), all[^1]];
}
