namespace Autodiff.Tests.Ops;

/// <content>Frames, diagonals and triangles, and the references of what concerns shapes.</content>
internal static partial class ArrayTable
{
    private static ArrayRow Pad() => new(
        "Pad",
        Padded([(1, 2)], 0, [3], [2, 3], [0]),
        Padded([(1, 0), (0, 2)], 3.5, [2, 2], [2, 1, 2]),
        Padded([(0, 0)], 1, [2]),
        Padded([], 1, [2], []),
        Padded([(1, 0), (0, 1), (1, 1), (0, 0), (1, 0)], -2, [1, 2, 1, 2, 1]))
    {
        Specials =
        [
            new(new ArrayFunctions.Pad([(1, 1)], double.NegativeInfinity), [Vector(2)], Vector(-Inf, 2, -Inf), Vector(1)),
        ],
        Malformed =
        [
            Refused<ArgumentException>(new ArrayFunctions.Pad([(1, 1), (1, 1)]), ["Pad", "2 pairs", "[3]"], [3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Pad([(1, -1)]), ["Pad", "(1, -1)", "axis 1", "[2, 3]"], [2, 3]),
        ],
    };

    private static ArrayRow Diagonal() => new(
        "Diagonal",
        OfDiagonal(0, [3, 3], [2, 3], [3, 2], [2, 2, 2], [0, 0]),
        OfDiagonal(1, [3, 3], [2, 3], [1, 1]),
        OfDiagonal(-1, [3, 3], [2, 2, 3]),
        OfDiagonal(5, [2, 2]),
        OfDiagonal(int.MinValue + 1, [2, 2]))
    {
        Malformed = [Refused<ArgumentException>(new ArrayFunctions.Diagonal(), ["Diagonal", "[3]", "two axes"], [3])],
    };

    private static ArrayRow DiagonalMatrix() => new(
        "DiagonalMatrix",
        new ArrayCall(
            new ArrayFunctions.DiagonalMatrix(),
            x => Grid.Of([.. x[0].Shape, x[0].Shape[^1]], index => index[^1] == index[^2] ? x[0][index.AsSpan(..^1)] : 0),
            One(3),
            One(2, 2),
            One(1),
            One(0)))
    {
        Malformed = [Refused<ArgumentOutOfRangeException>(new ArrayFunctions.DiagonalMatrix(), ["DiagonalMatrix", "no axes"], [[]])],
    };

    private static ArrayRow Triangle(bool isUpper)
    {
        string name = isUpper ? "UpperTriangle" : "LowerTriangle";
        return new(
            name,
            Call(0, [3, 3], [2, 4], [4, 2], [2, 2, 2], [0, 2]),
            Call(1, [3, 3]),
            Call(-1, [3, 3]),
            Call(int.MaxValue, [2, 2]),
            Call(int.MinValue, [2, 2]))
        {
            Malformed = [Refused<ArgumentException>(Function(0), [name, "[3]", "two axes"], [3])],
        };

        IArrayFunction Function(int diagonal) => isUpper ? new ArrayFunctions.UpperTriangle(diagonal) : new ArrayFunctions.LowerTriangle(diagonal);

        ArrayCall Call(int diagonal, params int[][] shapes) =>
            new(Function(diagonal), x => Grid.Of(x[0].Shape, index => Element(x[0], index, diagonal)), [.. shapes.Select(One)]);

        double Element(Grid x, int[] index, int diagonal)
        {
            long right = (long)index[^1] - index[^2] - diagonal;
            return (isUpper ? right >= 0 : right <= 0) ? x[index] : 0;
        }
    }

    private static ArrayCall Reseen(IArrayFunction function, int[] to, params int[][] from) =>
        new(function, x => x[0] with { Shape = to }, [.. from.Select(One)]);

    private static ArrayCall Taken(ArrayFunctions.Sliced function, int[] shape, int[][] places, int[] gone, params int[][] from) =>
        Taken((IArrayFunction)function, shape, places, gone, from);

    // Along each axis the places that are taken, and then the axes that go.
    private static ArrayCall Taken(IArrayFunction function, int[] shape, int[][] places, int[] gone, params int[][] from) => new(
        function,
        x => Grid.Of(shape, index => x[0][[.. index.Select((i, axis) => places[axis][i])]]) with
        {
            Shape = [.. shape.Where((_, axis) => !gone.Contains(axis))],
        },
        [.. from.Select(One)]);

    private static ArrayCall Joined(int axis, params int[][][] samples) =>
        new(new ArrayFunctions.Concatenate(axis), x => Join(x, axis < 0 ? axis + x[0].Rank : axis), samples);

    private static ArrayCall Stacked(int axis, params int[][][] samples)
    {
        return new(
            new ArrayFunctions.Stack(axis),
            x =>
            {
                int at = axis < 0 ? axis + x[0].Rank + 1 : axis;
                return Join([.. x.Select(each => each with { Shape = [.. each.Shape[..at], 1, .. each.Shape[at..]] })], at);
            },
            samples);
    }

    private static Grid Join(Grid[] x, int axis)
    {
        int[] shape = [.. x[0].Shape];
        shape[axis] = x.Sum(each => each.Shape[axis]);
        return Grid.Of(shape, Element);

        double Element(int[] index)
        {
            int part = 0, place = index[axis];
            while (place >= x[part].Shape[axis]) { place -= x[part++].Shape[axis]; }
            return x[part][[.. index[..axis], place, .. index[(axis + 1)..]]];
        }
    }

    private static ArrayCall Padded((int Before, int After)[] padding, double value, params int[][] from)
    {
        return new(new ArrayFunctions.Pad(padding, value), x => Frame(x[0]), [.. from.Select(One)]);

        Grid Frame(Grid x)
        {
            (int Before, int After)[] all = [.. Enumerable.Repeat((0, 0), x.Rank - padding.Length), .. padding];
            int[] shape = [.. x.Shape.Select((length, axis) => all[axis].Before + length + all[axis].After)];
            return Grid.Of(shape, index => Element([.. index.Select((i, axis) => i - all[axis].Before)]));

            double Element(int[] index) => index.Index().All(at => at.Item >= 0 && at.Item < x.Shape[at.Index]) ? x[index] : value;
        }
    }

    private static ArrayCall OfDiagonal(int offset, params int[][] from) => new(
        new ArrayFunctions.Diagonal(offset),
        x =>
        {
            int[] rows = [.. Enumerable.Range(0, x[0].Shape[^2]).Where(row => row + offset >= 0 && row + offset < x[0].Shape[^1])];
            return Grid.Of([.. x[0].Shape[..^2], rows.Length], index => x[0][[.. index[..^1], rows[index[^1]], rows[index[^1]] + offset]]);
        },
        [.. from.Select(One)]);
}
