namespace Autodiff.Tests.Ops;

/// <content>Products of matrices and vectors.</content>
internal static partial class ArrayTable
{
    private static ArrayRow[] Products() => [MatMul()];

    private static ArrayRow MatMul() => new(
        "MatMul",
        Product([2, 2], [2, 3], [3, 2]),
        Product([1, 2], [1, 3], [3, 2]),
        Product([2, 2], [2, 1], [1, 2]),
        Product([0, 2], [0, 3], [3, 2]),
        Product([2, 2], [2, 0], [0, 2]),
        Product([3, 3], [3, 3], [3, 3]),
        Product([], [3], [3]),
        Product([2], [3], [3, 2]),
        Product([2], [2, 3], [3]),
        Product([2, 2, 2], [2, 2, 3], [3, 2]),
        Product([2, 2, 2], [2, 3], [2, 3, 2]),
        Product([2, 2, 2], [2, 2, 2], [2, 2, 2]),
        Product([2, 2], [2, 2, 3], [3]),
        Product([2, 2], [3], [2, 3, 2]),
        Product([2, 2, 1, 2], [2, 1, 1, 2], [2, 2, 2]),
        Product([0, 2, 2], [0, 2, 2], [2, 2]),
        Product([2, 1, 2], [2, 1, 0], [2, 0, 2]),
        Product([2, 2, 2], [1, 2, 3], [2, 3, 2]))
    {
        Malformed =
        [
            Refused<ShapeMismatchException>(new ArrayFunctions.MatMul(), ["MatMul", "[2, 3]", "[2, 2]", "3 and 2"], [2, 3], [2, 2]),
            Refused<ShapeMismatchException>(new ArrayFunctions.MatMul(), ["MatMul", "[3]", "[2]"], [3], [2]),
            Refused<ShapeMismatchException>(new ArrayFunctions.MatMul(), ["MatMul", "[2, 3, 3]", "[2, 3]"], [2, 3, 3], [2, 3]),
            Refused<ShapeMismatchException>(new ArrayFunctions.MatMul(), ["MatMul", "left is [2, 2, 2]", "right is [3, 2, 2]"], [2, 2, 2], [3, 2, 2]),
            Refused<ShapeMismatchException>(new ArrayFunctions.MatMul(), ["MatMul", "[]", "[3]"], [], [3]),
        ],
    };

    private static ArrayCall Product(int[] shape, int[] a, int[] b) =>
        new(new ArrayFunctions.MatMul(), x => Times(x[0], x[1], shape), [[a, b]]) { Reads = [0, 1], Low = -1.75, High = 1.5 };

    // Vectors as matrices, the axes in front by the rule of broadcasting, the sum by a loop.
    private static Grid Times(Grid a, Grid b, int[] shape)
    {
        Grid left = a.Rank == 1 ? a with { Shape = [1, a.Shape[0]] } : a, right = b.Rank == 1 ? b with { Shape = [b.Shape[0], 1] } : b;
        int[] batch = shape[..(shape.Length - (a.Rank > 1 ? 1 : 0) - (b.Rank > 1 ? 1 : 0))];
        Grid allLeft = left.Expand([.. batch, .. left.Shape[^2..]]), allRight = right.Expand([.. batch, .. right.Shape[^2..]]);
        Grid product = Grid.Of([.. batch, left.Shape[^2], right.Shape[^1]], Element);
        return product with { Shape = shape };

        double Element(int[] index)
        {
            double sum = 0;
            for (int k = 0; k < left.Shape[^1]; k++) { sum += allLeft[[.. index[..^1], k]] * allRight[[.. index[..^2], k, index[^1]]]; }
            return sum;
        }
    }
}
