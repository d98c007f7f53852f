using System.Numerics;
using static Autodiff.Variable;

namespace Autodiff.Tests.Reference.Arrays;

/// <content>Products of matrices and vectors.</content>
internal static partial class Operations
{
    private static Variable<T>? Multiplied<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> => call.Op switch
        {
            "matmul" or "mv" or "dot" or "bmm" => MatMul(call.A, call.B),
            "outer" => call.A.Reshape(-1, 1) * call.B,
            "addmm" => (call.A * call.Number("beta", 1)) + (MatMul(call.B, call.X[2]) * call.Number("alpha", 1)),
            "linear" when call.X.Length == 2 => MatMul(call.A, call.B.Transpose()),
            "linear" => MatMul(call.A, call.B.Transpose()) + call.X[2],
            "trace" => Sum(Diagonal(call.A)),
            "kron" => Kronecker(call.A, call.B),
            _ => null,
        };

    private static Variable<T> Kronecker<T>(Variable<T> a, Variable<T> b)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        (a.Reshape(a.Shape[0], 1, a.Shape[1], 1) * b.Reshape(1, b.Shape[0], 1, b.Shape[1])).Reshape(a.Shape[0] * b.Shape[0], a.Shape[1] * b.Shape[1]);
}
