using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = x with 0 in the rows whose index is a given one; dx = dy with 0 in the same rows. Used by the pull of <see cref="Embedding"/>.</summary>
internal readonly struct RowsBut(Indices indices, int excepted) : IArrayRule
{
    private readonly Indices indices = indices;
    private readonly int excepted = excepted;

    public static bool CanAdd => false;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        StridedCopy.Copy(x[0], y, accumulate: false);
        int columns = indices.Length == 0 ? 0 : y.Shape.ElementCount / indices.Length;
        ReadOnlySpan<int> rows = indices.AsReadOnlySpan();
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i] == excepted) { y.Span.Slice(i * columns, columns).Clear(); }
        }
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, this, pull.Adjoint);

    public override string ToString() => $"RowsBut(indices {indices.Shape}, {excepted})";
}
