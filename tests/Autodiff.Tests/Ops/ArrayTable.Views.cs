namespace Autodiff.Tests.Ops;

/// <content>The same elements seen otherwise, and the choice between elements.</content>
internal static partial class ArrayTable
{
    private static ArrayRow[] Views() => [Expand(), Reshape(), Transpose(), Permute(), Where()];

    private static ArrayRow Expand() => new(
        "Expand",
        Expanded([2, 3], [3], [1, 3], [2, 1], [1, 1], [], [2, 3]),
        Expanded([2, 1, 3], [1, 3], [2, 1, 1]),
        Expanded([0, 3], [3], [1, 3], [0, 3], [0, 1], []))
    {
        Malformed =
        [
            Refused<ShapeMismatchException>(new ArrayFunctions.Expand(2, 4), ["Expand", "[2, 3]", "[2, 4]"], [2, 3]),
            Refused<ShapeMismatchException>(new ArrayFunctions.Expand(3), ["Expand", "[2, 3]", "[3]"], [2, 3]),
            Refused<ArgumentException>(new ArrayFunctions.Expand(-1, 3), ["[-1, 3]", "negative"], [2, 3]),
        ],
    };

    private static ArrayRow Reshape() => new(
        "Reshape",
        Reshaped([3, 2], [2, 3], [6], [1, 6, 1]),
        Reshaped([], [1], [1, 1], []),
        Reshaped([2, 0], [0, 3], [0]),
        new(new ArrayFunctions.Reshape(-1, 2), x => x[0] with { Shape = [x[0].Values.Length / 2, 2] }, One(2, 3, 2), One(4)))
    {
        Malformed =
        [
            Refused<ShapeMismatchException>(new ArrayFunctions.Reshape(4, 2), ["Reshape", "[2, 3]", "6 elements", "8"], [2, 3]),
            Refused<ArgumentException>(new ArrayFunctions.Reshape(-1, 4), ["Reshape", "[-1, 4]", "[2, 3]"], [2, 3]),
            Refused<ArgumentException>(new ArrayFunctions.Reshape(-1, -1), ["Reshape", "[-1, -1]"], [2, 3]),
            Refused<ArgumentException>(new ArrayFunctions.Reshape(-1, 0), ["Reshape", "[-1, 0]"], [0, 3]),
        ],
    };

    private static ArrayRow Transpose() => new(
        "Transpose",
        Permuted(new ArrayFunctions.Transpose(), [1, 0], [2, 3], [1, 3], [0, 3]),
        Permuted(new ArrayFunctions.Transpose(), [0, 2, 1], [2, 3, 2]),
        Permuted(new ArrayFunctions.Transpose(0, -1), [2, 1, 0], [2, 3, 4]),
        Permuted(new ArrayFunctions.Transpose(0, 0), [0], [3]))
    {
        Malformed =
        [
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Transpose(), ["Transpose", "one axis", "[3]"], [3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Transpose(0, 2), ["Transpose", "axis 2", "[2, 3]"], [2, 3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Transpose(), ["Transpose", "no axes"], [[]]),
        ],
    };

    private static ArrayRow Permute() => new(
        "Permute",
        Permuted(new ArrayFunctions.Permute(2, 0, 1), [2, 0, 1], [2, 3, 4], [1, 3, 1], [2, 0, 3]),
        Permuted(new ArrayFunctions.Permute(-1, 0), [1, 0], [2, 3]),
        Permuted(new ArrayFunctions.Permute(), [], []))
    {
        Malformed =
        [
            Refused<ArgumentException>(new ArrayFunctions.Permute(0), ["Permute", "1 axes", "[2, 3]"], [2, 3]),
            Refused<ArgumentException>(new ArrayFunctions.Permute(0, 0), ["Permute", "axis 0", "twice"], [2, 3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Permute(0, 2), ["Permute", "axis 2"], [2, 3]),
        ],
    };

    private static ArrayRow Where() => new(
        "Where",
        new ArrayCall(new ArrayFunctions.Where(), Chosen(2, 3), [[2, 3], [2, 3], [2, 3]], [[3], [2, 1], [2, 3]], [[2, 3], [], [3]])
        {
            Masks = [0],
            Reads = [0],
        },
        new ArrayCall(new ArrayFunctions.Where(), Chosen(0, 3), [[3], [0, 3], [1, 1]]) { Masks = [0], Reads = [0] })
    {
        Specials =
        [
            new(new ArrayFunctions.Where(), [Vector(1, 0), Vector(1, NaN), Vector(Inf, 2)], Vector(1, 2), Vector(0, 0), Vector(1, 0), Vector(0, 1)),
        ],
        Malformed = [Refused<ShapeMismatchException>(new ArrayFunctions.Where(), ["Where", "[2]", "[3]"], [2], [3], [3])],
    };

    private static ArrayCall Expanded(int[] to, params int[][] from) => new(new ArrayFunctions.Expand(to), x => x[0].Expand(to), [.. from.Select(One)]);

    private static ArrayCall Reshaped(int[] to, params int[][] from) =>
        new(new ArrayFunctions.Reshape(to), x => x[0] with { Shape = to }, [.. from.Select(One)]);

    private static ArrayCall Permuted(IArrayFunction function, int[] axes, params int[][] from)
    {
        return new(function, x => Grid.Of([.. axes.Select(axis => x[0].Shape[axis])], index => x[0][Source(index)]), [.. from.Select(One)]);

        int[] Source(int[] index) => [.. axes.Select((_, axis) => index[Array.IndexOf(axes, axis)])];
    }

    private static Func<Grid[], Grid> Chosen(params int[] shape) => x =>
    {
        Grid mask = x[0].Expand(shape), a = x[1].Expand(shape), b = x[2].Expand(shape);
        return Grid.Of(shape, index => mask[index] != 0 ? a[index] : b[index]);
    };
}
