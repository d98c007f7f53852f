namespace Autodiff.Tests.Reference.Arrays;

/// <summary>Gradients by our own convention, where the vectors say that it is a matter of taste and do not name ours.</summary>
internal static class Conventions
{
    /// <summary>The gradients for the inputs of a case, or null where we share the convention of the vectors.</summary>
    public static VectorArray?[]? Gradients(VectorCase c) =>
        c.IsTagged("convention") && c.Op == "binary_cross_entropy"
            ? [BinaryCrossEntropy(c), .. Enumerable.Repeat<VectorArray?>(null, c.Inputs.Length - 1)]
            : null;

    // The derivative of -t max(ln p, -100) - (1 - t) max(ln(1 - p), -100) as it stands.
    private static VectorArray BinaryCrossEntropy(VectorCase c)
    {
        double[] p = c.Inputs[0].Data, t = c.Inputs[1].Data, cotangent = c.Cotangents[0]!.Data;
        double share = c.Settings.Text("reduction") == "mean" ? 1.0 / p.Length : 1;
        return new(
            c.Inputs[0].Shape,
            [.. p.Select((q, i) => cotangent[i % cotangent.Length] * share * (((1 - t[i]) * Inverse(1 - q)) - (t[i] * Inverse(q))))]);

        static double Inverse(double x) => Math.Log(x) < -100 ? 0 : 1 / x;
    }
}
