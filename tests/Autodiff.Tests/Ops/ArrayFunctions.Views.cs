namespace Autodiff.Tests.Ops;

/// <summary>How user code calls each operation on arrays.</summary>
internal static partial class ArrayFunctions
{
    public sealed class Expand(params int[] shape) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Expand(x[0], shape);
    }

    public sealed class Permute(params int[] axes) : IArrayFunction { Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => x[0].Permute(axes); }

    public sealed class Reshape(params int[] shape) : IArrayFunction { Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => x[0].Reshape(shape); }

    public sealed class Transpose(int first = -2, int second = -1) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => x[0].Transpose(first, second);
    }

    public sealed class Where : IArrayFunction { Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Where(x[0], x[1], x[2]); }
}
