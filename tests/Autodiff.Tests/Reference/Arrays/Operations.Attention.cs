using System.Globalization;
using System.Numerics;
using Autodiff.Nn;

namespace Autodiff.Tests.Reference.Arrays;

/// <content>Attention.</content>
internal static partial class Operations
{
    private static Variable<T>? Attended<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (call.Op != "scaled_dot_product_attention") { return null; }
        string text = call.Settings.Text("scale") ?? call.Settings.Number("scale", 1).ToString(CultureInfo.InvariantCulture);
        double? scale = text == "1/sqrt(d)" ? null : double.Parse(text, CultureInfo.InvariantCulture);
        (Variable<T>? mask, Variable<T>? bias) = MaskOf(call, 3);
        return Variable.ScaledDotProductAttention(call.A, call.B, call.X[2], mask, bias, call.Settings.Flag("is_causal"), scale);
    }

    private static Variable<T>[]? AttendedByHeads<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (call.Op != "multihead_attention") { return null; }
        int heads = call.Settings.Integer("num_heads", 1);
        bool hasBiases = call.X.Length >= 7;
        MultiHeadWeights<T> weights = hasBiases
            ? new(heads, call.X[3], call.X[5], call.X[4], call.X[6])
            : new(heads, call.X[3], call.X[4]);
        (Variable<T>? mask, Variable<T>? bias) = MaskOf(call, hasBiases ? 7 : 5);
        (Variable<T> output, Variable<T> mean) = Attention.MultiHeadWithWeights(call.A, call.B, call.X[2], weights, mask, bias);
        return [output, mean];
    }

    // A mask of truths, or numbers that are added.
    private static (Variable<T>? Mask, Variable<T>? Bias) MaskOf<T>(Call<T> call, int place)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (call.X.Length <= place) { return (null, null); }
        bool isAdded = call.Settings.Text("mask")?.StartsWith("float", StringComparison.Ordinal) ?? false;
        return isAdded ? (null, call.X[place]) : (call.X[place], null);
    }
}
