using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;

namespace Autodiff.Kernels;

/// <summary>The weights softmax(s q kᵀ + bias) of an attention, some rows at a time, so that they are made and used in the cache.</summary>
internal readonly ref struct AttentionWeights<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // So many weights fit in the cache together with what they are multiplied by.
    private const int Room = 32768;
    private const int FewestRows = 16, MostRows = 128;

    // The keys after the last row of a block need no product.
    private const int MostCausalRows = 32;

    private readonly AttentionInputs<T> inputs;
    private readonly OrderedMatrices<T> queries, keys;
    private readonly T[] weights, scaled;

    internal AttentionWeights(AttentionInputs<T> inputs)
    {
        this.inputs = inputs;
        queries = new(inputs.Queries);
        keys = new(inputs.Keys);
        int keyCount = inputs.KeyCount, most = Math.Clamp(Room / Math.Max(keyCount, 1), FewestRows, inputs.IsCausal ? MostCausalRows : MostRows);
        Rows = Math.Min(most, inputs.QueryCount);
        weights = ArrayPool<T>.Shared.Rent(checked(Rows * keyCount));
        scaled = ArrayPool<T>.Shared.Rent(Rows * inputs.Queries.Shape[-1]);
    }

    /// <summary>How many rows are made at a time.</summary>
    internal int Rows { get; }

    /// <summary>The keys that queries before a place attend to, which are the first ones.</summary>
    internal int KeysBefore(int query) => inputs.IsCausal ? Math.Min(query, inputs.KeyCount) : inputs.KeyCount;

    /// <summary>The weights of some queries of a matrix by the first keys, row by row; those of a query that attends to nothing are 0.</summary>
    /// <param name="batch">The matrix.</param>
    /// <param name="first">The first query.</param>
    /// <param name="rows">How many queries.</param>
    /// <param name="columns">How many keys.</param>
    /// <param name="scaledQueries">The queries times the scale, row by row.</param>
    internal Elements<T> Of(int batch, int first, int rows, int columns, out ReadOnlySpan<T> scaledQueries)
    {
        int length = inputs.Queries.Shape[-1];
        Span<T> query = scaled.AsSpan(0, rows * length), logits = weights.AsSpan(0, rows * columns);
        scaledQueries = query;
        Elements<T> block = new(weights, 0, Shape.Of(rows, columns).Dense);
        if (logits.IsEmpty) { return block; }
        Scale(queries.At(AttentionInputs<T>.Place(inputs.Queries, batch)), first, length, query);
        ReadOnlySpan<T> key = keys.At(AttentionInputs<T>.Place(inputs.Keys, batch));
        MatrixProduct.Multiply(rows, columns, length, query, length, 1, key, keys.Column, keys.Row, logits, columns, accumulate: false);
        Span<bool> attendsToNothing = stackalloc bool[rows];
        bool mayBeNothing = inputs.Mask is not null || inputs.Bias is not null;
        if (mayBeNothing || inputs.IsCausal)
        {
            for (int row = 0; row < rows; row++)
            {
                Span<T> line = logits.Slice(row * columns, columns);
                if (inputs.Bias is { } bias) { LogitRow.Add(line, bias, AttentionInputs<T>.Place(bias, batch), first + row); }
                if (inputs.Mask is { } mask) { LogitRow.Hide(line, mask, AttentionInputs<T>.Place(mask, batch), first + row); }
                if (inputs.IsCausal && first + row + 1 < columns) { line[(first + row + 1)..].Fill(T.NegativeInfinity); }
                attendsToNothing[row] = mayBeNothing && LogitRow.IsHidden<T>(line);
            }
        }
        Softmax.Forward(block, 1, logits);
        for (int row = 0; row < rows; row++)
        {
            if (attendsToNothing[row]) { logits.Slice(row * columns, columns).Clear(); }
        }
        return block;
    }

    internal void Dispose()
    {
        ArrayPool<T>.Shared.Return(weights);
        ArrayPool<T>.Shared.Return(scaled);
        queries.Dispose();
        keys.Dispose();
    }

    // A factor for each element of a query instead of one for each pair of a query and a key.
    private void Scale(ReadOnlySpan<T> matrix, int first, int length, Span<T> query)
    {
        if (queries.Column == 1 && queries.Row == length)
        {
            TensorPrimitives.Multiply(matrix.Slice(first * length, query.Length), inputs.Scale, query);
            return;
        }
        for (int at = 0, start = first * queries.Row; at < query.Length; at += length, start += queries.Row)
        {
            if (queries.Column == 1) { TensorPrimitives.Multiply(matrix.Slice(start, length), inputs.Scale, query.Slice(at, length)); }
            else
            {
                for (int k = 0; k < length; k++) { query[at + k] = matrix[start + (k * queries.Column)] * inputs.Scale; }
            }
        }
    }
}
