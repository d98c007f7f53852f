using Autodiff;
using GradBench.Protocol;
using static GradBench.Protocol.InputException;

namespace GradBench.Evals;

/// <summary>The logarithm of the sum of the exponentials of numbers.</summary>
internal sealed class LogSumExp
{
    internal static readonly Module Module = Module.Of(
        "lse", input => new LogSumExp(input["x"].Numbers()), ("primal", eval => eval.Primal()), ("gradient", eval => eval.Gradient()));

    private readonly Variable<double> x;

    internal LogSumExp(double[] numbers)
    {
        Require(numbers.Length > 0, "the sum has no terms");
        x = Variable.Wrap(numbers).AttachGradient();
    }

    internal double Primal()
    {
        using (Autograd.Pause()) { return Variable.LogSumExp(x).Value; }
    }

    internal Variable<double> Gradient()
    {
        using (Autograd.Record()) { Variable.LogSumExp(x).Backward(); }
        return x.Gradient;
    }
}
