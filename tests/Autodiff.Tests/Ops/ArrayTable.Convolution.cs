namespace Autodiff.Tests.Ops;

/// <content>Kernels that move over arrays.</content>
internal static partial class ArrayTable
{
    private static ArrayRow[] Convolutions() => [Convolve(), ConvolveTransposed(), Bilinear()];

    private static ArrayRow Convolve() => new(
        "Convolve",
        Convolved(new(), [[1, 1, 4], [1, 1, 2], [1]], [[2, 3, 5], [2, 3, 2]], [[2, 4], [1, 2, 3], [1]], [[0, 2, 3], [1, 2, 2], [1]]),
        Convolved(new(), [[1, 0, 3], [2, 0, 2], [2]], [[1, 2, 3], [0, 2, 2]], [[1, 2, 3, 3], [2, 2, 1, 1], [2]], [[2, 1, 3, 4], [1, 1, 2, 3]]),
        Convolved(new(stride: [2], padding: [1]), [[2, 1, 5], [2, 1, 3]], [[1, 2, 4, 3], [1, 2, 3, 2], [1]], [[1, 1, 0, 2], [1, 1, 2, 1], [1]]),
        Convolved(new(stride: [2], padding: [2], dilation: [2], groups: 2), [[1, 2, 5], [4, 1, 2], [4]], [[1, 4, 3], [2, 2, 2]]),
        Convolved(new(stride: [1, 2], padding: [2, 0], dilation: [1, 2]), [[1, 2, 2, 5], [2, 2, 2, 2], [2]], [[2, 3, 6], [1, 2, 3, 2]]),
        Convolved(new(stride: [3], groups: 3), [[1, 3, 2, 4], [3, 1, 2, 1], [3]]),
        Convolved(new(padding: [3], dilation: [1]), [[1, 1, 2, 1], [1, 1, 2, 2]]),
        Convolved(new(stride: [2, 1, 1], padding: [0, 1, 1]), [[1, 1, 3, 2, 2], [2, 1, 2, 2, 1], [2]]),
        Convolved(new(groups: 2), [[1, 2, 2, 1, 2, 2], [2, 1, 2, 1, 1, 2]]),

        // Patches that slide have sixteen rows at least.
        Convolved(new(padding: [1]), [[1, 16, 3], [1, 16, 2]], [[1, 8, 3, 2], [1, 8, 2, 2]]),
        Same(new([], []), [[1, 1, 3], [1, 1, 2]], [[1, 2, 3, 2], [1, 2, 3, 2]]),
        Same(new([1], [2, 1]), [[1, 1, 3, 2], [1, 1, 2, 2], [1]]))
    {
        Specials =
        [
            new(
                new ArrayFunctions.Convolve(padding: [1]),
                [new([1, 1, 2], [1, 2]), new([1, 1, 2], [3, 4])],
                new([1, 1, 3], [4, 11, 6]),
                new([1, 1, 2], [7, 7]),
                new([1, 1, 2], [3, 3])),
            // Zeros of the padding are numbers, and times infinity are not; where the kernel never stood there is nothing.
            new(
                new ArrayFunctions.Convolve(padding: [1]),
                [new([1, 1, 1], [2]), new([1, 1, 2], [Inf, 1])],
                new([1, 1, 2], [NaN, Inf]),
                new([1, 1, 1], [Inf]),
                new([1, 1, 2], [2, 2])),
            new(
                new ArrayFunctions.Convolve(),
                [new([1, 1, 2], [2, 3]), new([1, 1, 2], [Inf, 1])],
                new([1, 1, 1], [Inf]),
                new([1, 1, 2], [Inf, 1]),
                new([1, 1, 2], [2, 3])),
            new(
                new ArrayFunctions.Convolve(),
                [new([1, 1, 3], [Inf, 1, 2]), new([1, 1, 2], [1, 1]), Vector(0.5)],
                new([1, 1, 2], [Inf, 3.5]),
                new([1, 1, 3], [1, 2, 1]),
                new([1, 1, 2], [Inf, 3]),
                Vector(2)),
            new(
                new ArrayFunctions.Convolve(stride: [2]),
                [new([1, 1, 4], [1, 2, 3, 4]), new([1, 1, 1], [1e200])],
                new([1, 1, 2], [1e200, 3e200]),
                new([1, 1, 4], [1e200, 0, 1e200, 0]),
                new([1, 1, 1], [4])),
        ],
        Malformed = [.. MalformedConvolutions()],
    };

    private static IEnumerable<MalformedCall> MalformedConvolutions() =>
    [
        Refused<ShapeMismatchException>(
            new ArrayFunctions.Convolve(), ["Convolve", "x is [1, 2, 4, 4]", "2 channels", "[3, 3, 2, 2]"], [1, 2, 4, 4], [3, 3, 2, 2]),
        Refused<ShapeMismatchException>(new ArrayFunctions.Convolve(groups: 2), ["Convolve", "2 groups", "take 8"], [1, 4, 4], [2, 4, 2]),
        Refused<ShapeMismatchException>(
            new ArrayFunctions.Convolve(), ["Convolve", "[1, 1, 4, 4, 4]", "[1, 1, 2, 2]", "without a batch"], [1, 1, 4, 4, 4], [1, 1, 2, 2]),
        Refused<ShapeMismatchException>(new ArrayFunctions.Convolve(), ["Convolve", "[4]", "[1, 1, 2]"], [4], [1, 1, 2]),
        Refused<ShapeMismatchException>(new ArrayFunctions.Convolve(), ["Convolve", "[]", "[1, 1, 2]"], [], [1, 1, 2]),
        Refused<ShapeMismatchException>(new ArrayFunctions.Convolve(), ["Convolve", "[2, 3]", "no spatial axis"], [1, 3], [2, 3]),
        Refused<ShapeMismatchException>(new ArrayFunctions.Convolve(), ["Convolve", "no spatial axis"], [1, 3, 3], []),
        Refused<ShapeMismatchException>(
            new ArrayFunctions.Convolve(), ["Convolve", "[1, 1, 2, 2]", "axis 0", "covers 3", "has 2"], [1, 1, 2, 2], [1, 1, 3, 3]),
        Refused<ShapeMismatchException>(
            new ArrayFunctions.Convolve(padding: [1], dilation: [5]), ["Convolve", "axis 0", "covers 6", "has 5"], [1, 1, 3], [1, 1, 2]),
        Refused<ShapeMismatchException>(
            new ArrayFunctions.Convolve(dilation: [int.MaxValue]), ["Convolve", "covers 4294967295"], [1, 1, 3], [1, 1, 3]),
        Refused<ShapeMismatchException>(new ArrayFunctions.Convolve(), ["Convolve", "covers 1", "has 0"], [1, 1, 0], [1, 1, 1]),
        Refused<ShapeMismatchException>(new ArrayFunctions.Convolve(), ["Convolve", "bias is [3]", "[2]"], [1, 1, 3], [2, 1, 2], [3]),
        Refused<ShapeMismatchException>(new ArrayFunctions.Convolve(), ["Convolve", "bias is [2, 1]", "[2]"], [1, 1, 3], [2, 1, 2], [2, 1]),
        Refused<ArgumentException>(new ArrayFunctions.Convolve(), ["Convolve", "[1, 1, 0]", "length 0"], [1, 1, 3], [1, 1, 0]),
        Refused<ArgumentOutOfRangeException>(
            new ArrayFunctions.Convolve(groups: 2), ["Convolve", "3 channels", "2 equal groups"], [1, 4, 4, 4], [3, 2, 2, 2]),
        Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Convolve(groups: 0), ["Convolve", "0 groups"], [1, 1, 3], [1, 1, 2]),
        Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Convolve(groups: -1), ["Convolve", "-1 groups"], [1, 1, 3], [1, 1, 2]),
        Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Convolve(stride: [0]), ["Convolve", "stride is 0", "axis 0"], [1, 1, 4, 4], [1, 1, 2, 2]),
        Refused<ArgumentOutOfRangeException>(
            new ArrayFunctions.Convolve(stride: [1, -1]), ["Convolve", "stride is -1", "axis 1"], [1, 1, 4, 4], [1, 1, 2, 2]),
        Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Convolve(padding: [-1]), ["Convolve", "padding is -1"], [1, 1, 4], [1, 1, 2]),
        Refused<ArgumentOutOfRangeException>(
            new ArrayFunctions.Convolve(dilation: [1, 0]), ["Convolve", "dilation is 0", "axis 1"], [1, 1, 4, 4], [1, 1, 2, 2]),
        Refused<ArgumentException>(new ArrayFunctions.Convolve(stride: [1, 1]), ["Convolve", "2 numbers", "stride", "1 spatial axis"], [1, 1, 4], [1, 1, 2]),
        Refused<ArgumentException>(
            new ArrayFunctions.Convolve(padding: [1, 1, 1]), ["Convolve", "3 numbers", "padding", "2 spatial axes"], [1, 1, 4, 4], [1, 1, 2, 2]),
        Refused<ArgumentException>(new ArrayFunctions.Convolve(dilation: [1, 1, 1]), ["Convolve", "3 numbers", "dilation"], [1, 1, 4, 4], [1, 1, 2, 2]),
        Refused<ArgumentException>(new ArrayFunctions.Convolve(padding: [int.MaxValue]), ["Convolve", "axis 0", "4294967298"], [1, 1, 4], [1, 1, 2]),
        Refused<ArgumentException>(new ArrayFunctions.Convolve(padding: [1 << 29]), ["shape", "1073741827"], [1, 1, 4, 4], [1, 1, 2, 2]),
        Refused<ArgumentException>(new ArrayFunctions.ConvolveSame([2], []), ["Convolve", "Same", "stride 2"], [1, 1, 4], [1, 1, 2]),
        Refused<ArgumentException>(new ArrayFunctions.ConvolveSame([], [int.MaxValue]), ["Convolve", "axis 0"], [1, 1, 4], [1, 1, 3]),
    ];

    private static ArrayCall Convolved(ArrayFunctions.Convolve f, params int[][][] shapes) =>
        new(
            f,
            x =>
            {
                int axes = x[1].Rank - 2;
                int[] padding = PerAxis(f.Padding, axes, 0);
                return Correlation(x, PerAxis(f.Stride, axes, 1), padding, padding, PerAxis(f.Dilation, axes, 1), f.Groups);
            },
            shapes)
        { Reads = [0, 1] };

    private static ArrayCall Same(ArrayFunctions.ConvolveSame f, params int[][][] shapes) =>
        new(
            f,
            x =>
            {
                int[] dilation = PerAxis(f.Dilation, x[1].Rank - 2, 1), zeros = [.. dilation.Select((spread, axis) => spread * (x[1].Shape[axis + 2] - 1))];
                int[] before = [.. zeros.Select(count => count / 2)], behind = [.. zeros.Select((count, axis) => count - before[axis])];
                return Correlation(x, [.. dilation.Select(_ => 1)], before, behind, dilation, f.Groups);
            },
            shapes)
        { Reads = [0, 1] };

    private static int[] PerAxis(int[] given, int axes, int byDefault) =>
        given.Length == axes ? given : [.. Enumerable.Repeat(given.Length == 1 ? given[0] : byDefault, axes)];

    // The definition: for each element of the result a sum over channels and taps.
    private static Grid Correlation(Grid[] x, int[] stride, int[] before, int[] behind, int[] dilation, int groups)
    {
        Grid weights = x[1], input = Batched(x[0], weights);
        int channels = weights.Shape[1], outputs = weights.Shape[0] / groups;
        int[] places =
        [
            .. stride.Select((step, axis) =>
                ((input.Shape[axis + 2] + before[axis] + behind[axis] - (dilation[axis] * (weights.Shape[axis + 2] - 1)) - 1) / step) + 1),
        ];
        Grid y = Grid.Of([input.Shape[0], weights.Shape[0], .. places], at =>
        {
            double sum = x.Length > 2 ? x[2][at[1]] : 0;
            foreach (int[] tap in Grid.Indices(weights.Shape[1..]))
            {
                IEnumerable<int> place = stride.Select((step, axis) => (at[axis + 2] * step) + (tap[axis + 1] * dilation[axis]) - before[axis]);
                int[] index = [at[0], (at[1] / outputs * channels) + tap[0], .. place];
                if (IsWithin(index, input.Shape)) { sum += input[index] * weights[[at[1], .. tap]]; }
            }

            return sum;
        });
        return x[0].Rank < weights.Rank ? y with { Shape = y.Shape[1..] } : y;
    }

    private static Grid Batched(Grid x, Grid weights) => x.Rank < weights.Rank ? x with { Shape = [1, .. x.Shape] } : x;

    private static bool IsWithin(int[] index, int[] shape) => index.Index().All(at => at.Item >= 0 && at.Item < shape[at.Index]);
}
