using System.Numerics;
using static Autodiff.Variable;

namespace Autodiff.Tests.Reference.Arrays;

/// <content>Frames: of one value, or of the elements themselves.</content>
internal static partial class Operations
{
    private static Variable<T>? Framed<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (call.Op != "pad") { return null; }
        int[] flat = call.Settings.Integers("pad");
        if (flat.Length % 2 != 0) { throw new NotSupportedException("half a pair"); }
        (int Before, int After)[] pairs = [.. flat.Chunk(2).Reverse().Select(pair => (pair[0], pair[1]))];
        Variable<T> x = call.MayCompose ? CutOff(call.A, ref pairs) : call.A;
        string mode = call.Settings.Text("mode") ?? "constant";
        return mode == "constant" ? Pad(x, pairs, call.Settings.Number("value", 0)) : Pad(x, pairs, ModeOf(mode));
    }

    // A negative frame cuts off, before what is left gets a frame.
    private static Variable<T> CutOff<T>(Variable<T> x, ref (int Before, int After)[] pairs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int k = 0; k < pairs.Length; k++)
        {
            int axis = x.Rank - pairs.Length + k, from = Math.Max(-pairs[k].Before, 0), cut = from + Math.Max(-pairs[k].After, 0);
            if (cut > 0) { x = Narrowed(x, axis, from, x.Shape[axis] - cut); }
        }

        pairs = [.. pairs.Select(pair => (Math.Max(pair.Before, 0), Math.Max(pair.After, 0)))];
        return x;
    }

    private static PaddingMode ModeOf(string mode) => mode switch
    {
        "reflect" => PaddingMode.Reflect,
        "replicate" => PaddingMode.Replicate,
        "circular" => PaddingMode.Circular,
        _ => throw new NotSupportedException(mode),
    };
}
