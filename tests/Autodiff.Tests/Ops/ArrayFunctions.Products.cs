namespace Autodiff.Tests.Ops;

/// <content>Products of matrices and vectors.</content>
internal static partial class ArrayFunctions
{
    public sealed class MatMul : IArrayFunction { Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.MatMul(x[0], x[1]); }
}
