using System.Numerics;
using static Autodiff.Variable;

namespace Autodiff.Tests.Reference.Arrays;

/// <content>Elements by their places, and choices between elements.</content>
internal static partial class Operations
{
    private static Variable<T>? Indexed<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int axis = call.Settings.Integer("dim", 0);
        return call.Op switch
        {
            "gather" when call.Settings.Text("formula") == "gather(x,1,index)^2" => Square(Gather(call.A, axis, call.Indices(1))),
            "gather" => Gather(call.A, axis, call.Indices(1)),
            "scatter_add" => ScatterAdd(call.A, axis, call.Indices(1), call.X[2]),
            "scatter" => Scatter(call.A, axis, call.Indices(1), call.X.Length > 2 ? call.X[2] : call.Number("value", 0)),
            "index_select" => IndexSelect(call.A, axis, call.X.Length > 1 ? call.IndicesInList(1) : Autodiff.Indices.Of(call.Settings.Integers("index"))),
            "index_add" when call.Settings.Has("alpha") => IndexAdd(call.A, axis, call.Indices(1), call.X[2] * call.Number("alpha", 1)),
            "index_add" => IndexAdd(call.A, axis, call.Indices(1), call.X[2]),
            "masked_select" => MaskedSelect(call.A, call.B),
            "advanced_index" => ElementsAt(call.A, Places(call)),
            "embedding" => Embedded(call),
            _ => null,
        };
    }

    private static Variable<T>? Chosen<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> => call.Op switch
        {
            "where" when call.Settings.Text("formula") == "where(c, a*a, b^3)" => Where(call.A, call.B * call.B, Pow(call.X[2], 3.0)),
            "where" => Where(call.A, call.B, call.X[2]),
            "masked_fill" => MaskedFill(call.A, call.B, call.Number("value", 0)),
            "clamp" when !call.Settings.Has("min") => AtMost(call.A, call.Number("max", 0)),
            "clamp" when !call.Settings.Has("max") => AtLeast(call.A, call.Number("min", 0)),
            "clamp" => Clamp(call.A, call.Number("min", 0), call.Number("max", 0)),
            _ => null,
        };

    // Indices along the first axes, stretched to a common shape; negative ones count from the end where there are so many.
    private static Indices[] Places<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape common = call.X[1..].Aggregate(call.X[1], (sum, next) => sum + next).Shape;
        return [.. call.X[1..].Select((index, axis) => FromTheEnd(Expand(index, common.Lengths), axis < call.A.Rank ? call.A.Shape[axis] : 0))];
    }

    private static Indices FromTheEnd<T>(Variable<T> indices, int length)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Autodiff.Indices.Create(
            [.. indices.ToArray().Select(int.CreateChecked).Select(index => index < 0 && index >= -length ? index + length : index)], indices.Shape.Lengths);

    // The vectors of words, weight at some places: the large case names the weight first.
    private static Variable<T>? Embedded<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool weightFirst = call.Settings.Text("arguments") == "weight, index";
        int? padding = call.Settings.Has("padding_idx") ? call.Settings.Integer("padding_idx", 0) : null;
        Variable<T> words = Embedding(weightFirst ? call.A : call.B, call.Indices(weightFirst ? 1 : 0), padding);
        return call.Settings.Text("formula") == "embedding(index, weight)^2" ? Square(words) : words;
    }
}
