using Autodiff.Diagnostics;
using Autodiff.Recording;

namespace Autodiff;

public static partial class Autograd
{
    /// <summary>Every operation of a function of one number by name, with its value and adjoint.</summary>
    /// <param name="function">The function; generic code binds as a method group: <c>Autograd.Trace(F, 0.25)</c>.</param>
    /// <param name="x">Where. The input is called x.</param>
    /// <exception cref="InvalidOperationException">The function decides by a value that depends on the input, or uses a number of another trace.</exception>
    public static Graph Trace(Func<Traced<double>, Traced<double>> function, double x)
    {
        ArgumentNullException.ThrowIfNull(function);
        Tracer<double> tracer = new();
        return GraphBuilder.Build(tracer, inputs: 1, function(new(tracer.AddInput("x", x))));
    }

    /// <summary>Every operation of f: Rⁿ → R by name, with its value and adjoint.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where, n numbers. The inputs are called x0, x1, ...</param>
    /// <exception cref="InvalidOperationException">The function decides by a value that depends on an input, or uses a number of another trace.</exception>
    public static Graph Trace(ScalarFunction<Traced<double>> function, ReadOnlySpan<double> point)
    {
        ArgumentNullException.ThrowIfNull(function);
        Tracer<double> tracer = new();
        Traced<double>[] x = new Traced<double>[point.Length];
        for (int i = 0; i < x.Length; i++) { x[i] = new(tracer.AddInput($"x{i}", point[i])); }
        return GraphBuilder.Build(tracer, x.Length, function(x));
    }
}
