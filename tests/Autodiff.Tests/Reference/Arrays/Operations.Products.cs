using System.Numerics;
using static Autodiff.Variable;

namespace Autodiff.Tests.Reference.Arrays;

/// <content>Products of matrices and vectors.</content>
internal static partial class Operations
{
    private static Variable<T>? Multiplied<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> => call.Op switch
        {
            "matmul" => MatMul(call.A, call.B),
            "mv" => Einsum("ij,j->i", call.A, call.B),
            "bmm" => Einsum("bij,bjk->bik", call.A, call.B),
            "addmm" => (call.A * call.Number("beta", 1)) + (MatMul(call.B, call.X[2]) * call.Number("alpha", 1)),
            "linear" when call.X.Length == 2 && call.B.Rank == 1 => MatMul(call.A, call.B),
            "linear" when call.X.Length == 2 => MatMul(call.A, call.B.Transpose()),
            "linear" => MatMul(call.A, call.B.Transpose()) + call.X[2],
            _ => null,
        };
}
