namespace Autodiff.Tests.Ops;

/// <content>Shapes, and values made one.</content>
internal static partial class ArrayFunctions
{
    public sealed class Flatten(int first = 0, int last = -1) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => x[0].Flatten(first, last);
    }

    public sealed class Squeeze(params int[] axes) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => x[0].Squeeze(axes);
    }

    public sealed class Unsqueeze(int axis) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => x[0].Unsqueeze(axis);
    }

    public sealed class MoveAxis(int from, int to) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => x[0].MoveAxis(from, to);
    }

    public sealed class Sliced(params Slice[] slices) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => x[0][slices];
    }

    public sealed class Flip(params int[] axes) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Flip(x[0], axes);
    }

    public sealed class Roll(int shift, int axis) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Roll(x[0], shift, axis);
    }

    public sealed class Concatenate(int axis) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Concatenate(axis, x);
    }

    public sealed class Stack(int axis) : IArrayFunction { Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Stack(axis, x); }

    /// <summary>One of the equal pieces.</summary>
    public sealed class SplitEqually(int axis, int pieces, int piece) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Split(x[0], axis, pieces)[piece];
    }

    /// <summary>One of the pieces of given lengths.</summary>
    public sealed class Split(int axis, int[] lengths, int piece) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Split(x[0], axis, lengths)[piece];
    }

    public sealed class Tile(params int[] counts) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Tile(x[0], counts);
    }

    public sealed class RepeatInterleave(int count, int axis) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.RepeatInterleave(x[0], count, axis);
    }

    public sealed class Pad((int Before, int After)[] padding, double value = 0) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Pad(x[0], padding, value);
    }

    public sealed class Diagonal(int offset = 0) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Diagonal(x[0], offset);
    }

    public sealed class DiagonalMatrix : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.DiagonalMatrix(x[0]);
    }

    public sealed class LowerTriangle(int diagonal = 0) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.LowerTriangle(x[0], diagonal);
    }

    public sealed class UpperTriangle(int diagonal = 0) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.UpperTriangle(x[0], diagonal);
    }
}
