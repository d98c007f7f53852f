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
        bool isOrdinary = !call.Settings.Has("scale") || call.Settings.Text("scale") == "1/sqrt(d)";
        double? scale = isOrdinary ? null : call.Settings.Number("scale", 1);
        (Variable<T>? mask, Variable<T>? bias) = MaskOf(call, 3);
        return Variable.ScaledDotProductAttention(call.A, call.B, call.X[2], mask, bias, call.Settings.Flag("is_causal"), scale);
    }

    private static Variable<T>[]? AttendedByHeads<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (call.Op != "multihead_attention") { return null; }
        int heads = call.Settings.Integer("num_heads", 1);
        bool hasBiases = call.X.Length >= 7 && call.X[4].Rank == 1;
        MultiHeadWeights<T> weights = hasBiases
            ? new(heads, call.X[3], call.X[5], call.X[4], call.X[6])
            : new(heads, call.X[3], call.X[4]);
        (Variable<T>? mask, Variable<T>? bias) = MaskOf(call, hasBiases ? 7 : 5);
        bool isCausal = call.Settings.Flag("is_causal");
        (Variable<T> output, Variable<T> mean) = Attention.MultiHeadWithWeights(call.A, call.B, call.X[2], weights, mask, bias, isCausal);
        bool returnsOne = call.Settings.Text("returns")?.EndsWith("only", StringComparison.Ordinal) ?? false;
        return returnsOne ? [output] : [output, mean];
    }

    // The last input: a mask of truths, or numbers that are added.
    private static (Variable<T>? Mask, Variable<T>? Bias) MaskOf<T>(Call<T> call, int place)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (call.X.Length <= place) { return (null, null); }
        return call.Truths[^1] ? (call.X[place], null) : (null, call.X[place]);
    }
}
