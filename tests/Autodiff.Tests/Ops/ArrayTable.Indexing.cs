namespace Autodiff.Tests.Ops;

/// <content>Elements chosen by indices, masks and bounds.</content>
internal static partial class ArrayTable
{
    private static ArrayRow[] Indexing() => [Gather(), ScatterAdd(), IndexSelect(), IndexAdd(), MaskedFill(), Clamp(), AtLeast(), AtMost()];

    private static ArrayRow Gather() => new(
        "Gather",
        Gathered(0, Places([3, 2], 1, 0, 1, 1, 1, 0), [2, 3], [2, 2]),
        Gathered(-1, Places([2, 1], 2, 0), [2, 3], [3, 3]),
        Gathered(1, Places([2, 4, 2], 0, 1, 2, 2, 1, 0, 0, 0, 2, 2, 2, 1, 0, 0, 1, 2), [2, 3, 2]),
        Gathered(0, [2, 0, 2, 2], [3]),
        Gathered(0, Places([0, 2]), [3, 2], [0, 2]))
    {
        Malformed =
        [
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Gather(0, [0, 3]), ["Gather", "index 3", "axis 0", "[3]", "0 to 2"], [3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Gather(0, [0, -1]), ["Gather", "index -1", "axis 0", "[3]"], [3]),
            Refused<ShapeMismatchException>(new ArrayFunctions.Gather(0, [0, 1]), ["Gather", "[2]", "[2, 3]"], [2, 3]),
            Refused<ShapeMismatchException>(new ArrayFunctions.Gather(0, Places([1, 3], 0, 0, 0)), ["Gather", "[1, 3]", "[2, 2]", "axis 0"], [2, 2]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Gather(2, [0]), ["Gather", "axis 2", "[2, 2]"], [2, 2]),
        ],
    };

    private static ArrayRow ScatterAdd() => new(
        "ScatterAdd",
        Scattered(0, Places([3, 2], 1, 0, 1, 1, 1, 0), [2, 3], [2, 2]),
        Scattered(-1, Places([2, 1], 2, 0), [2, 3]),
        Scattered(1, Places([2, 2, 2], 0, 1, 2, 2, 1, 0, 0, 0), [2, 3, 2]),
        Scattered(0, [2, 0, 2, 2], [3]),
        Scattered(0, Places([0, 2]), [3, 2]))
    {
        Malformed =
        [
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.ScatterAdd(0, [0, 3]), ["ScatterAdd", "index 3", "axis 0", "[3]"], [3], [2]),
            Refused<ShapeMismatchException>(new ArrayFunctions.ScatterAdd(0, [0, 1]), ["ScatterAdd", "[3]", "[2]"], [3], [3]),
            Refused<ShapeMismatchException>(new ArrayFunctions.ScatterAdd(0, [0, 1]), ["ScatterAdd", "[2, 3]", "[2]"], [2, 3], [2]),
        ],
    };

    private static ArrayRow IndexSelect() => new(
        "IndexSelect",
        Selected(0, [1, 0, 1], [2, 3], [2], [2, 2, 2], [2, 0]),
        Selected(1, [2, 0], [2, 3], [2, 3, 2]),
        Selected(-1, [2, 2, 0, 1], [2, 3]),
        Selected(0, Places([2, 2], 1, 0, 0, 2), [3, 2]),
        Selected(1, Places([], 1), [2, 2, 2]),
        Selected(0, [], [3, 2], [0, 2]))
    {
        Malformed =
        [
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.IndexSelect(0, [2]), ["IndexSelect", "index 2", "axis 0", "[2, 3]", "0 to 1"], [2, 3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.IndexSelect(1, [0, -1]), ["IndexSelect", "index -1", "axis 1"], [2, 3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.IndexSelect(0, [0]), ["IndexSelect", "[0, 3]", "empty"], [0, 3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.IndexSelect(2, [0]), ["IndexSelect", "axis 2"], [2, 3]),
        ],
    };

    private static ArrayRow IndexAdd() => new(
        "IndexAdd",
        Added(0, [1, 0, 1], [2, 3], [2]),
        Added(1, [2, 0], [2, 3], [2, 3, 2]),
        Added(-1, Places([2, 2], 2, 2, 0, 1), [2, 3]),
        Added(0, [], [3, 2]))
    {
        Malformed =
        [
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.IndexAdd(0, [2]), ["IndexAdd", "index 2", "axis 0", "[2, 3]"], [2, 3], [1, 3]),
            Refused<ShapeMismatchException>(new ArrayFunctions.IndexAdd(0, [1, 1]), ["IndexAdd", "[1, 3]", "[2, 3]"], [2, 3], [1, 3]),
        ],
    };

    private static ArrayRow MaskedFill() => new(
        "MaskedFill",
        new ArrayCall(
            new ArrayFunctions.MaskedFill(),
            x => Chosen(2, 3)([x[1], x[2], x[0]]),
            [[2, 3], [2, 3], []],
            [[2, 3], [3], [2, 1]])
        {
            Masks = [1],
            Reads = [1],
        })
    {
        Specials =
        [
            new(new ArrayFunctions.MaskedFill(), [Vector(NaN, 2), Vector(1, 0), Grid.Of(-Inf)], Vector(-Inf, 2), Vector(0, 1), Vector(0, 0), Grid.Of(1)),
        ],
        Malformed = [Refused<ShapeMismatchException>(new ArrayFunctions.MaskedFill(), ["Where", "[2]", "[3]"], [3], [2], [])],
    };

    private static ArrayRow Clamp() => new(
        "Clamp",
        new ArrayCall(
            new ArrayFunctions.Clamp(),
            x => x[0].Zip(x[1].Expand(x[0].Shape), Math.Max).Zip(x[2].Expand(x[0].Shape), Math.Min),
            [[2, 3], [], []],
            [[2, 3], [2, 3], [3]])
        {
            Reads = [0, 1, 2],
        })
    {
        Specials =
        [
            new(
                new ArrayFunctions.Clamp(),
                [Vector(-1, 1, 3, 5, NaN), Grid.Of(1), Grid.Of(3)],
                Vector(1, 1, 3, 3, NaN),
                Vector(0, 1, 1, 0, 1),
                Grid.Of(1),
                Grid.Of(1)),
            new(new ArrayFunctions.Clamp(), [Vector(2), Grid.Of(3), Grid.Of(1)], Vector(1), Vector(0), Grid.Of(0), Grid.Of(1)),
        ],
        Malformed = [Refused<ShapeMismatchException>(new ArrayFunctions.Clamp(), ["[3]", "[2]"], [3], [2], [])],
    };

    private static ArrayRow AtLeast() => new(
        "AtLeast",
        new ArrayCall(new ArrayFunctions.AtLeast(), x => x[0].Zip(x[1].Expand(x[0].Shape), Math.Max), [[2, 3], [3]], [[3], []]) { Reads = [0, 1] })
    {
        Specials = [new(new ArrayFunctions.AtLeast(), [Vector(0, 1, 2), Grid.Of(1)], Vector(1, 1, 2), Vector(0, 1, 1), Grid.Of(1))],
    };

    private static ArrayRow AtMost() => new(
        "AtMost",
        new ArrayCall(new ArrayFunctions.AtMost(), x => x[0].Zip(x[1].Expand(x[0].Shape), Math.Min), [[2, 3], [3]], [[3], []]) { Reads = [0, 1] })
    {
        Specials = [new(new ArrayFunctions.AtMost(), [Vector(0, 1, 2), Grid.Of(1)], Vector(0, 1, 1), Vector(1, 1, 0), Grid.Of(1))],
    };

    private static Indices Places(int[] shape, params int[] values) => Indices.Create(values, shape);

    private static ArrayCall Gathered(int axis, Indices indices, params int[][] from) => new(
        new ArrayFunctions.Gather(axis, indices),
        x => Grid.Of([.. indices.Shape.Lengths], index => x[0][At(index, axis < 0 ? axis + x[0].Rank : axis, indices)]),
        [.. from.Select(One)]);

    private static ArrayCall Scattered(int axis, Indices indices, params int[][] to) => new(
        new ArrayFunctions.ScatterAdd(axis, indices),
        x => Added(x, index => At(index, axis < 0 ? axis + x[0].Rank : axis, indices)),
        [.. to.Select(shape => new int[][] { shape, [.. indices.Shape.Lengths] })]);

    // The index with that along the axis replaced by the one that stands there.
    private static int[] At(int[] index, int axis, Indices indices) =>
        [.. index[..axis], indices[Number(index, indices.Shape.Lengths.ToArray())], .. index[(axis + 1)..]];

    private static ArrayCall Selected(int axis, Indices indices, params int[][] from) => new(
        new ArrayFunctions.IndexSelect(axis, indices),
        x => Grid.Of(RowShape(x[0].Shape, axis, indices), index => x[0][RowPlace(index, axis < 0 ? axis + x[0].Rank : axis, indices)]),
        [.. from.Select(One)]);

    private static ArrayCall Added(int axis, Indices indices, params int[][] to) => new(
        new ArrayFunctions.IndexAdd(axis, indices),
        x => Added(x, index => RowPlace(index, axis < 0 ? axis + x[0].Rank : axis, indices)),
        [.. to.Select(shape => new int[][] { shape, RowShape(shape, axis, indices) })]);

    private static Grid Added(Grid[] x, Func<int[], int[]> place)
    {
        Grid sum = x[0] with { Values = [.. x[0].Values] };
        foreach ((int[] index, double value) in Grid.Indices(x[1].Shape).Zip(x[1].Values)) { sum.Values[Number(place(index), x[0].Shape)] += value; }
        return sum;
    }

    private static int[] RowShape(int[] shape, int axis, Indices indices)
    {
        int at = axis < 0 ? axis + shape.Length : axis;
        return [.. shape[..at], .. indices.Shape.Lengths, .. shape[(at + 1)..]];
    }

    private static int[] RowPlace(int[] index, int axis, Indices indices)
    {
        int after = axis + indices.Shape.Rank;
        return [.. index[..axis], indices[Number(index[axis..after], indices.Shape.Lengths.ToArray())], .. index[after..]];
    }

    private static int Number(int[] index, IEnumerable<int> shape) => shape.Zip(index).Aggregate(0, (number, at) => (number * at.First) + at.Second);
}
