namespace Autodiff.Tests.Ops;

/// <summary>References of functions of matrices, by plain loops, and matrices to try them on.</summary>
internal static class Matrices
{
    private const double Grain = 256;

    /// <summary>Matrices far from singular: elements up to 1/2, and from 2 to 3 on the diagonal. Always the same ones.</summary>
    public static Grid Regular(params int[] shape)
    {
        Random random = new(shape.Sum());
        return Grid.Of(shape, index => Math.Round((random.NextDouble() - 0.5) * Grain) / Grain + (index[^1] == index[^2] ? 2.5 : 0));
    }

    /// <summary>The same with some other sign of the determinant.</summary>
    public static Grid WithRowsExchanged(Grid x)
    {
        int last = x.Shape[^2] - 1;
        return Grid.Of(x.Shape, index => x[[.. index[..^2], index[^2] == 0 ? last : index[^2] == last ? 0 : index[^2], index[^1]]]);
    }

    /// <summary>Something else made of each matrix.</summary>
    public static Grid Each(Grid x, int[] shape, Func<double[,], int[], double> element)
    {
        int batchAxes = x.Rank - 2;
        return Grid.Of([.. x.Shape[..batchAxes], .. shape], index => element(At(x, index[..batchAxes]), index[batchAxes..]));
    }

    /// <summary>One of the matrices, those before it repeated by broadcasting.</summary>
    public static double[,] At(Grid x, int[] batch)
    {
        int axes = x.Rank - 2;
        int[] place = [.. batch[(batch.Length - axes)..].Select((i, axis) => x.Shape[axis] == 1 ? 0 : i)];
        double[,] matrix = new double[x.Shape[^2], x.Shape[^1]];
        foreach (int[] at in Grid.Indices(x.Shape[^2..])) { matrix[at[0], at[1]] = x[[.. place, .. at]]; }
        return matrix;
    }

    /// <summary>By the first row, recursively.</summary>
    public static double Determinant(double[,] a)
    {
        int n = a.GetLength(0);
        return n == 0 ? 1 : Enumerable.Range(0, n).Sum(j => (j % 2 == 0 ? 1 : -1) * a[0, j] * Determinant(Without(a, 0, j)));
    }

    /// <summary>The determinant without a row and a column, with its sign.</summary>
    public static double Cofactor(double[,] a, int i, int j) => ((i + j) % 2 == 0 ? 1 : -1) * Determinant(Without(a, i, j));

    public static double Inverse(double[,] a, int i, int j) => Cofactor(a, j, i) / Determinant(a);

    public static double[,] Product(double[,] a, double[,] b)
    {
        double[,] product = new double[a.GetLength(0), b.GetLength(1)];
        foreach (int[] at in Grid.Indices([a.GetLength(0), b.GetLength(1)]))
        {
            for (int k = 0; k < a.GetLength(1); k++) { product[at[0], at[1]] += a[at[0], k] * b[k, at[1]]; }
        }
        return product;
    }

    public static double[,] Of(int rows, int columns, Func<int, int, double> element)
    {
        double[,] matrix = new double[rows, columns];
        foreach (int[] at in Grid.Indices([rows, columns])) { matrix[at[0], at[1]] = element(at[0], at[1]); }
        return matrix;
    }

    /// <summary>Column by column.</summary>
    public static double[,] Cholesky(double[,] a)
    {
        int n = a.GetLength(0);
        double[,] l = new double[n, n];
        for (int j = 0; j < n; j++)
        {
            for (int i = j; i < n; i++)
            {
                double left = (a[i, j] + a[j, i]) / 2;
                for (int k = 0; k < j; k++) { left -= l[i, k] * l[j, k]; }
                l[i, j] = i == j ? Math.Sqrt(left) : left / l[j, j];
            }
        }
        return l;
    }

    private static double[,] Without(double[,] a, int row, int column) =>
        Of(a.GetLength(0) - 1, a.GetLength(1) - 1, (i, j) => a[i < row ? i : i + 1, j < column ? j : j + 1]);
}
