using System.Globalization;
using System.Numerics;
using static Autodiff.Variable;

namespace Autodiff.Tests.Reference.Arrays;

/// <content>What networks are made of, put together from the other operations as their formulas say.</content>
internal static partial class Operations
{
    private static Variable<T>? Network<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> => call.MayCompose ? Block(call) ?? Loss(call) : null;

    private static Variable<T>? Block<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> => call.Op switch
        {
            "scaled_dot_product_attention" => Attention(call),
            "layer_norm" => Normalised(call),
            _ => null,
        };

    // softmax(q kᵀ scale + mask) v; a mask of truths becomes 0 and -∞.
    private static Variable<T>? Attention<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> q = call.X[0], k = call.X[1], v = call.X[2];
        string text = call.Settings.Text("scale") ?? call.Settings.Number("scale", 1).ToString(CultureInfo.InvariantCulture);
        double scale = text == "1/sqrt(d)" ? 1 / Math.Sqrt(q.Shape[-1]) : double.Parse(text, CultureInfo.InvariantCulture);
        Variable<T> logits = MatMul(q, k.Transpose()) * T.CreateTruncating(scale);
        if (call.X.Length > 3)
        {
            bool added = call.Settings.Text("mask")!.StartsWith("float", StringComparison.Ordinal);
            logits = added ? logits + call.X[3] : Where(call.X[3], logits, T.NegativeInfinity);
        }

        return MatMul(Softmax(logits), v);
    }

    private static Variable<T> Normalised<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rank = call.Settings.Integers("normalized_shape").Length;
        int[] axes = [.. Enumerable.Range(-rank, rank)];
        Variable<T> mean = Mean(call.A, axes, keepAxes: true), variance = Variance(call.A, axes, keepAxes: true, correction: 0);
        Variable<T> normal = (call.A - mean) * ReciprocalSqrt(variance + call.Number("eps", 1e-5));
        if (call.X.Length > 1) { normal *= call.B; }
        return call.X.Length > 2 ? normal + call.X[2] : normal;
    }
}
