using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = the rows of x that indices name; dx = dy added up in those rows, but 0 in the padding row.</summary>
internal readonly struct Embedding(Indices indices, int padding) : IArrayRule
{
    private readonly Indices indices = indices;
    private readonly int padding = padding;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        IndexSelect.Result(0, indices, x.Shape(0));

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        IndexedRows.Select(x[0], 0, indices.AsReadOnlySpan(), y, accumulate);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, new IndexAdd(0, indices, pull.Shape(0)), ArrayOperation<RowsBut, T>.Apply(new(indices, padding), pull.Adjoint));

    public override string ToString() => $"Embedding(indices {indices.Shape}, padding {padding})";
}
