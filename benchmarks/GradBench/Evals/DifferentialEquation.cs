using Autodiff;
using GradBench.Protocol;
using static Autodiff.Variable;
using static GradBench.Protocol.InputException;

namespace GradBench.Evals;

/// <summary>y' = f(y), f₀ = x₀, fᵢ = xᵢ yᵢ₋₁, from 0 to the time 2 in classical Runge-Kutta steps.</summary>
internal sealed class DifferentialEquation
{
    internal static readonly Module Module = Module.Of(
        "ode",
        input => new DifferentialEquation(input["x"].Numbers(), input["s"].Integer(least: 1)),
        ("primal", eval => eval.Primal()),
        ("gradient", eval => eval.Gradient()));

    private readonly Variable<double> x;
    private readonly int steps;

    internal DifferentialEquation(double[] parameters, int steps)
    {
        Require(parameters.Length > 0, "an equation without unknowns");
        x = Wrap(parameters).AttachGradient();
        this.steps = steps;
    }

    internal Variable<double> Primal()
    {
        using (Autograd.Pause()) { return Solve(); }
    }

    internal Variable<double> Gradient()
    {
        using (Autograd.Record()) { Solve()[^1].Backward(); }
        return x.Gradient;
    }

    private Variable<double> Solve()
    {
        double h = 2.0 / steps;
        var y = Zeros<double>(x.Length);
        for (int step = 0; step < steps; step++)
        {
            var k1 = Slope(y);
            var k2 = Slope(y + (h / 2 * k1));
            var k3 = Slope(y + (h / 2 * k2));
            var k4 = Slope(y + (h * k3));
            y += h / 6 * (k1 + (2 * (k2 + k3)) + k4);
        }
        return y;
    }

    private Variable<double> Slope(Variable<double> y) => x * Pad(y[..^1], [(1, 0)], value: 1);
}
