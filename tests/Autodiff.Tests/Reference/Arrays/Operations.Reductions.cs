using System.Numerics;
using static Autodiff.Variable;

namespace Autodiff.Tests.Reference.Arrays;

/// <content>Fewer elements out of many, scans, and the softmax.</content>
internal static partial class Operations
{
    private static Variable<T>? Reduction<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Reduced(call, call.Settings.Integers("dim"), call.KeepsAxes) ?? AlongOneAxis(call, call.Settings.Integer("dim", -1));

    private static Variable<T>? Reduced<T>(Call<T> call, int[] axes, bool keep)
        where T : unmanaged, IFloatingPointIeee754<T> => call.Op switch
        {
            "sum" => Sum(call.A, axes, keep),
            "mean" => Mean(call.A, axes, keep),
            "prod" => Product(call.A, axes, keep),
            "amax" => Max(call.A, axes, keep),
            "amin" => Min(call.A, axes, keep),
            "max" when axes.Length == 0 => Max(call.A, axes, keep),
            "min" when axes.Length == 0 => Min(call.A, axes, keep),
            "logsumexp" => LogSumExp(call.A, axes, keep),
            "var" => Variance(call.A, axes, keep, CorrectionOf(call.Settings)),
            "std" => StandardDeviation(call.A, axes, keep, CorrectionOf(call.Settings)),
            "norm" => Norm(call.A, call.Settings.Number("p", 2), axes, keep),
            _ => null,
        };

    private static Variable<T>? AlongOneAxis<T>(Call<T> call, int axis)
        where T : unmanaged, IFloatingPointIeee754<T> => call.Op switch
        {
            "cumsum" => CumulativeSum(call.A, axis),
            "cumprod" => CumulativeProduct(call.A, axis),
            "logcumsumexp" => LogCumulativeSumExp(call.A, axis),
            "softmax" => Softmax(call.A, axis),
            "log_softmax" => LogSoftmax(call.A, axis),
            "softmin" => Softmin(call.A, axis),
            _ => null,
        };

    // Values and the places where they stood.
    private static Variable<T>[]? WithPlaces<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int axis = call.Settings.Integer("dim", -1);
        return call.Op switch
        {
            "max" => Pair(MaxWithIndices(call.A, axis, call.KeepsAxes)),
            "min" => Pair(MinWithIndices(call.A, axis, call.KeepsAxes)),
            "sort" => Pair(Sort(call.A, axis, call.Settings.Flag("descending"))),
            "topk" => Pair(TopK(call.A, call.Settings.Integer("k", 1), axis, IsTrue(call, "largest"), IsTrue(call, "sorted"))),
            _ => null,
        };
    }

    // How many fewer than the elements the squares are divided by; its older name is a truth.
    private static int CorrectionOf(Settings settings) =>
        settings.Integer("correction", settings.Has("unbiased") && !settings.Flag("unbiased") ? 0 : 1);

    private static bool IsTrue<T>(Call<T> call, string key)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        !call.Settings.Has(key) || call.Settings.Flag(key);

    private static Variable<T>[] Pair<T>((Variable<T> Values, int[] Indices) found)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        [found.Values, Create<T>([.. found.Indices.Select(T.CreateChecked)], found.Values.Shape.Lengths)];
}
