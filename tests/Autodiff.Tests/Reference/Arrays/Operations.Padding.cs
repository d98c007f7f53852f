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
        (int Before, int After)[] pairs = [.. flat.Chunk(2).Reverse().Select(pair => (pair[0], pair[1]))];
        if (!call.MayCompose) { return call.Settings.Text("mode") == "constant" ? Pad(call.A, pairs, call.Settings.Number("value", 0)) : null; }
        return call.Settings.Text("mode") == "constant"
            ? Constant(call.A, pairs, call.Settings.Number("value", 0))
            : Enumerable.Range(0, pairs.Length).Aggregate(call.A, (x, k) => Repeating(x, k - pairs.Length, pairs[k], call.Settings.Text("mode")!));
    }

    // A negative frame cuts off.
    private static Variable<T> Constant<T>(Variable<T> x, (int Before, int After)[] pairs, double value)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int k = 0; k < pairs.Length; k++)
        {
            int axis = x.Rank - pairs.Length + k, from = Math.Max(-pairs[k].Before, 0), cut = from + Math.Max(-pairs[k].After, 0);
            if (cut > 0) { x = Narrowed(x, axis, from, x.Shape[axis] - cut); }
        }

        return Pad(x, [.. pairs.Select(pair => (Math.Max(pair.Before, 0), Math.Max(pair.After, 0)))], value);
    }

    private static Variable<T> Repeating<T>(Variable<T> x, int axis, (int Before, int After) pair, string mode)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int length = x.Shape[axis];
        int[] places = [.. Enumerable.Range(-pair.Before, pair.Before + length + pair.After).Select(place => Source(place, length, mode))];
        return IndexSelect(x, axis, Autodiff.Indices.Of(places));
    }

    private static int Source(int place, int length, string mode) => mode switch
    {
        "reflect" => place < 0 ? -place : place >= length ? (2 * (length - 1)) - place : place,
        "replicate" => Math.Clamp(place, 0, length - 1),
        "circular" => (place + length) % length,
        _ => throw new NotSupportedException(mode),
    };
}
