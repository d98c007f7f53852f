using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>
/// y = (dq, dk, dv and, if wanted, dbias), one after the other, as <see cref="ScaledDotProductAttention"/> pulls g back to them; with the derivatives
/// a, b, c, m by them and E = s (a kᵀ + q bᵀ) + m, D = g vᵀ, e = Σ P E, r = Σ P D, dz = P (D - r), H = D E - D e - E r + g cᵀ and W = P (H - Σ P H):
/// by q s (dz b + W k), by k s (dzᵀ a + Wᵀ q), by v (P (E - e))ᵀ g, by g P (E - e) v + P c, by the bias W.
/// </summary>
internal readonly struct ScaledDotProductAttentionPull(AttentionForm form, bool wantsBias) : IArrayRule
{
    private readonly AttentionForm form = form;
    private readonly bool wantsBias = wantsBias;

    public static bool CanAdd => false;

    public static bool Reads(int input) => true;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Shape.Of((int)Math.Min(AttentionParts<T>.Length(x.Shape(0), x.Shape(1), x.Shape(2), wantsBias), int.MaxValue));

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int q = x.Shape(0).ElementCount, k = x.Shape(1).ElementCount, v = x.Shape(2).ElementCount;
        Span<T> all = y.Span;
        Attention.Backward(form.Inputs(x), x[2], x[x.Count - 1], all[..q], all.Slice(q, k), all.Slice(q + k, v), all[(q + k + v)..]);
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int last = pull.Count - 1;
        Variable<T> q = pull.Input(0), k = pull.Input(1), v = pull.Input(2), g = pull.Input(last);
        AttentionParts<T> parts = new(pull.Adjoint, q.Shape, k.Shape, v.Shape);
        Variable<T> a = parts.Queries, b = parts.Keys, c = parts.Values, scale = T.CreateTruncating(form.Scale);
        Variable<T>? mask = form.Mask is { } m ? pull.Input(m) : null, bias = form.Bias is { } added ? pull.Input(added) : null;
        Variable<T> p = Variable.AttentionWeights(q, k, mask, bias, form.IsCausal, form.Scale);
        Variable<T> incoming = scale * (Times(a, k) + Times(q, b)), d = Times(g, v);
        if (wantsBias) { incoming += parts.Bias; }
        Variable<T> e = Along(p * incoming), r = Along(p * d), dz = p * (d - r), f = p * (incoming - e);
        Variable<T> h = (d * incoming) - (d * e) - (incoming * r) + Times(g, c), w = p * (h - Along(p * h));
        pull.Add(0, scale * (Variable.MatMul(dz, b) + Variable.MatMul(w, k)));
        pull.Add(1, scale * (Variable.MatMul(Variable.Transpose(dz), a) + Variable.MatMul(Variable.Transpose(w), q)));
        pull.Add(2, Variable.MatMul(Variable.Transpose(f), g));
        pull.Add(last, Variable.MatMul(f, v) + Variable.MatMul(p, c));
        if (form.Bias is { } place) { pull.Add(place, w); }
    }

    public override string ToString() => $"the pull of ScaledDotProductAttention({form})";

    private static Variable<T> Times<T>(Variable<T> x, Variable<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Variable.MatMul(x, Variable.Transpose(y));

    private static Variable<T> Along<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Variable.Sum(x, [-1], keepAxes: true);
}
