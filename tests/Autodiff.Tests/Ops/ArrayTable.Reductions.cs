namespace Autodiff.Tests.Ops;

/// <content>Sums and products over axes.</content>
internal static partial class ArrayTable
{
    private static ArrayRow[] Reductions() => [Sum(), Mean(), Product(), LogSumExp()];

    private static ArrayRow Sum() => Reduced("Sum", (axes, keepAxes) => new ArrayFunctions.Sum(axes, keepAxes), v => v.Sum(), [], ofNothing: true);

    private static ArrayRow Mean() => Reduced("Mean", (axes, keepAxes) => new ArrayFunctions.Mean(axes, keepAxes), v => v.Average(), []) with
    {
        Specials =
        [
            new(new ArrayFunctions.Mean([]), [Vector()], Grid.Of(NaN), Vector()),
            new(new ArrayFunctions.Mean([0]), [Grid.Of([0, 2])], Vector(NaN, NaN), Grid.Of([0, 2])),
        ],
    };

    private static ArrayRow Product() =>
        Reduced("Product", (axes, keepAxes) => new ArrayFunctions.Product(axes, keepAxes), Multiplied, [0], ofNothing: true).AndAt(
            [[Vector(2, 0, 3, -1)], [Vector(0, 2, 0)], [Vector(0, 0, 0)], [Grid.Of([2, 3], 1, 0, 2, 3, 1, 2)]]) with
        {
            Specials =
            [
                new(new ArrayFunctions.Product([]), [Vector(2, 0, 3)], Grid.Of(0), Vector(0, 6, 0)),
                new(new ArrayFunctions.Product([]), [Vector(0, 2, 0)], Grid.Of(0), Vector(0, 0, 0)),
                new(new ArrayFunctions.Product([-1]), [Grid.Of([2, 2], 0, 5, 3, 4)], Vector(0, 12), Grid.Of([2, 2], 5, 0, 4, 3)),
                new(new ArrayFunctions.Product([0, 2]), [Grid.Of([2, 1, 2], 0, 5, 3, 4)], Vector(0), Grid.Of([2, 1, 2], 60, 0, 0, 0)),
            ],
        };

    private static ArrayRow LogSumExp() => Reduced(
        "LogSumExp", (axes, keepAxes) => new ArrayFunctions.LogSumExp(axes, keepAxes), v => Math.Log(v.Sum(Math.Exp)), [0]) with
    {
        Specials =
        [
            new(new ArrayFunctions.LogSumExp([]), [Vector(1000, 1000)], Grid.Of(1000 + Math.Log(2)), Vector(0.5, 0.5)),
            new(new ArrayFunctions.LogSumExp([]), [Vector(-1000, -1000)], Grid.Of(-1000 + Math.Log(2)), Vector(0.5, 0.5)),
            new(new ArrayFunctions.LogSumExp([]), [Vector(-Inf, 1, -Inf, 1)], Grid.Of(1 + Math.Log(2)), Vector(0, 0.5, 0, 0.5)),
            new(new ArrayFunctions.LogSumExp([]), [Vector(-Inf, -Inf)], Grid.Of(-Inf), Vector(0, 0)),
            new(new ArrayFunctions.LogSumExp([]), [Vector(1, Inf, 2)], Grid.Of(Inf), Vector(0, 1, 0)),
            new(new ArrayFunctions.LogSumExp([0]), [Grid.Of([0, 2])], Vector(-Inf, -Inf), Grid.Of([0, 2])),
            new(new ArrayFunctions.LogSumExp([]), [Vector(1, NaN)], Grid.Of(NaN), Vector(NaN, NaN)),
        ],
    };

    private static double Multiplied(IEnumerable<double> values) => values.Aggregate(1.0, (product, value) => product * value);

    // All combinations of axes that differ to a loop, and the axes that do not exist.
    private static ArrayRow Reduced(
        string name, Func<int[], bool, IArrayFunction> function, Func<double[], double> fold, int[] reads, bool ofNothing = false, double low = -1.875)
    {
        return new(
            name,
            Call([], false, [2, 3, 2], [3], [], [1, 1]),
            Call([], true, [2, 3]),
            Call([0], false, ofNothing ? [[3, 2], [1, 3], [3, 0], [0, 3]] : [[3, 2], [1, 3], [3, 0]]),
            Call([-1], true, ofNothing ? [[2, 3], [2, 1], [0, 3], [3, 0]] : [[2, 3], [2, 1], [0, 3]]),
            Call([1], false, [2, 3, 2]),
            Call([0, 2], false, [2, 3, 2]),
            Call([-1, -2], true, [2, 3, 2]))
        {
            Malformed =
            [
                Refused<ArgumentOutOfRangeException>(function([2], false), [name, "axis 2", "[2, 3]"], [2, 3]),
                Refused<ArgumentOutOfRangeException>(function([-3], true), [name, "axis -3", "[2, 3]"], [2, 3]),
                Refused<ArgumentOutOfRangeException>(function([0], false), [name, "no axes"], [[]]),
                Refused<ArgumentException>(function([0, -2], false), [name, "axis -2", "twice"], [2, 3]),
            ],
        };

        ArrayCall Call(int[] axes, bool keepAxes, params int[][] shapes) =>
            new(function(axes, keepAxes), x => x[0].Fold(axes, keepAxes, fold), [.. shapes.Select(One)]) { Reads = reads, Low = low };
    }

    // The first call, which reduces all axes, at more points.
    private static ArrayRow AndAt(this ArrayRow row, Grid[][] points) => row with { Calls = [row.Calls[0] with { Points = points }, .. row.Calls[1..]] };
}
