using System.Numerics;
using Autodiff.Kernels;
using Autodiff.Ops;
using Autodiff.Recording;

namespace Autodiff.Differentiation;

/// <summary>A rule as a function of a number.</summary>
internal sealed class UnaryFunction<TRule>(TRule rule) : IFunction
    where TRule : struct, IUnaryRule
{
    public T Of<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(rule, x[0]);
}

/// <summary>A rule as a function of two numbers.</summary>
internal sealed class BinaryFunction<TRule>(TRule rule) : IFunction
    where TRule : struct, IBinaryRule
{
    public T Of<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T> =>
        Elementary.Apply(rule, x[0], x[1]);
}

/// <summary>A rule as a function of arrays.</summary>
internal sealed class DenseFunction<TRule>(TRule rule) : IArrayFunction
    where TRule : struct, IDenseRule
{
    public Variable<T> Of<T>(ReadOnlySpan<Variable<T>> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Autograd.Apply(x, rule);

    /// <summary>Whether the rule writes every element of its result, whatever is there before.</summary>
    internal void RequireAllWritten(Variable<double>[] x)
    {
        Recording<double> recording = Recording<double>.Current;
        Inputs<double> inputs = ArrayOperation<DenseRule<TRule>, double>.InputsOf(x, recording);
        DenseRule<TRule> dense = new(rule);
        Shape shape = dense.ResultShape(new Operands<double>(in inputs));
        double[] one = new double[shape.ElementCount], other = new double[shape.ElementCount];
        Array.Fill(one, -1e9);
        Array.Fill(other, 1e9);
        dense.Forward(new Operands<double>(in inputs), new Elements<double>(one, 0, shape.Dense), accumulate: false);
        dense.Forward(new Operands<double>(in inputs), new Elements<double>(other, 0, shape.Dense), accumulate: false);
        Mismatch.Unless(new Plain(shape, one), new Plain(shape, other), 0, "two calls on memory that held different numbers");
    }
}

/// <summary>A function of arrays of double alone.</summary>
internal sealed class DoubleFunction(ArrayFunction<double> function) : IArrayFunction
{
    public Variable<T> Of<T>(ReadOnlySpan<Variable<T>> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<double>[] arguments = new Variable<double>[x.Length];
        for (int i = 0; i < arguments.Length; i++) { arguments[i] = (Variable<double>)(object)x[i]; }
        return (Variable<T>)(object)function(arguments);
    }
}
