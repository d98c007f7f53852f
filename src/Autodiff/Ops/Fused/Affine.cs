using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = x W + b, row by row; dx = dy Wᵀ, dW = xᵀ dy, db = the sum of dy over the rows.</summary>
/// <remarks>One rule for the product and the sum saves a pass over the result, and its memory, in each direction.</remarks>
internal readonly struct Affine : IArrayRule
{
    public static bool Reads(int input) => input < 2;

    // Variable.Affine has compared the lengths, while it knew the shape of x; here x is rows.
    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Shape.Of(x.Shape(0)[0], x.Shape(1)[1]);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        StridedCopy.Copy(x[2].Expand(y.Shape), y, accumulate);
        BatchedProduct.Multiply(x[0], x[1], y, accumulate: true);
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (pull.Wants(0)) { pull.Add(0, default(MatMul), pull.Adjoint, Variable.Transpose(pull.Input(1))); }
        if (pull.Wants(1)) { pull.Add(1, default(MatMul), Variable.Transpose(pull.Input(0)), pull.Adjoint); }
        pull.Add(2, new SumTo(pull.Shape(2)), pull.Adjoint);
    }
}
