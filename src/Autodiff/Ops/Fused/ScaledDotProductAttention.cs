using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>
/// y = P v with P = softmax(s q kᵀ + bias) row by row; dv = Pᵀ dy, dz = P (dP - Σ dP P) with dP = dy vᵀ, dq = s dz k, dk = s dzᵀ q, and by the bias dz.
/// A row that attends to nothing has weights, value and derivative 0.
/// </summary>
/// <remarks>
/// Vaswani and others 2017, section 3.2.1. One rule keeps no array of the size queries × keys, and what it computes of it stays in the cache. The inputs have
/// the same axes before the last two.
/// </remarks>
internal readonly struct ScaledDotProductAttention(AttentionForm form) : IArrayRule
{
    private readonly AttentionForm form = form;

    public static bool CanAdd => false;

    public static bool Reads(int input) => true;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Shape.Of([.. x.Shape(0).Lengths[..^1], x.Shape(2)[-1]]);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Attention.Forward(form.Inputs(x), x[2], y.Span);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool wantsBias = form.Bias is { } bias && pull.Wants(bias);
        ScaledDotProductAttentionPull rule = new(form, wantsBias);
        Variable<T> q = pull.Input(0), k = pull.Input(1), v = pull.Input(2), dy = pull.Adjoint;
        Variable<T> all = pull.Count switch
        {
            3 => ArrayOperation<ScaledDotProductAttentionPull, T>.Apply(rule, q, k, v, dy),
            4 => ArrayOperation<ScaledDotProductAttentionPull, T>.Apply(rule, q, k, v, pull.Input(3), dy),
            _ => ArrayOperation<ScaledDotProductAttentionPull, T>.Apply(rule, q, k, v, pull.Input(3), pull.Input(4), dy),
        };
        AttentionParts<T> parts = new(all, pull.Shape(0), pull.Shape(1), pull.Shape(2));
        pull.Add(0, parts.Queries);
        pull.Add(1, parts.Keys);
        pull.Add(2, parts.Values);
        if (wantsBias) { pull.Add(form.Bias!.Value, parts.Bias); }
    }

    public override string ToString() => $"ScaledDotProductAttention({form})";
}
