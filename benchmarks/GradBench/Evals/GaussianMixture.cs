using Autodiff;
using GradBench.Protocol;
using static Autodiff.Variable;
using static GradBench.Protocol.InputException;

namespace GradBench.Evals;

/// <summary>
/// The logarithm of the likelihood of points under a mixture of normal distributions with a Wishart prior: weights e^α, means μ, and
/// square roots of the inverse covariances, lower triangles with e^q on the diagonal and l below it.
/// </summary>
internal sealed class GaussianMixture
{
    internal static readonly Module Module = Module.Of(
        "gmm", input => new GaussianMixture(input), ("objective", eval => eval.Objective()), ("jacobian", eval => eval.Jacobian()));

    private readonly int d, k, n;
    private readonly double gamma, m;
    private readonly Variable<double> alpha, mu, q, l, x;

    // Where the parameters of a triangle stand in its matrix: q on the diagonal, l column by column.
    private readonly Indices diagonal, below;

    internal GaussianMixture(Input input)
    {
        (d, k, n) = (input["d"].Integer(least: 1), input["k"].Integer(least: 1), input["n"].Integer(least: 1));
        (m, gamma) = (input["m"].Integer(least: 0), input["gamma"].Number());
        Require(gamma > 0, $"input.gamma is {gamma}, and has to be positive");
        int triangle = checked(d * (d - 1) / 2);
        alpha = Wrap(input["alpha"].Numbers(k)).AttachGradient();
        mu = Read(input["mu"], k, d).AttachGradient();
        q = Read(input["q"], k, d).AttachGradient();
        l = Read(input["l"], k, triangle).AttachGradient();
        x = Read(input["x"], n, d);
        diagonal = Indices.Of([.. Enumerable.Range(0, d).Select(j => (j * d) + j)]);
        below = Indices.Of([.. Enumerable.Range(0, d).SelectMany(j => Enumerable.Range(j + 1, d - j - 1).Select(i => (i * d) + j))]);
    }

    internal double Objective()
    {
        using (Autograd.Record()) { return LogPosterior().Value; }
    }

    internal Dictionary<string, object> Jacobian()
    {
        using (Autograd.Record()) { LogPosterior().Backward(); }
        return new() { ["alpha"] = alpha.Gradient, ["mu"] = mu.Gradient, ["q"] = q.Gradient, ["l"] = l.Gradient };
    }

    private Variable<double> LogPosterior()
    {
        var scales = Exp(q);
        var triangles = IndexAdd(IndexAdd(Zeros<double>(k, d * d), 1, diagonal, scales), 1, below, l);
        var sumsOfQ = Sum(q, 1);

        // Q (x - μ) for all points and components, as one product Q x and one Q μ.
        var means = MatMul(triangles.Reshape(k, d, d), mu.Unsqueeze(-1)).Reshape(k * d);
        var scaled = Affine(x, triangles.Reshape(k * d, d).Transpose(), -means).Reshape(n, k, d);
        var logarithms = alpha + sumsOfQ - (0.5 * Sum(Square(scaled), -1));
        var likelihood = Sum(LogSumExp(logarithms, 1)) - (n * LogSumExp(alpha)) - (0.5 * n * d * Math.Log(2 * Math.PI));
        var prior = (m * Sum(sumsOfQ)) - (0.5 * gamma * gamma * (Sum(Square(scales)) + Sum(Square(l))));
        return likelihood + prior + (k * WishartConstant());
    }

    private double WishartConstant()
    {
        double freedom = d + m + 1, logGamma = 0.25 * d * (d - 1) * Math.Log(Math.PI);
        for (int j = 1; j <= d; j++) { logGamma += Scalar.LogGamma(0.5 * (freedom + 1 - j)); }
        return (freedom * d * (Math.Log(gamma) - (0.5 * Math.Log(2)))) - logGamma;
    }

    private static Variable<double> Read(Input input, int rows, int columns) => Wrap(input.Matrix(rows, columns).Values, rows, columns);
}
