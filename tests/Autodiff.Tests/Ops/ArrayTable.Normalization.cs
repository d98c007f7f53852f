namespace Autodiff.Tests.Ops;

/// <content>Normalisation.</content>
internal static partial class ArrayTable
{
    // So large that third derivatives are tame where few elements are normalised together.
    private const double Epsilon = 0.5;

    private static ArrayRow[] Normalizing() => [LayerNorm(), RmsNorm(), GroupNorm(), InstanceNorm(), BatchNorm()];

    private static ArrayRow LayerNorm() => new(
        "LayerNorm",
        InRows([4], 1, [[[2, 3, 4], [4], [4]], [[1, 4], [4], [4]], [[0, 4], [4], [4]]]),
        InRows([3, 2], 2, [[[2, 3, 2], [3, 2], [3, 2]]]),
        InRows([1], 1, [[[2, 1], [1], [1]]]),
        InRows([3], 1, [One(3), One(2, 3)]),
        InRows([19], 1, [[[2, 19], [19]]]),
        InRows([0], 1, [One(2, 0)]),
        new ArrayCall(
            new ArrayFunctions.LayerNormWithBias([3], Epsilon),
            x => Normal(x[0], Epsilon, true, (a, b) => a[0] == b[0], at => 1, at => x[1].Values[at[1]]),
            [[[2, 3], [3]]])
        { Reads = [0] })
    {
        Specials =
        [
            new(new ArrayFunctions.LayerNorm([2], 1e-5), [new([1, 2], [3, 3])], new([1, 2], [0, 0]), new Grid([1, 2], [0, 0])),
            new(new ArrayFunctions.LayerNorm([2], 0), [new([1, 2], [1e15 + 1, 1e15 - 1])], new([1, 2], [1, -1]), new Grid([1, 2], [0, 0])),
            new(new ArrayFunctions.LayerNorm([2], 0), [new([1, 2], [3, NaN])], new([1, 2], [NaN, NaN]), new Grid([1, 2], [0, 0]))
            {
                Cotangent = new([1, 2], [0, 0]),
            },
            new(new ArrayFunctions.LayerNorm([2], 1e-5), [new([1, 2], [3, Inf])], new([1, 2], [NaN, NaN]), new Grid([1, 2], [NaN, NaN])),
        ],
        Malformed =
        [
            .. MalformedRows("LayerNorm", (shape, epsilon) => new ArrayFunctions.LayerNorm(shape, epsilon)),
            Refused<ShapeMismatchException>(new ArrayFunctions.LayerNorm([3], Epsilon), ["LayerNorm", "bias", "[2]", "[3]"], [2, 3], [3], [2]),
        ],
    };

    private static ArrayRow RmsNorm() => new(
        "RmsNorm",
        InRows([4], 1, [[[2, 3, 4], [4]], [[0, 4], [4]]], centered: false),
        InRows([3, 2], 2, [One(2, 3, 2), One(3, 2)], centered: false),
        InRows([1], 1, [[[2, 1], [1]]], centered: false))
    {
        Specials = [new(new ArrayFunctions.RmsNorm([2], 1e-2), [new([1, 2], [0, 0])], new([1, 2], [0, 0]), new Grid([1, 2], [10, 10]))],
        Malformed = MalformedRows("RmsNorm", (shape, epsilon) => new ArrayFunctions.RmsNorm(shape, epsilon)),
    };

    private static ArrayRow GroupNorm() => new(
        "GroupNorm",
        Channels(new ArrayFunctions.GroupNorm(2, Epsilon), (a, b) => a[0] == b[0] && a[1] / 2 == b[1] / 2, [[2, 4, 3], [4], [4]], [[1, 4, 1, 2], [4], [4]]),
        Channels(new ArrayFunctions.GroupNorm(3, Epsilon), (a, b) => a[0] == b[0] && a[1] == b[1], [[2, 3, 2], [3]], [[2, 3, 2]]),
        Channels(new ArrayFunctions.GroupNorm(1, Epsilon), (a, b) => a[0] == b[0], [[2, 3, 2], [3], [3]], [[2, 3], [3], [3]], [[0, 3, 2], [3], [3]]),
        Channels(new ArrayFunctions.GroupNorm(2, Epsilon), (a, b) => a[0] == b[0] && a[1] / 3 == b[1] / 3, [[2, 6], [6], [6]], [[1, 6, 1], [6]]))
    {
        Malformed =
        [
            .. MalformedChannels("GroupNorm", epsilon => new ArrayFunctions.GroupNorm(1, epsilon)),
            Refused<ArgumentException>(new ArrayFunctions.GroupNorm(2, Epsilon), ["GroupNorm", "3 channels", "[1, 3, 2]", "2"], [1, 3, 2]),
            Refused<ArgumentException>(new ArrayFunctions.GroupNorm(0, Epsilon), ["GroupNorm", "0 equal groups"], [1, 3, 2]),
        ],
    };

    private static ArrayRow InstanceNorm() => new(
        "InstanceNorm",
        Channels(new ArrayFunctions.InstanceNorm(Epsilon), (a, b) => a[0] == b[0] && a[1] == b[1], [[2, 3, 2], [3], [3]], [[2, 2, 3, 2], [2]], [[1, 2, 3]]))
    {
        Malformed =
        [
            .. MalformedChannels("InstanceNorm", epsilon => new ArrayFunctions.InstanceNorm(epsilon)),
            Refused<ArgumentException>(new ArrayFunctions.InstanceNorm(Epsilon), ["InstanceNorm", "[2, 3, 1]", "one element"], [2, 3, 1]),
            Refused<ArgumentException>(new ArrayFunctions.InstanceNorm(Epsilon), ["InstanceNorm", "[2, 3]", "one element"], [2, 3]),
        ],
    };

    private static ArrayRow BatchNorm() => new(
        "BatchNorm",
        Channels(
            new ArrayFunctions.BatchNorm(Epsilon),
            (a, b) => a[1] == b[1],
            [[4, 3], [3], [3]],
            [[2, 3, 2], [3]],
            [[2, 2, 1, 3]],
            [[3, 2], [2]],
            [[3, 2]],
            [[1, 2, 3], [2], [2]],
            [[0, 2], [2], [2]]),
        new ArrayCall(
            new ArrayFunctions.BatchNormOfRunning(Epsilon),
            x => x[0] with
            {
                Values = [.. Grid.Indices(x[0].Shape).Select(at =>
                    (((x[0][at] - x[3].Values[at[1]]) / Math.Sqrt(x[4].Values[at[1]] + Epsilon)) * x[1].Values[at[1]]) + x[2].Values[at[1]])],
            },
            [[4, 3], [3], [3], [3], [3]],
            [[2, 2, 3], [2], [2], [2], [2]])
        { Reads = [1], Low = 0.25 })
    {
        Specials = [new(new ArrayFunctions.BatchNorm(1e-5), [new([3, 1], [7, 7, 7])], new([3, 1], [0, 0, 0]), new Grid([3, 1], [0, 0, 0]))],
        Malformed =
        [
            .. MalformedChannels("BatchNorm", epsilon => new ArrayFunctions.BatchNorm(epsilon)),
            Refused<ArgumentException>(new ArrayFunctions.BatchNorm(Epsilon), ["BatchNorm", "[1, 3]", "one element"], [1, 3]),
            Refused<ArgumentException>(new ArrayFunctions.BatchNormOfRunningMean(), ["BatchNorm", "running mean", "running variance"], [4, 3], [3]),
            Refused<ShapeMismatchException>(
                new ArrayFunctions.BatchNormOfRunning(Epsilon), ["BatchNorm", "running variance", "[2]", "[3]"], [4, 3], [3], [3], [3], [2]),
            Refused<ArgumentOutOfRangeException>(
                new ArrayFunctions.BatchNormOfRunning(Epsilon, 1.5), ["BatchNorm", "momentum", "1.5"], [4, 3], [3], [3], [3], [3]),
        ],
    };

    // Over the last axes of x, of which there are as many as in the shape.
    private static ArrayCall InRows(int[] shape, int rank, int[][][] shapes, bool centered = true) => new(
        centered ? new ArrayFunctions.LayerNorm(shape, Epsilon) : new ArrayFunctions.RmsNorm(shape, Epsilon),
        x => Normal(
            x[0],
            Epsilon,
            centered,
            (a, b) => a.AsSpan(..^rank).SequenceEqual(b.AsSpan(..^rank)),
            at => x.Length > 1 ? x[1][at.AsSpan(^rank..)] : 1,
            at => x.Length > 2 ? x[2][at.AsSpan(^rank..)] : 0),
        shapes)
    {
        Reads = shapes[0].Length > 1 ? [0, 1] : [0],
    };

    private static ArrayCall Channels(IArrayFunction function, Func<int[], int[], bool> together, params int[][][] shapes) => new(
        function,
        x => Normal(x[0], Epsilon, true, together, at => x.Length > 1 ? x[1].Values[at[1]] : 1, at => x.Length > 2 ? x[2].Values[at[1]] : 0),
        shapes)
    {
        Reads = [0, 1],
    };

    private static Grid Normal(
        Grid x, double epsilon, bool centered, Func<int[], int[], bool> together, Func<int[], double> weight, Func<int[], double> bias)
    {
        return Grid.Of(x.Shape, at =>
        {
            double[] group = [.. Grid.Indices(x.Shape).Where(other => together(at, other)).Select(other => x[other])];
            double mean = centered ? group.Average() : 0, variance = group.Average(element => (element - mean) * (element - mean));
            return ((x[at] - mean) / Math.Sqrt(variance + epsilon) * weight(at)) + bias(at);
        });
    }

    private static MalformedCall[] MalformedRows(string name, Func<int[], double, IArrayFunction> function) =>
    [
        Refused<ShapeMismatchException>(function([4], Epsilon), [name, "[2, 3]", "[4]"], [2, 3]),
        Refused<ShapeMismatchException>(function([2, 2, 3], Epsilon), [name, "[2, 3]", "[2, 2, 3]"], [2, 3]),
        Refused<ArgumentException>(function([], Epsilon), [name, "no lengths", "[2, 3]"], [2, 3]),
        Refused<ShapeMismatchException>(function([3], Epsilon), [name, "weight", "[2]", "[3]"], [2, 3], [2]),
        Refused<ArgumentOutOfRangeException>(function([3], -1), [name, "ε"], [2, 3]),
        Refused<ArgumentOutOfRangeException>(function([3], NaN), [name, "ε"], [2, 3]),
    ];

    private static MalformedCall[] MalformedChannels(string name, Func<double, IArrayFunction> function) =>
    [
        Refused<ArgumentException>(function(Epsilon), [name, "[3]", "no axis of channels"], [3]),
        Refused<ShapeMismatchException>(function(Epsilon), [name, "weight", "[2]", "[3]"], [2, 3, 2], [2]),
        Refused<ShapeMismatchException>(function(Epsilon), [name, "bias", "[3, 1]", "[3]"], [2, 3, 2], [3], [3, 1]),
        Refused<ArgumentOutOfRangeException>(function(-1), [name, "ε"], [2, 3, 2]),
    ];
}
