using static Autodiff.Tests.Ops.Matrices;

namespace Autodiff.Tests.Ops;

/// <content>Functions of square matrices.</content>
internal static partial class ArrayTable
{
    private static Grid RankTwo => new([3, 3], [1, 2, 3, 2, 4, 6, 0.5, -1, 1]);
    private static Grid RankOne => new([3, 3], [1, 2, -1, 2, 4, -2, -1, -2, 1]);

    private static Grid[][] Empties => [[Grid.Full([0, 0], 0)], [Grid.Full([0, 2, 2], 0)]];

    private static ArrayRow[] MatrixFunctions() =>
        [Determinant(), LogDeterminant(), SignLogDeterminant(), Inverse(), Cholesky(), MatrixPower(), Trace()];

    private static ArrayRow Determinant() => new(
        "Determinant",
        new ArrayCall(
            new ArrayFunctions.Determinant(),
            x => Each(x[0], [], (a, _) => Matrices.Determinant(a)),
            One(2, 2),
            One(3, 3),
            One(1, 1),
            One(0, 0),
            One(2, 2, 2),
            One(0, 2, 2),
            One(2, 0, 0))
        {
            Reads = [0],
            Points = [[RankTwo], [RankOne], [Grid.Full([3, 3], 0)], [Grid.Full([4, 4], 0.5)], [Regular(2, 4, 4)], [WithRowsExchanged(Regular(5, 5))]],
        })
    {
        Specials =
        [
            new(new ArrayFunctions.Determinant(), [new([2, 2], [1, 2, 2, 4])], Grid.Of(0), new Grid([2, 2], [4, -2, -2, 1])),
            new(new ArrayFunctions.Determinant(), [RankTwo], Grid.Of(0), new Grid([3, 3], [10, 1, -4, -5, -0.5, 2, 0, 0, 0])),
            new(new ArrayFunctions.Determinant(), [RankOne], Grid.Of(0), Grid.Full([3, 3], 0)),
            new(new ArrayFunctions.Determinant(), [new([1, 1], [0])], Grid.Of(0), new Grid([1, 1], [1])),
            new(new ArrayFunctions.Determinant(), [new([1, 1], [Inf])], Grid.Of(Inf), new Grid([1, 1], [1])),
            new(new ArrayFunctions.Determinant(), [new([1, 1], [NaN])], Grid.Of(NaN), new Grid([1, 1], [1])),
            new(new ArrayFunctions.Determinant(), [new([2, 2], [1, 2, NaN, 4])], Grid.Of(NaN), new Grid([2, 2], [NaN, NaN, NaN, NaN])),
        ],
        Malformed = NotSquare(new ArrayFunctions.Determinant(), "Determinant"),
    };

    private static ArrayRow LogDeterminant() => new(
        "LogDeterminant",
        new ArrayCall(new ArrayFunctions.LogDeterminant(), x => Each(x[0], [], (a, _) => Math.Log(Matrices.Determinant(a))))
        {
            Reads = [0],
            IsRegular = true,
            Points = [[Regular(3, 3)], [Regular(1, 1)], [Regular(2, 2, 2)], .. Empties],
        })
    {
        Specials =
        [
            new(new ArrayFunctions.LogDeterminant(), [new([1, 1], [-2])], Grid.Of(NaN), new Grid([1, 1], [-0.5])),
            new(new ArrayFunctions.LogDeterminant(), [new([1, 1], [0])], Grid.Of(-Inf), new Grid([1, 1], [Inf])),
            new(new ArrayFunctions.LogDeterminant(), [new([2, 2], [1, 2, 2, 4])], Grid.Of(-Inf), new Grid([2, 2], [Inf, -Inf, -Inf, Inf])),
            new(new ArrayFunctions.LogDeterminant(), [new([2, 2], [1, 2, 2, 4])], Grid.Of(-Inf), Grid.Full([2, 2], 0)) { Cotangent = Grid.Of(0) },
            new(new ArrayFunctions.LogDeterminant(), [new([1, 1], [NaN])], Grid.Of(NaN), new Grid([1, 1], [NaN])),
            new(
                new ArrayFunctions.LogDeterminant(),
                [new([2, 2], [1e200, 0, 0, 1e200])],
                Grid.Of(400 * Math.Log(10)),
                new Grid([2, 2], [1e-200, 0, 0, 1e-200])),
        ],
        Malformed = NotSquare(new ArrayFunctions.LogDeterminant(), "LogDeterminant"),
    };

    private static ArrayRow SignLogDeterminant() => new(
        "SignLogDeterminant",
        new ArrayCall(new ArrayFunctions.SignLogDeterminant(), x => SignAndLogarithm(Each(x[0], [], (a, _) => Matrices.Determinant(a))))
        {
            Reads = [0],
            IsRegular = true,
            Points = [[WithRowsExchanged(Regular(3, 3))], [Regular(1, 1)], [WithRowsExchanged(Regular(2, 2, 2))], .. Empties],
        })
    {
        Specials =
        [
            new(new ArrayFunctions.SignLogDeterminant(), [new([1, 1], [-2])], Vector(-1, Math.Log(2)), new Grid([1, 1], [-0.5])),
            new(new ArrayFunctions.SignLogDeterminant(), [new([1, 1], [0])], Vector(0, -Inf), new Grid([1, 1], [Inf])),
            new(new ArrayFunctions.SignLogDeterminant(), [new([1, 1], [0])], Vector(0, -Inf), new Grid([1, 1], [0])) { Cotangent = Vector(1, 0) },
            new(new ArrayFunctions.SignLogDeterminant(), [new([1, 1], [NaN])], Vector(NaN, NaN), new Grid([1, 1], [NaN])),
        ],
        Malformed = NotSquare(new ArrayFunctions.SignLogDeterminant(), "SignLogDeterminant"),
    };

    private static ArrayRow Inverse() => new(
        "Inverse",
        new ArrayCall(new ArrayFunctions.Inverse(), x => Each(x[0], x[0].Shape[^2..], (a, at) => Matrices.Inverse(a, at[0], at[1])))
        {
            IsRegular = true,
            Points = [[Regular(3, 3)], [Regular(1, 1)], [WithRowsExchanged(Regular(2, 2, 2))], .. Empties],
        })
    {
        Specials =
        [
            new(
                new ArrayFunctions.Inverse(),
                [new([2, 2], [0, 2, 4, 0])],
                new Grid([2, 2], [0, 0.25, 0.5, 0]),
                new Grid([2, 2], [-0.125, -0.25, -0.0625, -0.125])),
            new(new ArrayFunctions.Inverse(), [new([1, 1], [Inf])], new Grid([1, 1], [0]), new Grid([1, 1], [0])),
            new(new ArrayFunctions.Inverse(), [new([1, 1], [NaN])], new Grid([1, 1], [NaN]), new Grid([1, 1], [NaN])),
        ],
        Malformed =
        [
            .. NotSquare(new ArrayFunctions.Inverse(), "Inverse"),
            Refused<ArgumentException>(new ArrayFunctions.Inverse(), ["Inverse", "the matrix of shape [2, 2] is singular", "row 1", "identity"], [2, 2]),
            Refused<ArgumentException>(new ArrayFunctions.Inverse(), ["Inverse", "matrix 0 of [2, 3, 3] is singular"], [2, 3, 3]),
        ],
    };

    private static ArrayRow Cholesky() => new(
        "Cholesky",
        Decomposed(upper: false),
        Decomposed(upper: true))
    {
        Specials =
        [
            new(new ArrayFunctions.Cholesky(), [new([2, 2], [4, 2, 2, 5])], new Grid([2, 2], [2, 0, 1, 2]), new Grid([2, 2], [0.1875, 0.125, 0.125, 0.25])),
            new(new ArrayFunctions.Cholesky(), [new([2, 2], [4, 0, 4, 5])], new Grid([2, 2], [2, 0, 1, 2]), new Grid([2, 2], [0.1875, 0.125, 0.125, 0.25])),
        ],
        Malformed =
        [
            .. NotSquare(new ArrayFunctions.Cholesky(), "Cholesky"),
            Refused<ArgumentException>(new ArrayFunctions.Cholesky(), ["Cholesky", "matrix of shape [2, 2] is not positive definite", "row 1"], [2, 2]),
            Refused<ArgumentException>(new ArrayFunctions.Cholesky(true), ["Cholesky", "matrix 0 of [2, 3, 3] is not positive definite"], [2, 3, 3]),
        ],
    };

    private static ArrayRow MatrixPower() => new("MatrixPower", Powered(3), Powered(1), Powered(0), Powered(-1), Powered(-2), Powered(6))
    {
        Specials = [new(new ArrayFunctions.MatrixPower(0), [new([1, 1], [NaN])], new Grid([1, 1], [1]), new Grid([1, 1], [0]))],
        Malformed =
        [
            .. NotSquare(new ArrayFunctions.MatrixPower(2), "MatrixPower"),
            .. NotSquare(new ArrayFunctions.MatrixPower(0), "MatrixPower"),
            Refused<ArgumentException>(new ArrayFunctions.MatrixPower(-2), ["Inverse", "[2, 2] is singular"], [2, 2]),
        ],
    };

    private static ArrayRow Trace() => new(
        "Trace",
        new ArrayCall(
            new ArrayFunctions.Trace(),
            x => Each(x[0], [], (a, _) => Enumerable.Range(0, Math.Min(a.GetLength(0), a.GetLength(1))).Sum(i => a[i, i])),
            One(3, 3),
            One(2, 3),
            One(3, 2),
            One(2, 2, 2),
            One(0, 0),
            One(0, 2, 2)))
    {
        Specials = [new(new ArrayFunctions.Trace(), [new([2, 2], [1, NaN, Inf, -Inf])], Grid.Of(-Inf), new Grid([2, 2], [1, 0, 0, 1]))],
        Malformed = [Refused<ArgumentException>(new ArrayFunctions.Trace(), ["Trace", "[3]", "two axes"], [3])],
    };

    private static MalformedCall[] NotSquare(IArrayFunction function, string name) =>
    [
        Refused<ArgumentException>(function, [name, "[2, 3]", "2 rows", "3 columns", "square"], [2, 3]),
        Refused<ArgumentException>(function, [name, "[2, 3, 2]", "square"], [2, 3, 2]),
        Refused<ArgumentException>(function, [name, "[3]", "two axes"], [3]),
        Refused<ArgumentException>(function, [name, "[]", "two axes"], [[]]),
    ];

    private static Grid SignAndLogarithm(Grid determinants) =>
        new([2, .. determinants.Shape], [.. determinants.Values.Select(d => (double)Math.Sign(d)), .. determinants.Values.Select(d => Math.Log(Math.Abs(d)))]);

    private static ArrayCall Decomposed(bool upper) => new(
        new ArrayFunctions.Cholesky(upper),
        x => Each(x[0], x[0].Shape[^2..], (a, at) => upper ? Matrices.Cholesky(a)[at[1], at[0]] : Matrices.Cholesky(a)[at[0], at[1]]))
    {
        IsRegular = true,
        Points = [[Regular(3, 3)], [Regular(1, 1)], [Regular(2, 2, 2)], .. Empties],
    };

    private static ArrayCall Powered(int power) => new(
        new ArrayFunctions.MatrixPower(power),
        x => Each(x[0], x[0].Shape[^2..], (a, at) => Power(a, power)[at[0], at[1]]))
    {
        Reads = power > 1 ? [0] : [],
        IsRegular = power < 0,
        Points = [[Regular(3, 3)], [Regular(1, 1)], [Regular(2, 2, 2)], .. Empties],
    };

    private static double[,] Power(double[,] a, int power)
    {
        int n = a.GetLength(0);
        double[,] factor = power < 0 ? Of(n, n, (i, j) => Matrices.Inverse(a, i, j)) : a;
        return Enumerable.Repeat(factor, Math.Abs(power)).Aggregate(Of(n, n, (i, j) => i == j ? 1 : 0), Matrices.Product);
    }
}
