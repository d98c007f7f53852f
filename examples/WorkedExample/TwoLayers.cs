using Autodiff;
using static Autodiff.Variable;

namespace WorkedExample;

/// <summary>Two layers on arrays by hand: recorded in a scope, swept once, and the gradients read from the variables.</summary>
internal static class TwoLayers
{
    internal static void Run(Random random, TextWriter output)
    {
        var x = Normal<double>([3, 5], random);         // five inputs of three numbers, a column each
        var t = Normal<double>([1, 5], random);         // what is to come out
        var w1 = Normal<double>([4, 3], random).AttachGradient();
        var w2 = Normal<double>([1, 4], random).AttachGradient();
        Variable<double> error;
        using (Autograd.Record())
        {
            var a = MatMul(w1, x);
            var z = Tanh(a);
            var y = MatMul(w2, z);
            error = Sum(Square(y - t));
        }
        Autograd.Backward(error);
        output.WriteLine();
        output.WriteLine(FormattableString.Invariant($"arrays: error {error.Value:F6}, its gradient by w2 [{Numbers(w2.Gradient)}]"));
    }

    private static string Numbers(Variable<double> values) => string.Join(", ", values.ToArray().Select(value => FormattableString.Invariant($"{value:F6}")));
}
