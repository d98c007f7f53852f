namespace Autodiff.Tests.Ops;

/// <content>Windows.</content>
internal static partial class ArrayTable
{
    private static ArrayRow[] Pooling() =>
    [
        MaxPool(), MaxPoolWithIndices(), AveragePool(), AdaptiveMaxPool(), AdaptiveMaxPoolWithIndices(), AdaptiveAveragePool(),
    ];

    private static ArrayRow MaxPool() => new(
        "MaxPool",
        MaxPooled([2], null, null, null, false, [2, 2, 7], [4], [0, 2]),
        MaxPooled([3], [2], [1], null, false, [2, 7], [1, 2]),
        MaxPooled([2, 2], null, null, null, false, [1, 2, 5, 6], [2, 2]),
        MaxPooled([3, 3], [1, 1], [1, 1], null, false, [2, 4, 5], [1, 1]),
        MaxPooled([2, 3], [1, 2], [1, 0], null, false, [2, 4, 5]),
        MaxPooled([2, 2], [1, 1], null, [2, 3], false, [2, 4, 5]),
        MaxPooled([3, 2], [2, 2], [1, 1], [2, 1], true, [2, 6, 5]),
        MaxPooled([2, 2], [2, 2], null, null, true, [1, 5, 5]),
        MaxPooled([2, 2, 2], [1, 1, 1], null, null, false, [1, 3, 3, 3]),
        MaxPooled([2, 1, 3], [2, 1, 2], [1, 0, 1], [1, 2, 2], true, [2, 3, 2, 5]),
        MaxPooled([1, 17], [1, 16], null, null, false, [2, 2, 40]))
    {
        Specials =
        [
            new(new ArrayFunctions.MaxPool([2]), [Vector(1, 1, 2, 3, 5, 4)], Vector(1, 3, 5), Vector(1, 0, 0, 1, 1, 0)),
            new(new ArrayFunctions.MaxPool([2]), [Vector(NaN, 1, NaN, NaN, -Inf, -Inf)], Vector(NaN, NaN, -Inf), Vector(1, 0, 1, 0, 1, 0)),
            new(new ArrayFunctions.MaxPool([2]), [Vector(-0.0, 0)], Vector(0), Vector(1, 0)),
            new(new ArrayFunctions.MaxPool([2, 2]), [new([2, 2], [1, 2, 2, 2])], new([1, 1], [2]), new Grid([2, 2], [0, 1, 0, 0])),
            new(new ArrayFunctions.MaxPool([2, 2]), [new([2, 2], [1, 2, NaN, 5])], new([1, 1], [NaN]), new Grid([2, 2], [0, 0, 1, 0])),
            new(new ArrayFunctions.MaxPool([2, 2]), [new([2, 2], [1, NaN, NaN, 5])], new([1, 1], [NaN]), new Grid([2, 2], [0, 1, 0, 0])),
            new(new ArrayFunctions.MaxPool([2], [1], [1], [3]), [Vector(7, 8)], Vector(-Inf), Vector(0, 0)),
        ],
        Malformed = [.. MalformedWindows("MaxPool", (w, s, p) => new ArrayFunctions.MaxPool(w, s, p)), .. MalformedDilation("MaxPool")],
    };

    private static ArrayRow MaxPoolWithIndices() => new(
        "MaxPoolWithIndices",
        new ArrayCall(
            new ArrayFunctions.MaxPoolWithIndices([3, 2], [2, 1], [1, 1]),
            x => PlainWindows.Of([3, 2], [2, 1], [1, 1]).Fold(x[0], Greatest),
            One(2, 4, 5))
        { Reads = [0] },
        new ArrayCall(
            new ArrayFunctions.GatheredAtPlacesOfMax([3, 2], [2, 1], [1, 1]),
            x => PlainWindows.Of([3, 2], [2, 1], [1, 1]).Fold(x[0], Greatest),
            One(2, 4, 5)),
        new ArrayCall(
            new ArrayFunctions.GatheredAtPlacesOfMax([2, 2, 1], [1, 1, 2], [1, 0, 0]),
            x => PlainWindows.Of([2, 2, 1], [1, 1, 2], [1, 0, 0]).Fold(x[0], Greatest),
            One(2, 3, 2, 3)))
    {
        Malformed = MalformedWindows("MaxPoolWithIndices", (w, s, p) => new ArrayFunctions.MaxPoolWithIndices(w, s, p)),
    };

    private static ArrayRow AveragePool() => new(
        "AveragePool",
        Averaged([2], null, null, false, true, null, [2, 2, 7], [4], [0, 2]),
        Averaged([3], [2], [1], false, true, null, [2, 7]),
        Averaged([3], [2], [1], false, false, null, [2, 7], [1, 2]),
        Averaged([2, 2], null, null, false, true, null, [1, 2, 5, 6]),
        Averaged([3, 3], [1, 1], [1, 1], false, false, null, [2, 4, 5], [1, 1]),
        Averaged([2, 3], [1, 2], [1, 0], false, true, 5, [2, 4, 5]),
        Averaged([2, 3], [1, 2], [1, 1], true, true, -2, [2, 4, 6]),
        Averaged([2, 2], [2, 2], [1, 1], true, true, null, [2, 4, 5]),
        Averaged([2, 2], [3, 3], [1, 0], true, false, null, [2, 5, 6]),
        Averaged([2, 2, 2], [1, 1, 1], null, false, true, null, [1, 3, 3, 3]),
        Averaged([2, 1, 3], [2, 1, 2], [1, 0, 1], true, true, null, [2, 3, 2, 5]),
        Averaged([70], [9], [35], false, false, null, [2, 100]))
    {
        Specials = [new(new ArrayFunctions.AveragePool([2]), [Vector(1, NaN, Inf, 1, Inf, -Inf)], Vector(NaN, Inf, NaN), Vector(0.5, 0.5, 0.5, 0.5, 0.5, 0.5))],
        Malformed =
        [
            .. MalformedWindows("AveragePool", (w, s, p) => new ArrayFunctions.AveragePool(w, s, p)),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.AveragePool([2], divisor: 0), ["AveragePool", "divisor is 0"], [4]),
        ],
    };

    private static ArrayRow AdaptiveMaxPool() => new(
        "AdaptiveMaxPool",
        InParts(l => new ArrayFunctions.AdaptiveMaxPool(l), v => v.Max(), [3], [2, 7], [3], [2]) with { Reads = [0] },
        InParts(l => new ArrayFunctions.AdaptiveMaxPool(l), v => v.Max(), [2, 3], [1, 2, 5, 7]) with { Reads = [0] },
        InParts(l => new ArrayFunctions.AdaptiveMaxPool(l), v => v.Max(), [2, 1, 2], [3, 2, 4], [1, 4, 2, 3]) with { Reads = [0] },
        InParts(l => new ArrayFunctions.AdaptiveMaxPool(l), v => v.Max(), [1], [2, 3], [0, 3]) with { Reads = [0] })
    {
        Specials = [new(new ArrayFunctions.AdaptiveMaxPool(2), [Vector(1, 2, 2, 1)], Vector(2, 2), Vector(0, 1, 1, 0))],
        Malformed = MalformedParts("AdaptiveMaxPool", l => new ArrayFunctions.AdaptiveMaxPool(l)),
    };

    private static ArrayRow AdaptiveMaxPoolWithIndices() => new(
        "AdaptiveMaxPoolWithIndices",
        InParts(l => new ArrayFunctions.AdaptiveMaxPoolWithIndices(l), v => v.Max(), [2, 3], [1, 2, 5, 7]) with { Reads = [0] })
    {
        Malformed = MalformedParts("AdaptiveMaxPoolWithIndices", l => new ArrayFunctions.AdaptiveMaxPoolWithIndices(l)),
    };

    private static ArrayRow AdaptiveAveragePool() => new(
        "AdaptiveAveragePool",
        InParts(l => new ArrayFunctions.AdaptiveAveragePool(l), v => v.Average(), [3], [2, 7], [3], [2]),
        InParts(l => new ArrayFunctions.AdaptiveAveragePool(l), v => v.Average(), [2, 3], [1, 2, 5, 7]),
        InParts(l => new ArrayFunctions.AdaptiveAveragePool(l), v => v.Average(), [2, 1, 2], [3, 2, 4], [1, 4, 2, 3]),
        InParts(l => new ArrayFunctions.AdaptiveAveragePool(l), v => v.Average(), [1, 1], [2, 3, 4], [0, 2, 2]))
    {
        Malformed = MalformedParts("AdaptiveAveragePool", l => new ArrayFunctions.AdaptiveAveragePool(l)),
    };

    private static ArrayCall MaxPooled(int[] window, int[]? stride, int[]? padding, int[]? dilation, bool ceiling, params int[][] shapes) => new(
        new ArrayFunctions.MaxPool(window, stride, padding, dilation, ceiling),
        x => PlainWindows.Of(window, stride, padding, dilation, ceiling).Fold(x[0], Greatest),
        [.. shapes.Select(One)])
    {
        Reads = [0],
    };

    private static double Greatest(double?[] elements) => elements.Max() ?? -Inf;

    private static ArrayCall Averaged(int[] window, int[]? stride, int[]? padding, bool ceiling, bool countPadding, int? divisor, params int[][] shapes) => new(
        new ArrayFunctions.AveragePool(window, stride, padding, ceiling, countPadding, divisor),
        x => PlainWindows.Of(window, stride, padding, null, ceiling).Fold(
            x[0],
            elements => elements.Sum(element => element ?? 0) / (divisor ?? (countPadding ? elements.Length : elements.Count(element => element != null)))),
        [.. shapes.Select(One)]);

    private static ArrayCall InParts(Func<int[], IArrayFunction> function, Func<double[], double> fold, int[] lengths, params int[][] shapes) => new(
        function(lengths),
        x => Parts(x[0], lengths, fold),
        [.. shapes.Select(One)]);

    private static Grid Parts(Grid x, int[] lengths, Func<double[], double> fold)
    {
        int first = x.Rank - lengths.Length;
        return Grid.Of(
            [.. x.Shape[..first], .. lengths],
            at => fold([.. Grid.Indices(x.Shape).Where(index => IsCovered(at, index)).Select(index => x[index])]));

        bool IsCovered(int[] window, int[] index) => index.Index().All(place => Covers(place.Index, window[place.Index], place.Item));

        bool Covers(int axis, int window, int place) => axis < first
            ? place == window
            : place >= Math.Floor((double)window * x.Shape[axis] / lengths[axis - first])
                && place < Math.Ceiling((window + 1.0) * x.Shape[axis] / lengths[axis - first]);
    }

    private static MalformedCall[] MalformedWindows(string name, Func<int[], int[]?, int[]?, IArrayFunction> function) =>
    [
        Refused<ArgumentException>(function([2, 2], null, null), [name, "2 lengths", "[3]"], [3]),
        Refused<ArgumentException>(function([], null, null), [name, "0 lengths", "[3]"], [3]),
        Refused<ArgumentException>(function([1, 1, 1, 1], null, null), [name, "4 lengths"], [1, 1, 1, 1]),
        Refused<ArgumentException>(function([2, 2], [1, 1, 1], null), [name, "3 numbers", "stride", "2 spatial axes"], [3, 3]),
        Refused<ArgumentException>(function([2, 2], null, [1, 1, 1]), [name, "3 numbers", "padding"], [3, 3]),
        Refused<ArgumentOutOfRangeException>(function([0], null, null), [name, "window is 0"], [3]),
        Refused<ArgumentOutOfRangeException>(function([2], [0], null), [name, "stride 0"], [3]),
        Refused<ArgumentOutOfRangeException>(function([2, 2], null, [2, 0]), [name, "padding of 2", "window of 2"], [1, 4, 4]),
        Refused<ArgumentOutOfRangeException>(function([2], null, [-1]), [name, "padding of -1"], [3]),
        Refused<ArgumentException>(function([4], null, null), [name, "window of 4", "axis 1", "[2, 3]"], [2, 3]),
        Refused<ArgumentException>(function([2], null, [1]), [name, "axis 1", "[2, 0]"], [2, 0]),
    ];

    private static MalformedCall[] MalformedDilation(string name) =>
    [
        Refused<ArgumentOutOfRangeException>(new ArrayFunctions.MaxPool([2], dilation: [0]), [name, "dilation 0"], [3]),
        Refused<ArgumentException>(new ArrayFunctions.MaxPool([2], dilation: [1, 1]), [name, "2 numbers", "dilation"], [3]),
        Refused<ArgumentException>(new ArrayFunctions.MaxPool([2], dilation: [int.MaxValue]), [name, "dilation 2147483647"], [3]),
    ];

    private static MalformedCall[] MalformedParts(string name, Func<int[], IArrayFunction> function) =>
    [
        Refused<ArgumentException>(function([2, 2]), [name, "2 lengths", "[3]"], [3]),
        Refused<ArgumentException>(function([]), [name, "0 lengths"], [3]),
        Refused<ArgumentOutOfRangeException>(function([-1]), [name, "-1 windows"], [3]),
        Refused<ArgumentException>(function([1]), [name, "axis 1", "[2, 0]"], [2, 0]),
    ];
}
