using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Ops;

namespace Autodiff;

// Attention: sums of values, weighted by how well their keys match the queries.
public static partial class Variable
{
    /// <summary>
    /// softmax(s q kᵀ + bias) v, row by row: each query gets the mean of the values, weighted by how well their keys match it (Vaswani and others 2017).
    /// A query that attends to no key at all, because all are masked or have a bias of -∞, gets 0 and passes no derivative on.
    /// </summary>
    /// <remarks>No array of the size queries × keys is kept; <see cref="AttentionWeights"/> returns the weights.</remarks>
    /// <param name="queries">q, [..., queries, d].</param>
    /// <param name="keys">k, [..., keys, d].</param>
    /// <param name="values">v, [..., keys, e].</param>
    /// <param name="mask">Nonzero where a query attends to a key, broadcast to [..., queries, keys]; null if each attends to all.</param>
    /// <param name="bias">What is added to the logits, broadcast to [..., queries, keys]; null for nothing.</param>
    /// <param name="causal">Whether a query attends only to keys up to its own position.</param>
    /// <param name="scale">The factor s; 1/√d if none is given.</param>
    /// <returns>[..., queries, e]; the axes before the last two broadcast.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not a finite number.</exception>
    public static Variable<T> ScaledDotProductAttention<T>(
        Variable<T> queries,
        Variable<T> keys,
        Variable<T> values,
        Variable<T>? mask = null,
        Variable<T>? bias = null,
        bool causal = false,
        double? scale = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        const string Operation = nameof(ScaledDotProductAttention);
        Shape batch = AttendedBatch(Operation, queries.Shape, keys.Shape, values.Shape);
        AttentionForm form = new(RequireScale(Operation, scale, keys.Shape[-1]), causal, mask is not null, bias is not null);

        // Without mask and bias there may be more logits than an array can hold.
        Shape logits = mask is null && bias is null ? Shape.Scalar : Matrices(batch, queries.Shape[-2], keys.Shape[-2]);
        RequireRepeats(Operation, "the mask", mask, logits);
        RequireRepeats(Operation, "the bias", bias, logits);
        Variable<T> q = Repeat(queries, batch), k = Repeat(keys, batch), v = Repeat(values, batch);
        return (mask, bias) switch
        {
            ({ } m, { } b) => ArrayOperation<ScaledDotProductAttention, T>.Apply(new(form), q, k, v, Expand(m, logits), Expand(b, logits)),
            ({ } m, null) => ArrayOperation<ScaledDotProductAttention, T>.Apply(new(form), q, k, v, Expand(m, logits)),
            (null, { } b) => ArrayOperation<ScaledDotProductAttention, T>.Apply(new(form), q, k, v, Expand(b, logits)),
            _ => ArrayOperation<ScaledDotProductAttention, T>.Apply(new(form), q, k, v),
        };
    }

    /// <summary>
    /// The weights softmax(s q kᵀ + bias), row by row, of <see cref="ScaledDotProductAttention"/>. A query that attends to nothing has weights 0.
    /// </summary>
    /// <param name="queries">q, [..., queries, d].</param>
    /// <param name="keys">k, [..., keys, d].</param>
    /// <param name="mask">Nonzero where a query attends to a key, broadcast to [..., queries, keys]; null if each attends to all.</param>
    /// <param name="bias">What is added to the logits, broadcast to [..., queries, keys]; null for nothing.</param>
    /// <param name="causal">Whether a query attends only to keys up to its own position.</param>
    /// <param name="scale">The factor s; 1/√d if none is given.</param>
    /// <returns>[..., queries, keys]; the axes before the last two broadcast.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not a finite number.</exception>
    public static Variable<T> AttentionWeights<T>(
        Variable<T> queries, Variable<T> keys, Variable<T>? mask = null, Variable<T>? bias = null, bool causal = false, double? scale = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        const string Operation = nameof(AttentionWeights);
        Shape batch = AttendedBatch(Operation, queries.Shape, keys.Shape, keys.Shape);
        Shape shape = Matrices(batch, queries.Shape[-2], keys.Shape[-2]);
        T factor = T.CreateTruncating(RequireScale(Operation, scale, keys.Shape[-1]));
        RequireRepeats(Operation, "the mask", mask, shape);
        RequireRepeats(Operation, "the bias", bias, shape);
        Variable<T> logits = MatMul(queries * factor, Transpose(keys));
        if (bias is { } added) { logits += added; }
        if (mask is { } shown) { logits = Where(shown, logits, T.NegativeInfinity); }
        if (causal) { logits = Where(LowerTriangle(Ones<T>(shape[-2], shape[-1])), logits, T.NegativeInfinity); }
        if (shape.ElementCount == 0 || (mask is null && bias is null)) { return Softmax(logits); }
        return Where(Equal<T>(Max(logits, [-1], keepAxes: true), T.NegativeInfinity), T.Zero, Softmax(logits));
    }

    // The common axes before the last two.
    private static Shape AttendedBatch(string operation, Shape queries, Shape keys, Shape values)
    {
        bool areMatrices = queries.Rank >= 2 && keys.Rank >= 2 && values.Rank >= 2;
        if (!areMatrices || queries[-1] != keys[-1] || keys[-2] != values[-2]) { Throw.AttentionShapes(operation, queries, keys, values); }
        Shape ofQueries = Shape.Of(queries.Lengths[..^2]), ofKeys = Shape.Of(keys.Lengths[..^2]), ofValues = Shape.Of(values.Lengths[..^2]);
        if (ofQueries.BroadcastsWith(ofKeys))
        {
            Shape common = Shape.Broadcast(operation, ofQueries, ofKeys);
            if (common.BroadcastsWith(ofValues)) { return Shape.Broadcast(operation, common, ofValues); }
        }
        Throw.AttentionShapes(operation, queries, keys, values);
        return ofQueries;
    }

    private static Shape Matrices(Shape batch, int rows, int columns) => Shape.Of([.. batch.Lengths, rows, columns]);

    private static Variable<T> Repeat<T>(Variable<T> matrices, Shape batch)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = matrices.Shape;
        return shape.Lengths[..^2].SequenceEqual(batch) ? matrices : Expand(matrices, Matrices(batch, shape[-2], shape[-1]));
    }

    private static double RequireScale(string operation, double? scale, int length)
    {
        double factor = scale ?? (1 / Math.Sqrt(Math.Max(length, 1)));
        if (!double.IsFinite(factor)) { Throw.AttentionScale(operation, factor); }
        return factor;
    }

    private static void RequireRepeats<T>(string operation, string what, Variable<T>? given, Shape logits)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (given is { } array && !array.Shape.CanExpandTo(logits)) { Throw.AttentionMask(operation, what, array.Shape, logits); }
    }
}
