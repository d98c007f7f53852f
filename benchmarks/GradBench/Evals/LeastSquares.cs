using Autodiff;
using GradBench.Protocol;
using static Autodiff.Variable;
using static GradBench.Protocol.InputException;

namespace GradBench.Evals;

/// <summary>Half the squared distance of a polynomial from the sign function, at n points of [-1, 1].</summary>
internal sealed class LeastSquares
{
    internal static readonly Module Module = Module.Of(
        "llsq",
        input => new LeastSquares(input["x"].Numbers(), input["n"].Integer(least: 2)),
        ("primal", eval => eval.Primal()),
        ("gradient", eval => eval.Gradient()));

    // So many points at a time that the powers of theirs stay in the cache.
    private const int Powers = 1 << 16;

    private readonly Variable<double> x;
    private readonly int points, together;

    internal LeastSquares(double[] coefficients, int points)
    {
        Require(coefficients.Length > 0, "a polynomial without coefficients");
        this.points = points;
        x = Create<double>(coefficients).AttachGradient(GradientRequest.Add);
        together = Math.Max(1, Powers / coefficients.Length);
    }

    internal double Primal()
    {
        double sum = 0;
        for (int first = 0; first < points; first += together)
        {
            using (Autograd.Record()) { sum += Loss(first, Math.Min(together, points - first)).Value; }
        }
        return sum;
    }

    /// <summary>The sum over blocks of points: their gradients add up.</summary>
    internal Variable<double> Gradient()
    {
        x.TakeGradient();
        for (int first = 0; first < points; first += together)
        {
            using (Autograd.Record()) { Loss(first, Math.Min(together, points - first)).Backward(); }
        }
        return x.Gradient;
    }

    private Variable<double> Loss(int first, int count)
    {
        var t = (Sequence<double>(count, 2.0 * first, 2) / (points - 1)) - 1;
        var factors = Concatenate(0, Ones<double>(1, count), Expand(t, x.Length - 1, count));
        var powers = CumulativeProduct(factors, axis: 0);
        return 0.5 * Sum(Square(Sign(t) - MatMul(x, powers)));
    }
}
