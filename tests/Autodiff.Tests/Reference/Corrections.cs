using Autodiff.Tests.Ops;

namespace Autodiff.Tests.Reference;

/// <summary>Cases whose numbers contradict what they say of themselves.</summary>
internal static class Corrections
{
    /// <summary>
    /// The gradients of a case. Of the determinant of a singular matrix the note says that they are the cofactors, "finite, non-zero", and the numbers
    /// are 0; the cofactors, computed here by the rows, are what central differences give, too.
    /// </summary>
    public static VectorArray?[] OfGradients(VectorCase c)
    {
        VectorArray?[] stated = c.Gradients;
        bool isContradicted = c.Op == "det" && c.Note.Contains("transposed adjugate", StringComparison.Ordinal) && stated is [{ Data: { } data }]
            && data.All(value => value == 0);
        if (!isContradicted) { return stated; }
        VectorArray input = c.Inputs[0];
        Grid cofactors = Matrices.Each(new(input.Shape, input.Data), input.Shape[^2..], (a, at) => Matrices.Cofactor(a, at[0], at[1]));
        int size = input.Shape[^1] * input.Shape[^2];
        return [stated[0]! with { Data = [.. cofactors.Values.Select((value, place) => value * c.Cotangents[0]!.Data[place / size])] }];
    }
}
