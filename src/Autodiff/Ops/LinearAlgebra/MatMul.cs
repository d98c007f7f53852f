using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>C = A B, the product of matrices, which stand in the last two axes; dA = dC Bᵀ, dB = Aᵀ dC. The axes before them broadcast.</summary>
/// <remarks>Giles 2008, An extended collection of matrix derivative results, section 2.2.1.</remarks>
internal readonly struct MatMul : IArrayRule
{
    public static bool Reads(int input) => true;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape a = x.Shape(0), b = x.Shape(1);
        if (a[-1] != b[-2]) { Throw.InnerLengths(a, b, a[-1], b[-2]); }
        if (a.Rank == 2 && b.Rank == 2) { return Shape.Of(a[0], b[1]); }
        Shape batchA = Shape.Of(a.Lengths[..^2]), batchB = Shape.Of(b.Lengths[..^2]);
        if (!batchA.BroadcastsWith(batchB)) { Throw.BatchesDiffer(a, b); }
        Shape batch = Shape.Broadcast(nameof(MatMul), batchA, batchB);
        return Shape.Of([.. batch.Lengths, a[-2], b[-1]]);
    }

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        BatchedProduct.Multiply(x[0], x[1], y, accumulate);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (pull.Wants(0)) { pull.Add(0, default(MatMul), pull.Adjoint, Variable.Transpose(pull.Input(1))); }
        if (pull.Wants(1)) { pull.Add(1, default(MatMul), Variable.Transpose(pull.Input(0)), pull.Adjoint); }
    }
}
