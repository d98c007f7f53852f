namespace Autodiff.Tests.Ops;

/// <content>Transposed convolutions, and maps that are linear in two values.</content>
internal static partial class ArrayTable
{
    private static ArrayRow ConvolveTransposed() => new(
        "ConvolveTransposed",
        Transposed(new(), [[1, 1, 3], [1, 1, 2], [1]], [[2, 3, 2], [3, 2, 2]], [[2, 2], [2, 1, 2], [1]], [[0, 2, 2], [2, 1, 2], [1]]),
        Transposed(new(), [[1, 0, 2], [0, 2, 2], [2]], [[1, 2, 2], [2, 0, 2]], [[1, 2, 2, 2], [2, 1, 1, 2], [1]]),
        Transposed(new(stride: [2], padding: [1], outputPadding: [1]), [[1, 2, 2], [2, 1, 3]], [[1, 1, 2, 2], [1, 2, 3, 2], [2]]),
        Transposed(new(stride: [3], dilation: [2], groups: 2), [[1, 2, 2], [2, 2, 2], [4]], [[2, 2, 2], [2, 1, 1]]),
        Transposed(new(stride: [2, 1], padding: [0, 1], groups: 2), [[1, 2, 2, 3], [2, 1, 2, 3], [2]]),
        Transposed(new(outputPadding: [1], dilation: [2]), [[1, 1, 3], [1, 1, 2]]),
        Transposed(new(stride: [1, 2, 1]), [[1, 1, 2, 2, 1], [1, 2, 1, 2, 2], [2]]),
        Transposed(new(padding: [2]), [[1, 1, 6], [1, 1, 2]], [[1, 16, 4], [16, 1, 2]]))
    {
        Specials =
        [
            new(
                new ArrayFunctions.ConvolveTransposed(stride: [2]),
                [new([1, 1, 2], [1, 2]), new([1, 1, 2], [3, 4])],
                new([1, 1, 4], [3, 4, 6, 8]),
                new([1, 1, 2], [7, 7]),
                new([1, 1, 2], [3, 3])),

            // What nothing reaches is 0, or the bias.
            new(
                new ArrayFunctions.ConvolveTransposed(stride: [3], outputPadding: [1]),
                [new([1, 1, 2], [Inf, 2]), new([1, 1, 1], [3]), Vector(0.5)],
                new([1, 1, 5], [Inf, 0.5, 0.5, 6.5, 0.5]),
                new([1, 1, 2], [3, 3]),
                new([1, 1, 1], [Inf]),
                Vector(5)),
            new(
                new ArrayFunctions.ConvolveTransposed(stride: [2]),
                [new([1, 1, 2], [NaN, 1]), new([1, 1, 1], [2])],
                new([1, 1, 3], [NaN, 0, 2]),
                new([1, 1, 2], [2, 2]),
                new([1, 1, 1], [NaN])),
        ],
        Malformed =
        [
            Refused<ShapeMismatchException>(
                new ArrayFunctions.ConvolveTransposed(), ["ConvolveTransposed", "x is [1, 2, 3]", "2 channels", "[3, 2, 2]"], [1, 2, 3], [3, 2, 2]),
            Refused<ShapeMismatchException>(
                new ArrayFunctions.ConvolveTransposed(), ["ConvolveTransposed", "[1, 1, 2, 2, 2]"], [1, 1, 2, 2, 2], [1, 1, 2, 2]),
            Refused<ShapeMismatchException>(new ArrayFunctions.ConvolveTransposed(), ["ConvolveTransposed", "[]", "[1, 1, 2]"], [], [1, 1, 2]),
            Refused<ShapeMismatchException>(new ArrayFunctions.ConvolveTransposed(), ["ConvolveTransposed", "no spatial axis"], [1, 3], [3, 2]),
            Refused<ShapeMismatchException>(new ArrayFunctions.ConvolveTransposed(), ["ConvolveTransposed", "bias is [1]", "[2]"], [1, 1, 3], [1, 2, 2], [1]),
            Refused<ShapeMismatchException>(
                new ArrayFunctions.ConvolveTransposed(padding: [2]), ["ConvolveTransposed", "axis 0", "0 elements"], [1, 1, 3], [1, 1, 2]),
            Refused<ShapeMismatchException>(new ArrayFunctions.ConvolveTransposed(), ["ConvolveTransposed", "0 elements"], [1, 1, 0], [1, 1, 2]),
            Refused<ShapeMismatchException>(
                new ArrayFunctions.ConvolveTransposed(stride: [int.MaxValue]), ["ConvolveTransposed", "axis 0", "4294967296 elements"], [1, 1, 3], [1, 1, 2]),
            Refused<ShapeMismatchException>(
                new ArrayFunctions.ConvolveTransposed(dilation: [int.MaxValue]), ["ConvolveTransposed", "4294967297 elements"], [1, 1, 3], [1, 1, 3]),
            Refused<ArgumentException>(new ArrayFunctions.ConvolveTransposed(dilation: [1 << 30]), ["shape", "1073741826"], [1, 1, 2, 2], [1, 1, 2, 2]),
            Refused<ArgumentException>(new ArrayFunctions.ConvolveTransposed(), ["ConvolveTransposed", "length 0"], [1, 1, 3], [1, 1, 0]),
            Refused<ArgumentOutOfRangeException>(
                new ArrayFunctions.ConvolveTransposed(groups: 2), ["ConvolveTransposed", "3 channels"], [1, 3, 3], [3, 1, 2]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.ConvolveTransposed(groups: 0), ["ConvolveTransposed", "0 groups"], [1, 1, 3], [1, 1, 2]),
            Refused<ArgumentOutOfRangeException>(
                new ArrayFunctions.ConvolveTransposed(stride: [0]), ["ConvolveTransposed", "stride is 0"], [1, 1, 3], [1, 1, 2]),
            Refused<ArgumentOutOfRangeException>(
                new ArrayFunctions.ConvolveTransposed(padding: [-1]), ["ConvolveTransposed", "padding is -1"], [1, 1, 3], [1, 1, 2]),
            Refused<ArgumentOutOfRangeException>(
                new ArrayFunctions.ConvolveTransposed(dilation: [0]), ["ConvolveTransposed", "dilation is 0"], [1, 1, 3], [1, 1, 2]),
            Refused<ArgumentOutOfRangeException>(
                new ArrayFunctions.ConvolveTransposed(stride: [2], outputPadding: [2]),
                ["ConvolveTransposed", "output padding 2", "stride 2"],
                [1, 1, 3],
                [1, 1, 2]),
            Refused<ArgumentOutOfRangeException>(
                new ArrayFunctions.ConvolveTransposed(outputPadding: [-1]), ["ConvolveTransposed", "-1"], [1, 1, 3], [1, 1, 2]),
            Refused<ArgumentException>(
                new ArrayFunctions.ConvolveTransposed(outputPadding: [0, 0]), ["ConvolveTransposed", "2 numbers"], [1, 1, 3], [1, 1, 2]),
            Refused<ArgumentException>(new ArrayFunctions.ConvolveTransposed(stride: [1, 1]), ["ConvolveTransposed", "2 numbers"], [1, 1, 3], [1, 1, 2]),
        ],
    };

    private static ArrayRow Bilinear() => new(
        "Bilinear",
        new ArrayCall(
            new ArrayFunctions.Bilinear(),
            x => Grid.Of([.. x[0].Shape[..^1], x[2].Shape[0]], at => (x.Length > 3 ? x[3][at[^1]] : 0) + Form(x[0], x[1], x[2], at)),
            [[2, 2], [2, 3], [2, 2, 3], [2]],
            [[3], [2], [2, 3, 2]],
            [[2, 2, 1], [2, 2, 2], [1, 1, 2], [1]],
            [[0, 2], [0, 2], [2, 2, 2], [2]],
            [[2, 0], [2, 2], [1, 0, 2], [1]])
        { Reads = [0, 1, 2] })
    {
        Malformed =
        [
            Refused<ShapeMismatchException>(new ArrayFunctions.Bilinear(), ["Bilinear", "[2, 2]", "[3, 3]"], [2, 2], [3, 3], [1, 2, 3]),
            Refused<ShapeMismatchException>(new ArrayFunctions.Bilinear(), ["Bilinear", "[1, 3, 2]"], [2, 2], [2, 3], [1, 3, 2]),
            Refused<ShapeMismatchException>(new ArrayFunctions.Bilinear(), ["Bilinear", "[2, 3]"], [2, 2], [2, 3], [2, 3]),
            Refused<ShapeMismatchException>(new ArrayFunctions.Bilinear(), ["Bilinear", "x1 is []"], [], [], [1, 1, 1]),
            Refused<ShapeMismatchException>(new ArrayFunctions.Bilinear(), ["Bilinear", "x1 is [2]", "x2 is [1, 2]"], [2], [1, 2], [1, 2, 2]),
            Refused<ShapeMismatchException>(new ArrayFunctions.Bilinear(), ["Bilinear", "bias", "[1]"], [2, 2], [2, 3], [2, 2, 3], [1]),
        ],
    };

    private static ArrayCall Transposed(ArrayFunctions.ConvolveTransposed f, params int[][][] shapes) =>
        new(f, x => Scattered(x, f), shapes) { Reads = [0, 1] };

    // The definition: each element goes to where the kernel stands for it.
    private static Grid Scattered(Grid[] x, ArrayFunctions.ConvolveTransposed f)
    {
        Grid weights = x[1], input = Batched(x[0], weights);
        int axes = weights.Rank - 2, outputs = weights.Shape[1], channels = weights.Shape[0] / f.Groups;
        int[] stride = PerAxis(f.Stride, axes, 1), padding = PerAxis(f.Padding, axes, 0);
        int[] more = PerAxis(f.OutputPadding, axes, 0), dilation = PerAxis(f.Dilation, axes, 1);
        int[] lengths =
        [
            .. stride.Select((step, axis) =>
                ((input.Shape[axis + 2] - 1) * step) - (2 * padding[axis]) + (dilation[axis] * (weights.Shape[axis + 2] - 1)) + more[axis] + 1),
        ];
        Dictionary<string, double> sums = [];
        foreach (int[] at in Grid.Indices(input.Shape))
        {
            foreach (int[] tap in Grid.Indices(weights.Shape[1..]))
            {
                IEnumerable<int> place = stride.Select((step, axis) => (at[axis + 2] * step) + (tap[axis + 1] * dilation[axis]) - padding[axis]);
                int[] index = [at[0], (at[1] / channels * outputs) + tap[0], .. place];
                sums[Key(index)] = sums.GetValueOrDefault(Key(index)) + (input[at] * weights[[at[1], .. tap]]);
            }
        }

        Grid y = Grid.Of([input.Shape[0], outputs * f.Groups, .. lengths], at => sums.GetValueOrDefault(Key(at)) + (x.Length > 2 ? x[2][at[1]] : 0));
        return x[0].Rank < weights.Rank ? y with { Shape = y.Shape[1..] } : y;
    }

    private static string Key(int[] index) => string.Join(' ', index);

    private static double Form(Grid a, Grid b, Grid weights, int[] at)
    {
        double sum = 0;
        foreach (int[] pair in Grid.Indices(weights.Shape[1..]))
        {
            sum += a[[.. at[..^1], pair[0]]] * weights[at[^1], pair[0], pair[1]] * b[[.. at[..^1], pair[1]]];
        }

        return sum;
    }
}
