namespace Autodiff.Tests.Ops;

/// <content>Elements in the order of their size.</content>
internal static partial class ArrayTable
{
    private static ArrayRow[] Ordering() => [Sort(), TopK()];

    private static ArrayRow Sort() => new(
        "Sort",
        Sorted(-1, false, [5], [2, 3], [1], [2, 0], [0, 2], [2, 3, 2]),
        Sorted(0, true, [4], [3, 2], [2, 2, 2]),
        Sorted(1, true, [2, 20, 2]))
    {
        Specials =
        [
            new(new ArrayFunctions.Sort(), [Vector(2, NaN, -Inf, Inf, 1)], Vector(-Inf, 1, 2, Inf, NaN), Vector(3, 5, 1, 4, 2))
            {
                Cotangent = Vector(1, 2, 3, 4, 5),
            },
            new(new ArrayFunctions.Sort(0, true), [Vector(2, NaN, 3)], Vector(NaN, 3, 2), Vector(3, 1, 2)) { Cotangent = Vector(1, 2, 3) },
            new(new ArrayFunctions.Sort(), [Vector(1, 0, 1, -0.0, 1)], Vector(0, -0.0, 1, 1, 1), Vector(3, 1, 4, 2, 5)) { Cotangent = Vector(1, 2, 3, 4, 5) },
            new(new ArrayFunctions.Sort(0, true), [Vector(1, 2, 1, 2)], Vector(2, 2, 1, 1), Vector(3, 1, 4, 2)) { Cotangent = Vector(1, 2, 3, 4) },
        ],
        Malformed =
        [
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Sort(2), ["Sort", "axis 2", "[2, 3]"], [2, 3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Sort(), ["Sort", "no axes"], [[]]),
        ],
    };

    private static ArrayRow TopK() => new(
        "TopK",
        Topmost(2, -1, true, true, [5], [2, 3]),
        Topmost(1, 0, false, true, [3, 2], [1, 2]),
        Topmost(3, 1, true, false, [2, 6, 2]),
        Topmost(0, 0, true, true, [3, 2], [0]))
    {
        Specials =
        [
            new(new ArrayFunctions.TopK(2), [Vector(1, 3, 3, 3)], Vector(3, 3), Vector(0, 1, 2, 0)) { Cotangent = Vector(1, 2) },
            new(new ArrayFunctions.TopK(1), [Vector(1, NaN, Inf)], Vector(NaN), Vector(0, 1, 0)),
            new(new ArrayFunctions.TopK(1, largest: false), [Vector(1, NaN, Inf)], Vector(1), Vector(1, 0, 0)),
        ],
        Malformed =
        [
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.TopK(5, 0), ["TopK", "5 elements", "axis 0", "[3]"], [3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.TopK(-1, 0), ["TopK", "-1 elements"], [3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.TopK(1, 1), ["TopK", "axis 1", "[3]"], [3]),
        ],
    };

    private static ArrayCall Sorted(int axis, bool descending, params int[][] shapes) => new(
        new ArrayFunctions.Sort(axis, descending),
        x => x[0].Along(axis, line => [.. descending ? line.OrderDescending() : line.Order()]),
        [.. shapes.Select(One)]);

    private static ArrayCall Topmost(int count, int axis, bool largest, bool sorted, params int[][] shapes) => new(
        new ArrayFunctions.TopK(count, axis, largest, sorted),
        x => Beginning(x[0].Along(axis, line => Taken(line, count, largest, sorted)), axis, count),
        [.. shapes.Select(One)]);

    // The elements that are taken stand first.
    private static double[] Taken(double[] line, int count, bool largest, bool sorted)
    {
        double[] taken = [.. (largest ? line.OrderDescending() : line.Order()).Take(count)];
        return [.. sorted ? taken : line.Where(taken.Contains), .. new double[line.Length - count]];
    }

    private static Grid Beginning(Grid x, int axis, int count) =>
        Grid.Of([.. x.Shape.Select((length, k) => k == (axis < 0 ? axis + x.Rank : axis) ? count : length)], at => x[at]);
}
