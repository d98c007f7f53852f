using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>The parameters of an attention, and which inputs follow queries, keys and values: a mask, then a bias.</summary>
internal readonly struct AttentionForm(double scale, bool isCausal, bool hasMask, bool hasBias)
{
    private readonly bool hasMask = hasMask, hasBias = hasBias;

    internal double Scale { get; } = scale;

    internal bool IsCausal { get; } = isCausal;

    /// <summary>The place of the mask among the inputs.</summary>
    internal int? Mask => hasMask ? 3 : null;

    /// <summary>The place of the bias among the inputs.</summary>
    internal int? Bias => !hasBias ? null : hasMask ? 4 : 3;

    internal AttentionInputs<T> Inputs<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(x[0], x[1], Mask is { } mask ? x[mask] : null, Bias is { } bias ? x[bias] : null, IsCausal, T.CreateTruncating(Scale));

    public override string ToString() =>
        FormattableString.Invariant($"scale {Scale:G3}{(IsCausal ? ", causal" : "")}{(hasMask ? ", mask" : "")}{(hasBias ? ", bias" : "")}");
}

/// <summary>The derivatives by queries, keys, values and bias, which one operation makes one after the other in one array.</summary>
internal readonly struct AttentionParts<T>(Variable<T> all, Shape queries, Shape keys, Shape values)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal Variable<T> Queries => Part(0, queries);

    internal Variable<T> Keys => Part(queries.ElementCount, keys);

    internal Variable<T> Values => Part(queries.ElementCount + keys.ElementCount, values);

    internal Variable<T> Bias => Part(queries.ElementCount + keys.ElementCount + values.ElementCount, LogitsOf(queries, keys));

    /// <summary>The number of all of them together.</summary>
    internal static long Length(Shape queries, Shape keys, Shape values, bool hasBias) =>
        (long)queries.ElementCount + keys.ElementCount + values.ElementCount + (hasBias ? LogitsOf(queries, keys).ElementCount : 0);

    private static Shape LogitsOf(Shape queries, Shape keys) => Shape.Of([.. queries.Lengths[..^1], keys[-2]]);

    private Variable<T> Part(int start, Shape shape) =>
        Variable.Reshape(ViewOperation<Section, T>.Apply(new(0, start, shape.ElementCount, 1), all), shape);
}
