namespace Autodiff.Tests.Ops;

/// <content>What goes along one axis and keeps its length.</content>
internal static partial class ArrayTable
{
    private static ArrayRow[] Scans() => [CumulativeSum(), CumulativeProduct(), LogCumulativeSumExp(), Softmax(), LogSoftmax()];

    private static ArrayRow CumulativeSum() =>
        Lines("CumulativeSum", axis => new ArrayFunctions.CumulativeSum(axis), v => [.. v.Select((_, i) => v[..(i + 1)].Sum())], []);

    private static ArrayRow CumulativeProduct() => Lines(
        "CumulativeProduct",
        axis => new ArrayFunctions.CumulativeProduct(axis),
        v => [.. v.Select((_, i) => Multiplied(v[..(i + 1)]))],
        [0],
        [Vector(2, 0, 3, -1)],
        [Vector(0, 2, 0, 3)],
        [Grid.Of([3, 2], 0, 1, 2, 0, 0, 3)]) with
    {
        Specials =
        [
            new(new ArrayFunctions.CumulativeProduct(0), [Vector(2, 0, 3)], Vector(2, 0, 0), Vector(1, 8, 0)),
            new(new ArrayFunctions.CumulativeProduct(0), [Vector(0, 0, 3)], Vector(0, 0, 0), Vector(1, 0, 0)),
        ],
    };

    private static ArrayRow LogCumulativeSumExp() => Lines(
        "LogCumulativeSumExp",
        axis => new ArrayFunctions.LogCumulativeSumExp(axis),
        v => [.. v.Select((_, i) => Math.Log(v[..(i + 1)].Sum(Math.Exp)))],
        [0]) with
    {
        Specials =
        [
            new(new ArrayFunctions.LogCumulativeSumExp(0), [Vector(-Inf, -Inf, 0)], Vector(-Inf, -Inf, 0), Vector(0, 0, 1)),
            new(new ArrayFunctions.LogCumulativeSumExp(0), [Vector(-1000, 1000, 1000)], Vector(-1000, 1000, 1000 + Math.Log(2)), Vector(1, 1.5, 0.5)),
            new(new ArrayFunctions.LogCumulativeSumExp(0), [Vector(1000, -1000, 0)], Vector(1000, 1000, 1000), Vector(3, 0, 0)),
        ],
    };

    private static ArrayRow Softmax() => Lines("Softmax", axis => new ArrayFunctions.Softmax(axis), Shares, []) with
    {
        Specials =
        [
            Weighted(new ArrayFunctions.Softmax(0), Vector(1000, 1000), Vector(0.5, 0.5), Vector(0.25, -0.25)),
            Weighted(new ArrayFunctions.Softmax(0), Vector(-Inf, 3, 3), Vector(0, 0.5, 0.5), Vector(0, 0, 0)),
            Weighted(new ArrayFunctions.Softmax(0), Vector(0, -2000), Vector(1, 0), Vector(0, 0)),
            Weighted(new ArrayFunctions.Softmax(0), Vector(-Inf, -Inf), Vector(NaN, NaN), Vector(NaN, NaN)),
            .. OutsideOfThePulled(new ArrayFunctions.Softmax(1), [0.5, 0.5], [0.25, -0.25]),
        ],
    };

    private static ArrayRow LogSoftmax() => Lines(
        "LogSoftmax", axis => new ArrayFunctions.LogSoftmax(axis), v => [.. Shares(v).Select(share => Math.Log(share))], []) with
    {
        Specials =
        [
            Weighted(new ArrayFunctions.LogSoftmax(0), Vector(1000, 1000), Vector(-Math.Log(2), -Math.Log(2)), Vector(0.5, -0.5)),
            Weighted(new ArrayFunctions.LogSoftmax(0), Vector(0, -2000), Vector(0, -2000), Vector(0, 0)),
            Weighted(new ArrayFunctions.LogSoftmax(0), Vector(-Inf, 3), Vector(-Inf, 0), Vector(1, -1)),
            .. OutsideOfThePulled(new ArrayFunctions.LogSoftmax(1), [-Math.Log(2), -Math.Log(2)], [0.5, -0.5]),
        ],
    };

    // A row without a softmax beside one that has it, and the cotangent is not 0 in the second only: nothing comes back to the first.
    private static IEnumerable<SpecialArrays> OutsideOfThePulled(IArrayFunction function, double[] value, double[] gradient) =>
        from first in new double[][] { [-Inf, -Inf], [1, NaN], [Inf, 2] }
        select new SpecialArrays(
            function, [Grid.Of([2, 2], [.. first, 3, 3])], Grid.Of([2, 2], [NaN, NaN, .. value]), Grid.Of([2, 2], [0, 0, .. gradient]))
        {
            Cotangent = Grid.Of([2, 2], 0, 0, 1, 0),
        };

    // The sum of the shares is constant: a cotangent of 1 in the first place only shows more.
    private static SpecialArrays Weighted(IArrayFunction function, Grid x, Grid value, Grid gradient) =>
        new(function, [x], value, gradient) { Cotangent = value with { Values = [.. value.Values.Select((_, i) => i == 0 ? 1.0 : 0)] } };

    private static double[] Shares(double[] v)
    {
        double sum = v.Sum(Math.Exp);
        return [.. v.Select(x => Math.Exp(x) / sum)];
    }

    private static ArrayRow Lines(
        string name, Func<int, IArrayFunction> function, Func<double[], double[]> map, int[] reads, params Grid[][] points)
    {
        return new(
            name,
            Call(0, [3], [1], [3, 2], [1, 3], [0, 2], [2, 0]) with { Points = points },
            Call(-1, [2, 3], [2, 1], [0, 2], [2, 0]),
            Call(1, [2, 3, 2]))
        {
            Malformed =
            [
                Refused<ArgumentOutOfRangeException>(function(2), [name, "axis 2", "[2, 3]"], [2, 3]),
                Refused<ArgumentOutOfRangeException>(function(0), [name, "no axes"], [[]]),
            ],
        };

        ArrayCall Call(int axis, params int[][] shapes) => new(function(axis), x => x[0].Along(axis, map), [.. shapes.Select(One)]) { Reads = reads };
    }
}
