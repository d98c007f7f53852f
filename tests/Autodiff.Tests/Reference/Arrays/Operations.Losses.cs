using System.Numerics;
using Autodiff.Nn;
using Reducing = Autodiff.Nn.Reduction;

namespace Autodiff.Tests.Reference.Arrays;

/// <content>Losses.</content>
internal static partial class Operations
{
    private static Variable<T>? Loss<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        call.X.Length >= 2 ? LossOfNumbers(call) ?? LossOfLabels(call) ?? LossOfDistances(call) : null;

    private static Variable<T>? LossOfNumbers<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> x = call.A, target = call.B;
        Settings settings = call.Settings;
        Reducing reduction = ReductionOf(settings);
        return call.Op switch
        {
            "mse_loss" when reduction == Reducing.Mean => Losses.MeanSquaredError(x, target),
            "mse_loss" => Losses.SquaredError(x, target, reduction),
            "l1_loss" => Losses.AbsoluteError(x, target, reduction),
            "huber_loss" => Losses.Huber(x, target, settings.Number("delta", 1), reduction),
            "smooth_l1_loss" => Losses.SmoothAbsoluteError(x, target, settings.Number("beta", 1), reduction),
            "poisson_nll_loss" => Losses.PoissonNegativeLogLikelihood(
                x, target, !settings.Has("log_input") || settings.Flag("log_input"), settings.Flag("full"), settings.Number("eps", 1e-8), reduction),
            "gaussian_nll_loss" => Losses.GaussianNegativeLogLikelihood(
                x, target, call.X[2], settings.Flag("full"), settings.Number("eps", 1e-6), reduction),
            _ => null,
        };
    }

    private static Variable<T>? LossOfLabels<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> x = call.A, target = call.B;
        Variable<T>? weights = call.Input("weight", 2);
        Settings settings = call.Settings;
        Reducing reduction = ReductionOf(settings);
        int? ignored = settings.Has("ignore_index") ? settings.Integer("ignore_index", 0) : null;
        double smoothing = settings.Number("label_smoothing", 0);
        return call.Op switch
        {
            "cross_entropy" when settings.Text("target_kind") == "probabilities" => Losses.CrossEntropy(x, target, reduction, weights, smoothing),
            "cross_entropy" => Losses.CrossEntropy(x, call.Indices(1), reduction, weights, smoothing, ignored),
            "nll_loss" => Losses.NegativeLogLikelihood(x, call.Indices(1), reduction, weights, ignored),
            "kl_div" => Losses.KullbackLeibler(x, target, settings.Flag("log_target"), reduction),
            "binary_cross_entropy" => Losses.BinaryCrossEntropyOfProbabilities(x, target, reduction, weights),
            "binary_cross_entropy_with_logits" => Losses.BinaryCrossEntropy(
                x, target, reduction, weights, settings.Has("pos_weight") ? PositiveWeights(call) : null),
            "hinge_loss" => Losses.Hinge(x, target, settings.Number("margin", 1), reduction),
            "soft_margin_loss" => Losses.SoftMargin(x, target, reduction),
            _ => null,
        };
    }

    private static Variable<T> PositiveWeights<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        call.Settings.IsList("pos_weight") ? call.Settings.Array("pos_weight").ToVariable<T>() : call.Number("pos_weight", 1);

    private static Variable<T>? LossOfDistances<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Settings settings = call.Settings;
        Reducing reduction = ReductionOf(settings);
        return call.Op switch
        {
            "hinge_embedding_loss" => Losses.HingeEmbedding(call.A, call.B, settings.Number("margin", 1), reduction),
            "margin_ranking_loss" => Losses.MarginRanking(call.A, call.B, call.X[2], settings.Number("margin", 0), reduction),
            "cosine_embedding_loss" => Losses.CosineEmbedding(call.A, call.B, call.X[2], settings.Number("margin", 0), reduction),
            "triplet_margin_loss" => Losses.TripletMargin(
                call.A,
                call.B,
                call.X[2],
                settings.Number("margin", 1),
                settings.Number("p", 2),
                settings.Number("eps", 1e-6),
                settings.Flag("swap"),
                reduction),
            "cosine_similarity" => Losses.CosineSimilarity(call.A, call.B, settings.Integer("dim", 1), settings.Number("eps", 1e-8)),
            _ => null,
        };
    }

    private static Reducing ReductionOf(Settings settings) => settings.Text("reduction") switch
    {
        "none" => Reducing.None,
        "sum" => Reducing.Sum,
        "batchmean" => Reducing.BatchMean,
        _ => Reducing.Mean,
    };
}
