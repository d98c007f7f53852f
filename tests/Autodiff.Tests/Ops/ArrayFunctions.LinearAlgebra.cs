namespace Autodiff.Tests.Ops;

/// <content>Functions of matrices, systems of equations, and products by formulas.</content>
internal static partial class ArrayFunctions
{
    public sealed class Determinant : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Determinant(x[0]);
    }

    public sealed class LogDeterminant : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.LogDeterminant(x[0]);
    }

    /// <summary>The signs, and behind them the logarithms.</summary>
    public sealed class SignLogDeterminant : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x)
        {
            (Variable<T> sign, Variable<T> logarithm) = Variable.SignLogDeterminant(x[0]);
            return Variable.Stack(0, sign, logarithm);
        }
    }

    public sealed class Inverse : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Inverse(x[0]);
    }

    public sealed class Cholesky(bool upper = false) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Cholesky(x[0], upper);
    }

    public sealed class MatrixPower(int power) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.MatrixPower(x[0], power);
    }

    public sealed class Trace : IArrayFunction { Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Trace(x[0]); }

    public sealed class Solve(bool left = true) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Solve(x[0], x[1], left);
    }

    public sealed class SolveTriangular(bool upper = false, bool left = true, bool transposed = false, bool unitDiagonal = false) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.SolveTriangular(x[0], x[1], upper, left, transposed, unitDiagonal);
    }

    public sealed class Dot : IArrayFunction { Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Dot(x[0], x[1]); }

    public sealed class Outer : IArrayFunction { Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Outer(x[0], x[1]); }

    public sealed class Kron : IArrayFunction { Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Kron(x[0], x[1]); }

    public sealed class Einsum(string equation) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Einsum(equation, x);
    }
}
