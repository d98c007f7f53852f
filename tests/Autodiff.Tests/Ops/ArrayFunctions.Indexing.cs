namespace Autodiff.Tests.Ops;

/// <content>Elements chosen by indices, masks and bounds.</content>
internal static partial class ArrayFunctions
{
    public sealed class Gather(int axis, Indices indices) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Gather(x[0], axis, indices);
    }

    public sealed class ScatterAdd(int axis, Indices indices) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.ScatterAdd(x[0], axis, indices, x[1]);
    }

    public sealed class IndexSelect(int axis, Indices indices) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.IndexSelect(x[0], axis, indices);
    }

    public sealed class IndexAdd(int axis, Indices indices) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.IndexAdd(x[0], axis, indices, x[1]);
    }

    public sealed class MaskedFill : IArrayFunction { Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.MaskedFill(x[0], x[1], x[2]); }

    public sealed class Clamp : IArrayFunction { Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Clamp(x[0], x[1], x[2]); }

    public sealed class AtLeast : IArrayFunction { Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.AtLeast(x[0], x[1]); }

    public sealed class AtMost : IArrayFunction { Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.AtMost(x[0], x[1]); }
}
