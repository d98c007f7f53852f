using Form = Autodiff.Tests.Ops.ArrayFunctions.Attending;

namespace Autodiff.Tests.Ops;

/// <content>Attention.</content>
internal static partial class ArrayTable
{
    private static readonly Form Plain = new(), Masked = new(HasMask: true), Biased = new(HasBias: true);

    private static ArrayRow[] Attention() => [ScaledDotProductAttention(), AttentionWeights(), Softmin()];

    private static ArrayRow ScaledDotProductAttention() => new(
        "ScaledDotProductAttention",
        Attended(Plain, [[2, 3], [4, 3], [4, 2]], [[1, 1], [1, 1], [1, 1]], [[0, 2], [3, 2], [3, 1]], [[2, 0], [3, 0], [3, 2]], [[2, 2], [3, 2], [3, 0]]),
        Attended(Plain, [[2, 2, 3], [2, 2, 3], [2, 2, 2]], [[2, 1, 2, 1], [1, 2, 1, 1], [2, 1, 1]], [[0, 2, 1], [0, 2, 1], [0, 2, 1]]),
        Attended(Plain with { Scale = -0.75 }, [[3, 2], [2, 2], [2, 1]]),
        Attended(Plain with { IsCausal = true }, [[3, 2], [3, 2], [3, 1]], [[2, 1], [3, 1], [3, 1]], [[3, 1], [2, 1], [2, 1]]),
        Attended(Masked, [[2, 2], [3, 2], [3, 2], [2, 3]], [[2, 2, 1], [2, 2, 1], [2, 2, 1], [2, 1, 2]]) with { Masks = [3] },
        Attended(Biased, [[2, 2], [3, 2], [3, 2], [2, 3]], [[2, 2, 1], [2, 2, 1], [2, 2, 1], [2, 1]]),
        Attended(new(HasMask: true, HasBias: true, IsCausal: true), [[2, 1], [3, 1], [3, 1], [3], [1, 3]]) with { Masks = [3] })
    {
        Specials =
        [
            // A row that attends to nothing, by the mask and by the bias.
            new(
                new ArrayFunctions.ScaledDotProductAttention(Masked),
                [Grid.Of([2, 1], 1, 2), Grid.Of([1, 1], 3), Grid.Of([1, 1], 5), Grid.Of([2, 1], 0, 1)],
                Grid.Of([2, 1], 0, 5),
                Grid.Of([2, 1], 0, 0),
                Grid.Of([1, 1], 0),
                Grid.Of([1, 1], 1),
                Grid.Of([2, 1], 0, 0)),
            new(
                new ArrayFunctions.ScaledDotProductAttention(Biased),
                [Grid.Of([2, 1], 1, 2), Grid.Of([1, 1], 3), Grid.Of([1, 1], 5), Grid.Of([2, 1], -Inf, 1)],
                Grid.Of([2, 1], 0, 5),
                Grid.Of([2, 1], 0, 0),
                Grid.Of([1, 1], 0),
                Grid.Of([1, 1], 1),
                Grid.Of([2, 1], 0, 0)),

            // Logits that overflow where they are taken to the exponential as they are.
            new(
                new ArrayFunctions.ScaledDotProductAttention(Plain),
                [Grid.Of([1, 1], 1e4), Grid.Of([2, 1], 1e4, -1e4), Grid.Of([2, 1], 7, 9)],
                Grid.Of([1, 1], 7),
                Grid.Of([1, 1], 0),
                Grid.Of([2, 1], 0, 0),
                Grid.Of([2, 1], 1, 0)),
            new(
                new ArrayFunctions.ScaledDotProductAttention(Plain),
                [Grid.Of([2, 1], 1, 2), Grid.Of([0, 1]), Grid.Of([0, 1])],
                Grid.Of([2, 1], 0, 0),
                Grid.Of([2, 1], 0, 0),
                Grid.Of([0, 1]),
                Grid.Of([0, 1])),
        ],
        Malformed =
        [
            .. MalformedAttention("ScaledDotProductAttention", form => new ArrayFunctions.ScaledDotProductAttention(form), [3, 2]),
            Refused<ShapeMismatchException>(new ArrayFunctions.ScaledDotProductAttention(Plain), ["the values [4, 2]"], [2, 2], [3, 2], [4, 2]),
            Refused<ShapeMismatchException>(new ArrayFunctions.ScaledDotProductAttention(Plain), ["the values [2]"], [2, 2], [3, 2], [2]),
            Refused<ShapeMismatchException>(
                new ArrayFunctions.ScaledDotProductAttention(Plain), ["the values [3, 3, 2]"], [2, 2, 2], [2, 3, 2], [3, 3, 2]),
        ],
    };

    private static ArrayRow AttentionWeights() => new(
        "AttentionWeights",
        Weighed(Plain, [[2, 3], [4, 3]], [[0, 2], [3, 2]], [[2, 2], [0, 2]], [[2, 2, 1], [2, 2, 1]], [[2, 1, 2, 1], [1, 2, 1, 1]]),
        Weighed(Plain with { Scale = 2 }, [[2, 1], [2, 1]]),
        Weighed(Plain with { IsCausal = true }, [[3, 2], [3, 2]], [[2, 1], [3, 1]]),
        Weighed(Masked, [[2, 2], [3, 2], [2, 3]]) with { Masks = [2], Reads = [0, 1, 2] },
        Weighed(Biased, [[2, 2], [3, 2], [2, 3]]))
    {
        Specials =
        [
            new(
                new ArrayFunctions.AttentionWeights(Masked),
                [Grid.Of([2, 1], 1, 2), Grid.Of([1, 1], 3), Grid.Of([2, 1], 0, 1)],
                Grid.Of([2, 1], 0, 1),
                Grid.Of([2, 1], 0, 0),
                Grid.Of([1, 1], 0),
                Grid.Of([2, 1], 0, 0)),
        ],
        Malformed = [.. MalformedAttention("AttentionWeights", form => new ArrayFunctions.AttentionWeights(form))],
    };

    private static ArrayRow Softmin() => Lines("Softmin", axis => new ArrayFunctions.Softmin(axis), v => Shares([.. v.Select(x => -x)]), []) with
    {
        Specials =
        [
            Weighted(new ArrayFunctions.Softmin(0), Vector(-1000, -1000), Vector(0.5, 0.5), Vector(-0.25, 0.25)),
            Weighted(new ArrayFunctions.Softmin(0), Vector(Inf, 3, 3), Vector(0, 0.5, 0.5), Vector(0, 0, 0)),
        ],
    };

    private static MalformedCall[] MalformedAttention(string name, Func<Form, IArrayFunction> function, params int[][] values) =>
    [
        Refused<ShapeMismatchException>(function(Plain), [name, "the queries are [2, 3]", "the keys [3, 2]"], [[2, 3], [3, 2], .. values]),
        Refused<ShapeMismatchException>(function(Plain), [name, "the queries are [2]"], [[2], [3, 2], .. values]),
        Refused<ShapeMismatchException>(function(Plain), [name, "the keys []"], [[2, 2], [], .. values]),
        Refused<ShapeMismatchException>(function(Plain), [name, "the queries are [2, 2, 2]", "[3, 3, 2]"], [[2, 2, 2], [3, 3, 2], .. values]),
        Refused<ShapeMismatchException>(function(Masked), [name, "the mask [3, 2]", "[2, 3]"], [[2, 2], [3, 2], .. values, [3, 2]]),
        Refused<ShapeMismatchException>(function(Masked), [name, "the mask [1, 2, 3]", "[2, 3]"], [[2, 2], [3, 2], .. values, [1, 2, 3]]),
        Refused<ShapeMismatchException>(function(Biased), [name, "the bias [2]", "[2, 3]"], [[2, 2], [3, 2], .. values, [2]]),
        Refused<ArgumentOutOfRangeException>(function(Plain with { Scale = double.NaN }), [name, "NaN", "finite"], [[2, 2], [3, 2], .. values]),
    ];

    private static ArrayCall Attended(Form form, params int[][][] shapes) =>
        new(new ArrayFunctions.ScaledDotProductAttention(form), x => Mixed(Weights(form, x[0], x[1], x[2], x[3..]), x[2]), shapes)
        {
            Reads = [.. Enumerable.Range(0, shapes[0].Length)],
        };

    private static ArrayCall Weighed(Form form, params int[][][] shapes) =>
        new(new ArrayFunctions.AttentionWeights(form), x => Weights(form, x[0], x[1], x[1], x[2..]), shapes) { Reads = [0, 1] };

    // e^z / Σ e^z over the keys that a query attends to.
    private static Grid Weights(Form form, Grid q, Grid k, Grid v, Grid[] others)
    {
        int[] batch = Batch(Batch(q.Shape[..^2], k.Shape[..^2]), v.Shape[..^2]), shape = [.. batch, q.Shape[^2], k.Shape[^2]];
        Grid queries = q.Expand([.. batch, .. q.Shape[^2..]]), keys = k.Expand([.. batch, .. k.Shape[^2..]]);
        Grid? mask = form.HasMask ? others[0].Expand(shape) : null, bias = form.HasBias ? others[^1].Expand(shape) : null;
        double scale = form.Scale ?? (1 / Math.Sqrt(Math.Max(q.Shape[^1], 1)));
        Grid exponentials = Grid.Of(shape, at =>
        {
            bool attends = (mask is null || mask[at] != 0) && (!form.IsCausal || at[^1] <= at[^2]);
            double product = Enumerable.Range(0, q.Shape[^1]).Sum(i => queries[[.. at[..^1], i]] * keys[[.. at[..^2], at[^1], i]]);
            return attends ? Math.Exp((scale * product) + (bias?[at] ?? 0)) : 0;
        });
        return exponentials.Along(-1, row => [.. row.Select(e => e == 0 ? 0 : e / row.Sum())]);
    }

    private static Grid Mixed(Grid weights, Grid v)
    {
        int[] batch = weights.Shape[..^2];
        Grid values = v.Expand([.. batch, .. v.Shape[^2..]]);
        return Grid.Of(
            [.. weights.Shape[..^1], v.Shape[^1]],
            at => Enumerable.Range(0, v.Shape[^2]).Sum(key => weights[[.. at[..^1], key]] * values[[.. at[..^2], key, at[^1]]]));
    }

    private static int[] Batch(int[] a, int[] b)
    {
        int rank = Math.Max(a.Length, b.Length);
        return [.. Enumerable.Range(0, rank).Select(axis => Math.Max(Of(a, axis), Of(b, axis)) * (Of(a, axis) * Of(b, axis) == 0 ? 0 : 1))];

        int Of(int[] shape, int axis) => axis < rank - shape.Length ? 1 : shape[axis - (rank - shape.Length)];
    }
}
