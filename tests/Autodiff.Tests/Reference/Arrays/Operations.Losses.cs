using System.Numerics;
using static Autodiff.Variable;

namespace Autodiff.Tests.Reference.Arrays;

/// <content>Losses, put together from the other operations as their formulas say.</content>
internal static partial class Operations
{
    private static Variable<T>? Loss<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        call.X.Length >= 2 && LossesOf(call) is { } losses ? Averaged(losses, call) : null;

    private static Variable<T>? LossesOf<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> x = call.A, target = call.B;
        return call.Op switch
        {
            "mse_loss" => Square(x - target),
            "l1_loss" => Abs(x - target),
            "huber_loss" => Huber(x - target, call.Number("delta", 1)),
            "smooth_l1_loss" => Huber(x - target, call.Number("beta", 1)) / call.Number("beta", 1),
            "soft_margin_loss" => Softplus(-target * x),
            "hinge_loss" => Relu(T.One - (target * x)),
            "hinge_embedding_loss" => Where(Equal(target, T.One), x, Relu(call.Number("margin", 1) - x)),
            "margin_ranking_loss" => Relu((-call.X[2] * (x - target)) + call.Number("margin", 0)),
            "binary_cross_entropy_with_logits" when !call.Settings.Has("pos_weight") => Softplus(x) - (x * target),
            "cross_entropy" when IsPlain(call) => -Picked(LogSoftmax(x, 1), call),
            "nll_loss" when IsPlain(call) => -Picked(x, call),
            "cosine_similarity" => Cosine(x, target, call.Settings.Integer("dim", 1), call.Number("eps", 1e-8)),
            _ => null,
        };
    }

    private static Variable<T> Huber<T>(Variable<T> x, T delta)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T half = T.CreateTruncating(0.5);
        return Where(delta > Abs(x), Square(x) * half, (Abs(x) - (delta * half)) * delta);
    }

    private static Variable<T> Cosine<T>(Variable<T> a, Variable<T> b, int axis, T least)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Sum(a * b, axis) / (AtLeast(Norm(a, 2, axis), least) * AtLeast(Norm(b, 2, axis), least));

    private static Variable<T> Averaged<T>(Variable<T> losses, Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> => call.Settings.Text("reduction") switch
        {
            "mean" => Mean(losses),
            "sum" => Sum(losses),
            _ => losses,
        };

    // One label for each row of logits, and no weights.
    private static bool IsPlain<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        call is { X: { Length: 2 }, A: { Rank: 2 }, B: { Rank: 1 } } && !call.Settings.Has("ignore_index") && !call.Settings.Has("label_smoothing")
        && !call.Settings.Has("weighted") && !call.Settings.Has("target_kind");

    private static Variable<T> Picked<T>(Variable<T> x, Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Gather(x, 1, Autodiff.Indices.Create([.. call.Indices(1)], call.B.Length, 1)).Reshape(-1);
}
