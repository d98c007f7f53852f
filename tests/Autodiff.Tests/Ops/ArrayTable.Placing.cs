namespace Autodiff.Tests.Ops;

/// <content>Elements put at places, looked up, dropped, and framed by their own.</content>
internal static partial class ArrayTable
{
    private static ArrayRow[] Placing() => [Scatter(), Embedding(), MaskedSelect(), ElementsAt(), Dropout(), Meshgrid()];

    private static ArrayRow WithOverloads(ArrayRow row) => row.Name switch
    {
        "Pad" => row with { Calls = [.. row.Calls, .. FramedByOwn()], Malformed = [.. row.Malformed, .. MalformedFrames()] },
        "Roll" => row with { Calls = [.. row.Calls, .. RolledOfAxes()], Malformed = [.. row.Malformed, .. MalformedRolls()] },
        "RepeatInterleave" => row with { Calls = [.. row.Calls, .. RepeatedEach()], Malformed = [.. row.Malformed, .. MalformedRepetitions()] },
        _ => row,
    };

    private static ArrayRow Scatter() => new(
        "Scatter",
        PutInPlace(0, Places([1, 4], 1, 0, 2, 1), [3, 4], [1, 4]),
        PutInPlace(0, Places([3, 2], 1, 0, 1, 1, 1, 0), [2, 3], [3, 2]),
        PutInPlace(-1, Places([2, 1], 2, 0), [2, 3], [2, 1]),
        PutInPlace(1, Places([2, 2, 2], 0, 1, 0, 2, 1, 0, 0, 0), [2, 3, 2], [2, 2, 2]),
        PutInPlace(0, [2, 0, 2, 2], [3], [4]),
        PutInPlace(0, [2, 0], [3], []),
        PutInPlace(0, Places([2, 2], 0, 1, 1, 0), [2, 2], [2]),
        PutInPlace(0, Places([0, 2]), [3, 2], [0, 2]))
    {
        Specials =
        [
            new(new ArrayFunctions.Scatter(0, [1, 1]), [Vector(1, NaN), Vector(Inf, 5)], Vector(1, 5), Vector(1, 0), Vector(0, 1)),
        ],
        Malformed =
        [
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Scatter(0, [0, 3]), ["Scatter", "index 3", "axis 0", "[3]"], [3], [2]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Scatter(0, [-1]), ["Scatter", "index -1"], [3], [1]),
            Refused<ShapeMismatchException>(new ArrayFunctions.Scatter(0, [0, 1]), ["Scatter", "[3]", "[2]"], [3], [3]),
            Refused<ShapeMismatchException>(new ArrayFunctions.Scatter(0, [0, 1]), ["Scatter", "[2, 3]", "[2]"], [2, 3], [2]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Scatter(1, [0]), ["Scatter", "axis 1"], [3], [1]),
        ],
    };

    private static ArrayRow Embedding() => new(
        "Embedding",
        Looked(null, [1, 0, 1], [2, 3], [2], [2, 2, 2]),
        Looked(null, Places([2, 2], 1, 0, 0, 2), [3, 2]),
        Looked(null, [], [3, 2]),
        new ArrayCall(new ArrayFunctions.Embedding([0, 2]), x => Grid.Of([2, 2], at => x[0][[2 * at[0], at[1]]]), One(3, 2)))
    {
        // A row that is the padding has the gradient 0, which is not that of its value.
        Specials =
        [
            new(new ArrayFunctions.Embedding([1, 0, 1], 1), [Vector(3, 4)], Vector(4, 3, 4), Vector(1, 0)),
            new(new ArrayFunctions.Embedding([1, 0, 0], -2), [new([2, 1], [3, 4])], new([3, 1], [4, 3, 3]), new Grid([2, 1], [0, 1])),
        ],
        Malformed =
        [
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Embedding([2]), ["Embedding", "index 2", "axis 0", "[2, 3]", "0 to 1"], [2, 3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Embedding([0, -1]), ["Embedding", "index -1"], [2, 3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Embedding([0], 2), ["Embedding", "row 2", "[2, 3]"], [2, 3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Embedding([0], -3), ["Embedding", "row -3", "[2, 3]"], [2, 3]),
            Refused<ArgumentException>(new ArrayFunctions.Embedding([0]), ["Embedding", "no rows"], [[]]),
        ],
    };

    private static ArrayRow MaskedSelect() => new(
        "MaskedSelect",
        ShownBy(new([2, 3], [1, 0, 0, 2, 1, 0]), [2, 3]),
        ShownBy(new([3], [1, 0, -1]), [2, 3], [1, 3], [0, 3]),
        ShownBy(new([], [1]), [4], []),
        ShownBy(new([2], [0, 0]), [2]))
    {
        Specials =
        [
            new(new ArrayFunctions.MaskedSelect(Vector(0, NaN, 2)), [Vector(1, NaN, 3)], Vector(NaN, 3), Vector(0, 1, 1)),
            new(new ArrayFunctions.MaskedSelect(Vector(0, 1, 1)), [Grid.Of(2)], Vector(2, 2), Grid.Of(2)),
        ],
        Malformed = [Refused<ShapeMismatchException>(new ArrayFunctions.MaskedSelect(Vector(1, 1)), ["MaskedSelect", "[3]", "[2]"], [3])],
    };

    private static ArrayRow ElementsAt() => new(
        "ElementsAt",
        new ArrayCall(new ArrayFunctions.ElementsAt([1, 0, 1], [2, 2, 2]), x => Grid.Of([3], at => x[0][[at[0] == 1 ? 0 : 1, 2]]), One(2, 3)),
        new ArrayCall(new ArrayFunctions.ElementsAt([1, 0], [2, 1]), x => Grid.Of([2, 2], at => x[0][[1 - at[0], 2 - at[0], at[1]]]), One(2, 3, 2)),
        new ArrayCall(new ArrayFunctions.ElementsAt(Places([2, 1], 1, 0)), x => Grid.Of([2, 1, 3], at => x[0][[1 - at[0], at[2]]]), One(2, 3)))
    {
        Malformed =
        [
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.ElementsAt([1], [3]), ["ElementsAt", "index 3", "axis 1", "[2, 3]"], [2, 3]),
            Refused<ShapeMismatchException>(new ArrayFunctions.ElementsAt([1], [0, 1]), ["ElementsAt", "[2]", "[1]", "axis 1"], [2, 3]),
            Refused<ArgumentException>(new ArrayFunctions.ElementsAt([1], [1], [1]), ["ElementsAt", "3 indices", "[2, 3]"], [2, 3]),
            Refused<ArgumentException>(new ArrayFunctions.ElementsAt(), ["ElementsAt", "0 indices"], [2, 3]),
        ],
    };

    private static ArrayRow Dropout() => new(
        "Dropout",
        new ArrayCall(new ArrayFunctions.Dropout(0.4), x => Kept(x[0], 0.4), One(3, 4), One(), One(0, 2)),
        new ArrayCall(new ArrayFunctions.Dropout(0), x => x[0], One(2, 3)),
        new ArrayCall(new ArrayFunctions.Dropout(1), x => x[0].Map(_ => 0), One(2, 3)),
        new ArrayCall(new ArrayFunctions.Dropout(0.5, trains: false), x => x[0], One(2, 3)))
    {
        Specials = [new(new ArrayFunctions.Dropout(1), [Vector(1, NaN, Inf)], Vector(0, 0, 0), Vector(0, 0, 0))],
        Malformed =
        [
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Dropout(1.5), ["Dropout", "1.5"], [2]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Dropout(-0.5), ["Dropout", "-0.5"], [2]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Dropout(NaN), ["Dropout", "NaN"], [2]),
        ],
    };

    private static ArrayRow Meshgrid() => new(
        "Meshgrid",
        new ArrayCall(new ArrayFunctions.Meshgrid(0), x => Grid.Of([2, 3], at => x[0][at[0]]), [[2], [3]]),
        new ArrayCall(new ArrayFunctions.Meshgrid(1), x => Grid.Of([2, 3], at => x[1][at[1]]), [[2], [3]]),
        new ArrayCall(new ArrayFunctions.Meshgrid(1), x => Grid.Of([2, 1, 3], at => x[1].Values[0]), [[2], [], [3]]),
        new ArrayCall(new ArrayFunctions.Meshgrid(0), x => Grid.Of([2, 0], at => 0), [[2], [0]]))
    {
        Malformed =
        [
            Refused<ArgumentException>(new ArrayFunctions.Meshgrid(0), ["Meshgrid", "no values"]),
            Refused<ArgumentException>(new ArrayFunctions.Meshgrid(0), ["Meshgrid", "value 1", "[2, 2]"], [3], [2, 2]),
        ],
    };

    private static ArrayCall[] FramedByOwn() =>
    [
        Framed([(1, 2)], PaddingMode.Reflect, [2, 4], [3]),
        Framed([(1, 1), (2, 0)], PaddingMode.Reflect, [2, 2, 3]),
        Framed([(3, 2)], PaddingMode.Replicate, [2, 3], [1]),
        Framed([(1, 1), (0, 2)], PaddingMode.Replicate, [2, 3], [0, 1, 2]),
        Framed([(1, 2)], PaddingMode.Circular, [2, 4], [2]),
        Framed([(2, 0), (1, 3), (0, 1)], PaddingMode.Circular, [2, 3, 2]),
        Framed([], PaddingMode.Reflect, [2]),
        Framed([(0, 0)], PaddingMode.Reflect, [0]),
    ];

    private static MalformedCall[] MalformedFrames() =>
    [
        Refused<ArgumentException>(new ArrayFunctions.PadInMode([(4, 0)], PaddingMode.Reflect), ["Pad", "(4, 0)", "[1, 1, 3]", "Reflect"], [1, 1, 3]),
        Refused<ArgumentException>(new ArrayFunctions.PadInMode([(0, 3)], PaddingMode.Reflect), ["Pad", "(0, 3)", "axis 0"], [3]),
        Refused<ArgumentException>(new ArrayFunctions.PadInMode([(4, 0)], PaddingMode.Circular), ["Pad", "(4, 0)", "Circular"], [3]),
        Refused<ArgumentException>(new ArrayFunctions.PadInMode([(1, 0)], PaddingMode.Replicate), ["Pad", "(1, 0)", "[0]", "Replicate"], [0]),
        Refused<ArgumentException>(new ArrayFunctions.PadInMode([(1, 0), (1, 0)], PaddingMode.Circular), ["Pad", "2 pairs"], [3]),
        Refused<ArgumentOutOfRangeException>(new ArrayFunctions.PadInMode([(-1, 0)], PaddingMode.Circular), ["Pad", "(-1, 0)"], [3]),
        Refused<ArgumentOutOfRangeException>(new ArrayFunctions.PadInMode([(1, 0)], (PaddingMode)7), ["Pad", "mode"], [3]),
    ];

    private static ArrayCall[] RolledOfAxes() =>
    [
        Taken(new ArrayFunctions.RollOfAxes([1, -1], [0, 1]), [3, 2], [[2, 0, 1], [1, 0]], [], [3, 2]),
        Taken(new ArrayFunctions.RollOfAxes([1, 1], [0, 0]), [3], [[1, 2, 0]], [], [3]),
        Taken(new ArrayFunctions.RollOfAxes([], []), [3], [[0, 1, 2]], [], [3]),
    ];

    private static MalformedCall[] MalformedRolls() =>
    [
        Refused<ArgumentException>(new ArrayFunctions.RollOfAxes([1], [0, 1]), ["Roll", "1 shifts", "2 axes"], [2, 3]),
        Refused<ArgumentOutOfRangeException>(new ArrayFunctions.RollOfAxes([1, 1], [0, 2]), ["Roll", "axis 2", "[2, 3]"], [2, 3]),
    ];

    private static ArrayCall[] RepeatedEach() =>
    [
        Taken(new ArrayFunctions.RepeatInterleaveEach([3, 0, 1], 0), [4, 2], [[0, 0, 0, 2], [0, 1]], [], [3, 2]),
        Taken(new ArrayFunctions.RepeatInterleaveEach([0, 0], -1), [2, 0], [[0, 1], []], [], [2, 2]),
    ];

    private static MalformedCall[] MalformedRepetitions() =>
    [
        Refused<ArgumentException>(new ArrayFunctions.RepeatInterleaveEach([1], 0), ["RepeatInterleave", "1 counts", "axis 0", "[2]"], [2]),
        Refused<ArgumentOutOfRangeException>(new ArrayFunctions.RepeatInterleaveEach([1, -1], 0), ["RepeatInterleave", "-1 repetitions"], [2]),
    ];

    private static ArrayCall PutInPlace(int axis, Indices indices, int[] to, int[] values) => new(
        new ArrayFunctions.Scatter(axis, indices),
        x => Put(x[0], x[1].Expand([.. indices.Shape.Lengths]), index => At(index, axis < 0 ? axis + x[0].Rank : axis, indices)),
        [[to, values]]);

    private static Grid Put(Grid x, Grid values, Func<int[], int[]> place)
    {
        Grid put = x with { Values = [.. x.Values] };
        foreach ((int[] index, double value) in Grid.Indices(values.Shape).Zip(values.Values)) { put.Values[Number(place(index), x.Shape)] = value; }
        return put;
    }

    private static ArrayCall Looked(int? padding, Indices indices, params int[][] from) => new(
        new ArrayFunctions.Embedding(indices, padding),
        x => Grid.Of(RowShape(x[0].Shape, 0, indices), index => x[0][RowPlace(index, 0, indices)]),
        [.. from.Select(One)]);

    private static ArrayCall ShownBy(Grid mask, params int[][] from) => new(
        new ArrayFunctions.MaskedSelect(mask),
        x => Shown(x[0], mask.Expand(x[0].Shape)),
        [.. from.Select(One)]);

    private static Grid Shown(Grid x, Grid mask)
    {
        double[] shown = [.. x.Values.Where((_, i) => mask.Values[i] != 0)];
        return new([shown.Length], shown);
    }

    private static Grid Kept(Grid x, double rate)
    {
        Random random = new(ArrayFunctions.Dropout.Seed);
        return x with { Values = [.. x.Values.Select(value => random.NextDouble() >= rate ? value / (1 - rate) : 0)] };
    }

    private static ArrayCall Framed((int Before, int After)[] padding, PaddingMode mode, params int[][] from)
    {
        return new(new ArrayFunctions.PadInMode(padding, mode), x => Frame(x[0]), [.. from.Select(One)]);

        Grid Frame(Grid x)
        {
            int first = x.Rank - padding.Length;
            int[] shape = [.. x.Shape.Select((length, axis) => axis < first ? length : length + padding[axis - first].Before + padding[axis - first].After)];
            return Grid.Of(shape, at => x[[.. at.Select((place, axis) => axis < first ? place : Source(place - padding[axis - first].Before, x.Shape[axis]))]]);
        }

        int Source(int place, int length) => mode switch
        {
            PaddingMode.Reflect => place < 0 ? -place : place >= length ? (2 * (length - 1)) - place : place,
            PaddingMode.Replicate => Math.Clamp(place, 0, length - 1),
            _ => (place + length) % length,
        };
    }
}
