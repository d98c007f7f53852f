using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;

namespace Autodiff.Kernels;

/// <summary>Attention and its pull. The weights of queries by keys are made some rows at a time, and again on the way back: they are never kept.</summary>
/// <remarks>Rabe and Staats 2021, Self-attention does not need O(n²) memory; Dao and others 2022, FlashAttention.</remarks>
internal static class Attention
{
    /// <summary>y = P v, with the weights P = softmax(s q kᵀ + bias) row by row. y is dense.</summary>
    internal static void Forward<T>(AttentionInputs<T> inputs, Elements<T> values, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (y.IsEmpty) { return; }
        using AttentionWeights<T> weights = new(inputs);
        using OrderedMatrices<T> matrices = new(values);
        int queries = inputs.QueryCount, length = values.Shape[-1], size = queries * length;
        for (int batch = 0; batch < inputs.Batches; batch++)
        {
            ReadOnlySpan<T> v = matrices.At(AttentionInputs<T>.Place(values, batch));
            for (int first = 0; first < queries; first += weights.Rows)
            {
                int rows = Math.Min(weights.Rows, queries - first), keys = weights.KeysBefore(first + rows);
                Elements<T> p = weights.Of(batch, first, rows, keys, out _);
                Span<T> results = y.Slice((batch * size) + (first * length), rows * length);
                MatrixProduct.Multiply(rows, length, keys, p.Span, keys, 1, v, matrices.Row, matrices.Column, results, length, accumulate: false);
            }
        }
    }

    /// <summary>
    /// dv = Pᵀ dy, and with dP = dy vᵀ and dz = P (dP - Σ dP P): dq = s dz k, dk = s dzᵀ q, and the derivative by the bias, dz, unless its span is empty.
    /// All spans are dense and hold anything yet.
    /// </summary>
    internal static void Backward<T>(AttentionInputs<T> inputs, Elements<T> values, Elements<T> adjoint, Span<T> dq, Span<T> dk, Span<T> dv, Span<T> dbias)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int batches = inputs.Batches, queries = inputs.QueryCount, keyCount = inputs.KeyCount, d = inputs.Keys.Shape[-1], length = values.Shape[-1];
        bool isNothing = batches == 0 || queries == 0 || keyCount == 0;
        if (isNothing) { dq.Clear(); }
        if (isNothing || inputs.IsCausal)
        {
            // The first rows reach the first keys only.
            dk.Clear();
            dv.Clear();
            dbias.Clear();
        }
        if (isNothing) { return; }
        using AttentionWeights<T> weights = new(inputs);
        using OrderedMatrices<T> valueMatrices = new(values), keyMatrices = new(inputs.Keys), adjoints = new(adjoint);
        T[] memory = ArrayPool<T>.Shared.Rent(weights.Rows * keyCount);
        for (int batch = 0; batch < batches; batch++)
        {
            ReadOnlySpan<T> v = valueMatrices.At(AttentionInputs<T>.Place(values, batch)), k = keyMatrices.At(AttentionInputs<T>.Place(inputs.Keys, batch));
            ReadOnlySpan<T> allDy = adjoints.At(AttentionInputs<T>.Place(adjoint, batch));
            Span<T> ofKeys = dk.Slice(batch * keyCount * d, keyCount * d), ofValues = dv.Slice(batch * keyCount * length, keyCount * length);
            for (int first = 0; first < queries; first += weights.Rows)
            {
                int rows = Math.Min(weights.Rows, queries - first), keys = weights.KeysBefore(first + rows);
                ReadOnlySpan<T> p = weights.Of(batch, first, rows, keys, out ReadOnlySpan<T> q).Span, dy = allDy[(first * adjoints.Row)..];
                Span<T> dz = memory.AsSpan(0, rows * keys), ofQueries = dq.Slice(((batch * queries) + first) * d, rows * d);
                int dyRow = adjoints.Row, dyColumn = adjoints.Column;
                bool accumulate = inputs.IsCausal || first > 0;
                MatrixProduct.Multiply(keys, length, rows, p, 1, keys, dy, dyRow, dyColumn, ofValues, length, accumulate);
                MatrixProduct.Multiply(rows, keys, length, dy, dyRow, dyColumn, v, valueMatrices.Column, valueMatrices.Row, dz, keys, accumulate: false);
                Softmax.Backward(p, dz, Shape.Of(rows, keys), 1, dz, accumulate: false);
                MatrixProduct.Multiply(rows, d, keys, dz, keys, 1, k, keyMatrices.Row, keyMatrices.Column, ofQueries, d, accumulate: false);
                MatrixProduct.Multiply(keys, d, rows, dz, 1, keys, q, d, 1, ofKeys, d, accumulate);
                TensorPrimitives.Multiply(ofQueries, inputs.Scale, ofQueries);
                for (int row = 0; row < rows && !dbias.IsEmpty; row++)
                {
                    dz.Slice(row * keys, keys).CopyTo(dbias[(((batch * queries) + first + row) * keyCount)..]);
                }
            }
        }
        ArrayPool<T>.Shared.Return(memory);
    }
}
