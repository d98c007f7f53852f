using static Autodiff.Tests.Ops.Matrices;

namespace Autodiff.Tests.Ops;

/// <content>Systems of equations.</content>
internal static partial class ArrayTable
{
    private static ArrayRow[] Equations() => [Solve(), SolveTriangular()];

    private static ArrayRow Solve() => new(
        "Solve",
        Solved(
            true,
            ([3, 3], [3, 2]),
            ([1, 1], [1, 2]),
            ([2, 2], [2]),
            ([2, 2, 2], [2, 2]),
            ([2, 2, 2], [2]),
            ([2, 2, 2], [2, 2, 1]),
            ([2, 2], [3, 2, 1]),
            ([3, 2, 2], [2, 1]),
            ([2, 1, 2, 2], [3, 2, 1]),
            ([0, 0], [0, 2]),
            ([2, 2], [2, 0]),
            ([0, 2, 2], [0, 2, 1]),
            ([0, 2, 2], [2, 1])),
        Solved(false, ([3, 3], [2, 3]), ([2, 2, 2], [2, 1, 2]), ([2, 2], [3, 1, 2]), ([3, 2, 2], [1, 2])))
    {
        Specials =
        [
            new(
                new ArrayFunctions.Solve(),
                [new([2, 2], [0, 2, 4, 0]), Vector(2, 4)],
                Vector(1, 1),
                new Grid([2, 2], [-0.5, -0.5, -0.25, -0.25]),
                Vector(0.5, 0.25)),
            new(new ArrayFunctions.Solve(), [new([1, 1], [2]), Vector(Inf)], Vector(Inf), new Grid([1, 1], [-Inf]), Vector(0.5)),
            new(new ArrayFunctions.Solve(), [new([1, 1], [NaN]), Vector(1)], Vector(NaN), new Grid([1, 1], [NaN]), Vector(NaN)),
        ],
        Malformed =
        [
            .. RefusedEquations(new ArrayFunctions.Solve(), "Solve"),
            Refused<ShapeMismatchException>(new ArrayFunctions.Solve(), ["Solve", "[3, 2, 2]", "[2, 2, 1]", "broadcast"], [3, 2, 2], [2, 2, 1]),
            Refused<ShapeMismatchException>(new ArrayFunctions.Solve(false), ["Solve", "[2, 2]", "[2]", "X A = B"], [2, 2], [2]),
            Refused<ShapeMismatchException>(new ArrayFunctions.Solve(false), ["Solve", "[2, 2]", "[2, 3]", "X A = B"], [2, 2], [2, 3]),
            Refused<ArgumentException>(new ArrayFunctions.Solve(), ["Solve", "the matrix of shape [2, 2] is singular", "row 1"], [2, 2], [2, 1]),
            Refused<ArgumentException>(new ArrayFunctions.Solve(false), ["Solve", "matrix 0 of [3, 2, 2] is singular"], [3, 2, 2], [2, 2]),
        ],
    };

    private static ArrayRow SolveTriangular() => new(
        "SolveTriangular",
        [.. from upper in Both from left in Both from transposed in Both from unit in Both select SolvedTriangle(upper, left, transposed, unit)])
    {
        Specials =
        [
            new(
                new ArrayFunctions.SolveTriangular(),
                [new([2, 2], [2, NaN, 1, 4]), Vector(2, 5)],
                Vector(1, 1),
                new Grid([2, 2], [-0.375, 0, -0.25, -0.25]),
                Vector(0.375, 0.25)),
            new(
                new ArrayFunctions.SolveTriangular(unitDiagonal: true),
                [new([2, 2], [0, NaN, 1, 0]), Vector(2, 5)],
                Vector(2, 3),
                new Grid([2, 2], [0, 0, -2, 0]),
                Vector(0, 1)),
        ],
        Malformed =
        [
            .. RefusedEquations(new ArrayFunctions.SolveTriangular(), "SolveTriangular"),
            Refused<ShapeMismatchException>(new ArrayFunctions.SolveTriangular(left: false), ["SolveTriangular", "X A = B"], [2, 2], [2]),
            Refused<ShapeMismatchException>(new ArrayFunctions.SolveTriangular(), ["SolveTriangular", "[3, 2, 2]"], [3, 2, 2], [2, 2, 1]),
        ],
    };

    private static bool[] Both => [false, true];

    private static MalformedCall[] RefusedEquations(IArrayFunction function, string name) =>
    [
        Refused<ArgumentException>(function, [name, "[2, 3]", "square"], [2, 3], [2, 1]),
        Refused<ArgumentException>(function, [name, "[2]", "two axes"], [2], [2]),
        Refused<ShapeMismatchException>(function, [name, "[2, 2]", "[3, 1]", "[..., n, n]"], [2, 2], [3, 1]),
        Refused<ShapeMismatchException>(function, [name, "[2, 2]", "[3]"], [2, 2], [3]),
        Refused<ShapeMismatchException>(function, [name, "[2, 2]", "right sides []"], [2, 2], []),
    ];

    private static ArrayCall Solved(bool left, params (int[] A, int[] B)[] shapes) => new(
        new ArrayFunctions.Solve(left),
        x => Solution(x[0], x[1], left, a => a))
    {
        Reads = [0],
        IsRegular = true,
        Points = [.. shapes.Select(each => new[] { Regular(each.A), ArraySweeps.Weights(each.B, 3) })],
    };

    private static ArrayCall SolvedTriangle(bool upper, bool left, bool transposed, bool unit)
    {
        (int[] A, int[] B)[] shapes =
            left ? [([3, 3], [3, 2]), ([2, 2], [2]), ([2, 2], [2, 2, 1]), ([2, 2, 2], [2, 1])] : [([3, 3], [2, 3]), ([2, 2], [2, 1, 2]), ([2, 2, 2], [1, 2])];
        return new(new ArrayFunctions.SolveTriangular(upper, left, transposed, unit), x => Solution(x[0], x[1], left, Counted))
        {
            Reads = [0],
            IsRegular = true,
            Points = [.. shapes.Select(each => new[] { Regular(each.A), ArraySweeps.Weights(each.B, 3) })],
        };

        double[,] Counted(double[,] a)
        {
            int n = a.GetLength(0);
            double[,] triangle = Of(n, n, (i, j) => i == j && unit ? 1 : (upper ? i <= j : i >= j) ? a[i, j] : 0);
            return transposed ? Of(n, n, (i, j) => triangle[j, i]) : triangle;
        }
    }

    // With the inverse, by cofactors; a vector is a column.
    private static Grid Solution(Grid a, Grid b, bool left, Func<double[,], double[,]> counted)
    {
        bool isVector = b.Rank == 1 || (b.Rank == a.Rank - 1 && b.Shape.AsSpan().SequenceEqual(a.Shape.AsSpan(..^1)));
        Grid right = isVector ? b with { Shape = [.. b.Shape, 1] } : b;
        int axes = Math.Max(a.Rank, right.Rank) - 2;
        int[] batch = [.. Enumerable.Range(0, axes).Select(axis => Math.Min(LengthAt(a, axis), LengthAt(right, axis)) == 0
            ? 0 : Math.Max(LengthAt(a, axis), LengthAt(right, axis)))];
        Grid solution = Grid.Of([.. batch, .. right.Shape[^2..]], index =>
        {
            double[,] matrix = counted(Matrices.At(a, index[..axes])), sides = Matrices.At(right, index[..axes]);
            int n = matrix.GetLength(0);
            double[,] inverse = Of(n, n, (i, j) => Matrices.Inverse(matrix, i, j));
            return (left ? Matrices.Product(inverse, sides) : Matrices.Product(sides, inverse))[index[^2], index[^1]];
        });
        return isVector ? solution with { Shape = solution.Shape[..^1] } : solution;

        int LengthAt(Grid x, int axis) => axis - axes + x.Rank - 2 is var own && own < 0 ? 1 : x.Shape[own];
    }
}
