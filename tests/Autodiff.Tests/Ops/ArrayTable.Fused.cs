namespace Autodiff.Tests.Ops;

/// <content>Fused rules.</content>
internal static partial class ArrayTable
{
    private static ArrayRow[] Fused() => [Affine(), SoftmaxCrossEntropy()];

    private static ArrayRow Affine() => new(
        "Affine",
        new ArrayCall(
            new ArrayFunctions.Affine(),
            x => Grid.Of(
                [x[0].Shape[0], x[1].Shape[1]],
                at => x[2][[at[1]]] + Enumerable.Range(0, x[1].Shape[0]).Sum(k => x[0][[at[0], k]] * x[1][[k, at[1]]])),
            [[2, 3], [3, 2], [2]],
            [[1, 1], [1, 1], [1]],
            [[0, 3], [3, 2], [2]],
            [[2, 0], [0, 2], [2]])
        { Reads = [0, 1] },
        new ArrayCall(
            new ArrayFunctions.Affine(),
            x => Grid.Of([2], at => x[2][at] + Enumerable.Range(0, 3).Sum(k => x[0][[k]] * x[1][[k, at[0]]])),
            [[[3], [3, 2], [2]]])
        { Reads = [0, 1] },
        new ArrayCall(
            new ArrayFunctions.Affine(),
            x => Grid.Of([2, 2, 2], at => x[2][[at[2]]] + Enumerable.Range(0, 3).Sum(k => x[0][[at[0], at[1], k]] * x[1][[k, at[2]]])),
            [[[2, 2, 3], [3, 2], [2]]])
        { Reads = [0, 1] })
    {
        Malformed =
        [
            Refused<ShapeMismatchException>(new ArrayFunctions.Affine(), ["Affine", "[2, 3]", "[2, 2]"], [2, 3], [2, 2], [2]),
            Refused<ShapeMismatchException>(new ArrayFunctions.Affine(), ["Affine", "[3]"], [2, 3], [3, 2], [3]),
            Refused<ShapeMismatchException>(new ArrayFunctions.Affine(), ["Affine", "[3]"], [2, 3], [3], [3]),
            Refused<ShapeMismatchException>(new ArrayFunctions.Affine(), ["Affine", "x is [2]"], [2], [3, 2], [2]),
            Refused<ShapeMismatchException>(new ArrayFunctions.Affine(), ["Affine", "x is [4, 2, 2]"], [4, 2, 2], [3, 2], [2]),
            Refused<ShapeMismatchException>(new ArrayFunctions.Affine(), ["Affine", "[]"], [], [3, 2], [2]),
        ],
    };

    private static ArrayRow SoftmaxCrossEntropy() => new(
        "SoftmaxCrossEntropy",
        Labelled([[[2, 3]]], 2, 0),
        Labelled([[[1, 1]]], 0),
        Labelled([[[4, 5]]], 1, 1, 4, 0))
    {
        Specials =
        [
            new(
                new ArrayFunctions.SoftmaxCrossEntropy(0, 1),
                [new([2, 2], [1000, -1000, 1000, -1000])],
                new([], [1000]),
                new Grid([2, 2], [0, 0, 0.5, -0.5])),
            new(new ArrayFunctions.SoftmaxCrossEntropy(0), [new([1, 2], [3, double.NegativeInfinity])], new([], [0]), new Grid([1, 2], [0, 0])),
        ],
        Malformed =
        [
            Refused<ShapeMismatchException>(new ArrayFunctions.SoftmaxCrossEntropy(0, 1), ["SoftmaxCrossEntropy", "[3, 2]", "[2]"], [3, 2]),
            Refused<ShapeMismatchException>(new ArrayFunctions.SoftmaxCrossEntropy(0, 1), ["SoftmaxCrossEntropy", "[2]"], [2]),
            Refused<ArgumentException>(new ArrayFunctions.SoftmaxCrossEntropy(), ["SoftmaxCrossEntropy", "[0, 2]"], [0, 2]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.SoftmaxCrossEntropy(0, 2), ["SoftmaxCrossEntropy", "2", "[2, 2]"], [2, 2]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.SoftmaxCrossEntropy(0, -1), ["SoftmaxCrossEntropy", "-1", "[2, 2]"], [2, 2]),
        ],
    };

    private static ArrayCall Labelled(int[][][] shapes, params int[] labels) =>
        new(
            new ArrayFunctions.SoftmaxCrossEntropy(labels),
            x => new([], [labels.Select((label, row) => NegativeLogLikelihood(x[0], row, label)).Average()]),
            shapes)
        { Reads = [0] };

    private static double NegativeLogLikelihood(Grid logits, int row, int label) =>
        Math.Log(Enumerable.Range(0, logits.Shape[1]).Sum(k => Math.Exp(logits[[row, k]] - logits[[row, label]])));
}
