using System.Numerics;

namespace Autodiff.Nn.Tests;

/// <summary>The losses that are taken element by element, with their settings.</summary>
internal static class LossTable
{
    private static readonly double[] Y = [2, -1, 0.5, -0.25, 1.25, 3], Target = [1.5, 1.5, 0.25, -3, 1.5, 0.75];
    private static readonly double[] Truth = [1, 0, 0.25, 1, 0.5, 0], Sides = [1, -1, 1, 1, -1, -1], Counts = [3, 0, 1, 2, 5, 0.5];
    private static readonly double[] Probabilities = [0.75, 0.125, 0.5, 0.25, 0.875, 0.375], Weights = [1, 2, 0.5, 3, 0.25, 1.5];

    public static LossRow<T>[] Rows<T>()
        where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. Regression<T>(), .. Likelihoods<T>(), .. Binary<T>(), .. Distances<T>()];

    private static LossRow<T>[] Regression<T>()
        where T : unmanaged, IFloatingPointIeee754<T> =>
    [
        new("SquaredError", static (x, r) => Losses.SquaredError(x[0], x[1], r), static x => Math.Pow(x[0] - x[1], 2), Y, Target),
        new("AbsoluteError", static (x, r) => Losses.AbsoluteError(x[0], x[1], r), static x => Math.Abs(x[0] - x[1]), Y, Target),
        new("Huber", static (x, r) => Losses.Huber(x[0], x[1], reduction: r), static x => Huber(x[0] - x[1], 1), Y, Target),
        new("Huber", static (x, r) => Losses.Huber(x[0], x[1], 0.375, r), static x => Huber(x[0] - x[1], 0.375), Y, Target),
        new("SmoothAbsoluteError", static (x, r) => Losses.SmoothAbsoluteError(x[0], x[1], 2, r), static x => Huber(x[0] - x[1], 2) / 2, Y, Target),
        new("SmoothAbsoluteError", static (x, r) => Losses.SmoothAbsoluteError(x[0], x[1], 0, r), static x => Math.Abs(x[0] - x[1]), Y, Target),
    ];

    private static LossRow<T>[] Likelihoods<T>()
        where T : unmanaged, IFloatingPointIeee754<T> =>
    [
        new(
            "PoissonNegativeLogLikelihood",
            static (x, r) => Losses.PoissonNegativeLogLikelihood(x[0], x[1], reduction: r),
            static x => Math.Exp(x[0]) - (x[1] * x[0]),
            Y,
            Counts),
        new(
            "PoissonNegativeLogLikelihood",
            static (x, r) => Losses.PoissonNegativeLogLikelihood(x[0], x[1], isLogarithm: false, full: true, epsilon: 1e-4, reduction: r),
            static x => x[0] - (x[1] * Math.Log(x[0] + 1e-4)) + (x[1] > 1 ? (x[1] * Math.Log(x[1])) - x[1] + (Math.Log(Math.Tau * x[1]) / 2) : 0),
            Weights,
            [3, 0.25, 0.5, 2, 5, 0.5]),
        new(
            "GaussianNegativeLogLikelihood",
            static (x, r) => Losses.GaussianNegativeLogLikelihood(x[0], x[1], x[2], reduction: r),
            static x => (Math.Log(x[2]) + (Math.Pow(x[0] - x[1], 2) / x[2])) / 2,
            Y,
            Target,
            Weights) { Paired = 2 },
        new(
            "GaussianNegativeLogLikelihood",
            static (x, r) => Losses.GaussianNegativeLogLikelihood(x[0], x[1], x[2], full: true, epsilon: 0.375, reduction: r),
            static x => (Math.Log(Math.Max(x[2], 0.375) * Math.Tau) + (Math.Pow(x[0] - x[1], 2) / Math.Max(x[2], 0.375))) / 2,
            Y,
            Target,
            Weights) { Paired = 2 },
        new(
            "KullbackLeibler",
            static (x, r) => Losses.KullbackLeibler(x[0], x[1], reduction: r),
            static x => x[1] * (Math.Log(x[1]) - x[0]),
            Y,
            Probabilities),
        new(
            "KullbackLeibler",
            static (x, r) => Losses.KullbackLeibler(x[0], x[1], isLogarithm: true, r),
            static x => Math.Exp(x[1]) * (x[1] - x[0]),
            Y,
            Target),
    ];

    private static LossRow<T>[] Binary<T>()
        where T : unmanaged, IFloatingPointIeee754<T> =>
    [
        new("BinaryCrossEntropy", static (x, r) => Losses.BinaryCrossEntropy(x[0], x[1], r), static x => BinaryCrossEntropy(x, 1), Y, Truth),
        new(
            "BinaryCrossEntropy",
            static (x, r) => Losses.BinaryCrossEntropy(x[0], x[1], r, x[2], x[3]),
            static x => x[2] * BinaryCrossEntropy(x, x[3]),
            Y,
            Truth,
            Weights,
            Counts) { Paired = 2 },
        new(
            "BinaryCrossEntropyOfProbabilities",
            static (x, r) => Losses.BinaryCrossEntropyOfProbabilities(x[0], x[1], r),
            static x => -(x[1] * Math.Log(x[0])) - ((1 - x[1]) * Math.Log(1 - x[0])),
            Probabilities,
            Truth),
        new(
            "BinaryCrossEntropyOfProbabilities",
            static (x, r) => Losses.BinaryCrossEntropyOfProbabilities(x[0], x[1], r, x[2]),
            static x => x[2] * (-(x[1] * Math.Log(x[0])) - ((1 - x[1]) * Math.Log(1 - x[0]))),
            Probabilities,
            Truth,
            Weights) { Paired = 2 },
        new("Hinge", static (x, r) => Losses.Hinge(x[0], x[1], 0.75, r), static x => Math.Max(0, 0.75 - (x[1] * x[0])), Y, Sides),
        new("SoftMargin", static (x, r) => Losses.SoftMargin(x[0], x[1], r), static x => Math.Log(1 + Math.Exp(-x[1] * x[0])), Y, Sides),
    ];

    private static LossRow<T>[] Distances<T>()
        where T : unmanaged, IFloatingPointIeee754<T> =>
    [
        new(
            "HingeEmbedding",
            static (x, r) => Losses.HingeEmbedding(x[0], x[1], 2, r),
            static x => x[1] == 1 ? x[0] : Math.Max(0, 2 - x[0]),
            Y,
            Sides) { Differentiable = 1 },
        new(
            "MarginRanking",
            static (x, r) => Losses.MarginRanking(x[0], x[1], x[2], 0.375, r),
            static x => Math.Max(0, 0.375 - (x[2] * (x[0] - x[1]))),
            Y,
            Target,
            Sides),
    ];

    private static double Huber(double error, double delta) =>
        Math.Abs(error) <= delta ? error * error / 2 : delta * (Math.Abs(error) - (delta / 2));

    private static double BinaryCrossEntropy(double[] x, double ofOnes)
    {
        double p = 1 / (1 + Math.Exp(-x[0]));
        return -(ofOnes * x[1] * Math.Log(p)) - ((1 - x[1]) * Math.Log(1 - p));
    }
}
