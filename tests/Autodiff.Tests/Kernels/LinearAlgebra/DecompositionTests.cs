using System.Numerics;
using Autodiff.Kernels;
using Xunit;

namespace Autodiff.Tests.Kernels.LinearAlgebra;

/// <summary>Decompositions give back their matrix, at sizes below, at and above those of their blocks.</summary>
public sealed class DecompositionTests
{
    public static TheoryData<int> Orders => [1, 2, 3, 15, 16, 31, 32, 33, 63, 64, 65, 100, 131];

    [Theory]
    [MemberData(nameof(Orders))]
    public void Solutions_solve_their_equations(int n)
    {
        Solutions<double>(n, 1e-12);
        Solutions<float>(n, 1e-3);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void An_inverse_times_its_matrix_is_the_identity(int n)
    {
        Elements<double> a = Random<double>(n, n, n), inverse = Empty<double>(n, n);
        Assert.Null(MatrixEquations.Invert(a, inverse.Span));
        Near(Identity(n), Product(a, inverse, n), 1e-10);
        Near(Identity(n), Product(inverse, a, n), 1e-10);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Triangular_equations_are_solved_by_their_triangle_alone(int n)
    {
        foreach ((bool isUpper, bool isUnit) in new[] { (false, false), (false, true), (true, false), (true, true) })
        {
            Elements<double> a = Random<double>(n, n, n), t = Empty<double>(n, n), b = Random<double>(n, 3, 2), x = Empty<double>(n, 3);

            // Small beside the diagonal, else the solutions grow without bound.
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    bool counts = i != j && i < j == isUpper;
                    a.Span[(i * n) + j] = i == j ? (isUnit ? double.NaN : 2 + a.Span[(i * n) + j]) : counts ? a.Span[(i * n) + j] / n : double.NaN;
                    t.Span[(i * n) + j] = i == j && isUnit ? 1 : i == j || counts ? a.Span[(i * n) + j] : 0;
                }
            }
            Assert.Null(MatrixEquations.SolveTriangular(a, b, x, isUpper, isUnit));
            Near(b.Span.ToArray(), Product(t, x, n), 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void A_Cholesky_factor_times_its_transpose_is_the_matrix(int n)
    {
        Elements<double> m = Random<double>(n, n, n), transposed = new(m.Memory, 0, Layout.Of(Shape.Of(n, n), [1, n])), factor = Empty<double>(n, n);
        Elements<double> gram = Elements(Product(m, transposed, n), n);
        for (int i = 0; i < n; i++) { gram.Span[(i * n) + i] += 1; }
        Assert.Null(MatrixEquations.Cholesky(gram, factor.Span));
        Near(gram.Span.ToArray(), Product(factor, new(factor.Memory, 0, Layout.Of(Shape.Of(n, n), [1, n])), n), 1e-12 * n);
        for (int i = 0; i < n; i++) { Assert.True(factor.Span[((i * n) + i + 1)..((i + 1) * n)].IndexOfAnyExcept(0) < 0); }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Cofactors_of_a_matrix_of_one_rank_less_are_found(int n)
    {
        // The cofactors of A are then a multiple of the outer product of what A sends to 0 from the left and from the right.
        Elements<double> a = Random<double>(n, n, n), cofactors = Empty<double>(n, n);
        Span<double> last = a.Span[((n - 1) * n)..];
        last.Clear();
        for (int i = 0; i < n - 1; i++)
        {
            for (int j = 0; j < n; j++) { last[j] += a.Span[(i * n) + j]; }
        }
        DeterminantDerivatives.First(a, cofactors.Span);
        double size = cofactors.Span.ToArray().Max(Math.Abs);
        Assert.True(size > 0);

        // A cof(A)ᵀ = det(A) I = 0, and the rows are as the sum of the first ones less the last.
        Near(new double[n * n], [.. Product(a, new(cofactors.Memory, 0, Layout.Of(Shape.Of(n, n), [1, n])), n).Select(x => x / size)], 1e-10);
        for (int i = 0; i < n - 1; i++)
        {
            for (int j = 0; j < n; j++) { Assert.Equal(-cofactors.Span[((n - 1) * n) + j] / size, cofactors.Span[(i * n) + j] / size, 1e-10); }
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(40)]
    [InlineData(100)]
    public void A_singular_matrix_is_named_with_the_row_that_has_no_pivot(int n)
    {
        Elements<double> a = Elements(Identity(n), n), y = Empty<double>(n, n);
        a.Span[(n * n) - 1] = 0;
        Assert.Equal(new Breakdown(0, n - 1), MatrixEquations.Invert(a, y.Span));
        Assert.Equal(new Breakdown(0, n - 1), MatrixEquations.SolveTriangular(a, a, y, isUpper: true, isUnit: false));
        Assert.Equal(new Breakdown(0, n - 1), MatrixEquations.Cholesky(a, y.Span));
        Assert.Null(MatrixEquations.SolveTriangular(a, a, y, isUpper: true, isUnit: true));
    }

    [Fact]
    public void NaN_comes_through()
    {
        for (int place = 0; place < 9; place++)
        {
            Elements<double> a = Random<double>(3, 3, 3), y = Empty<double>(3, 3);
            a.Span[place] = double.NaN;
            double[] determinant = new double[1];
            Determinants.Of(a, determinant);
            Assert.True(double.IsNaN(determinant[0]), $"element {place}");
            Assert.Null(MatrixEquations.Invert(a, y.Span));
            Assert.True(y.Span.ToArray().Any(double.IsNaN), $"element {place}");
            Assert.NotNull(MatrixEquations.Cholesky(a, y.Span));
        }
    }

    private static void Solutions<T>(int n, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (int columns in new[] { 1, 2, 17 })
        {
            Elements<T> a = Random<T>(n, n, n), b = Random<T>(n, columns, 7), x = Empty<T>(n, columns);
            Assert.Null(MatrixEquations.Solve(a, b, x, transposed: false));
            double size = 1 + x.Span.ToArray().Max(value => Math.Abs(double.CreateTruncating(value)));
            Near(Numbers(b), Product(a, x, n), tolerance * size);
            Assert.Null(MatrixEquations.Solve(a, b, x, transposed: true));
            size = 1 + x.Span.ToArray().Max(value => Math.Abs(double.CreateTruncating(value)));
            Near(Numbers(b), Product(new(a.Memory, 0, Layout.Of(Shape.Of(n, n), [1, n])), x, n), tolerance * size);
        }
    }

    private static Elements<T> Random<T>(int rows, int columns, int seed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(seed);
        return new([.. Enumerable.Range(0, rows * columns).Select(_ => T.CreateTruncating(random.NextDouble() - 0.5))], 0, Shape.Of(rows, columns).Dense);
    }

    private static Elements<T> Empty<T>(int rows, int columns)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(new T[rows * columns], 0, Shape.Of(rows, columns).Dense);

    private static Elements<double> Elements(double[] values, int columns) => new(values, 0, Shape.Of(values.Length / columns, columns).Dense);

    private static double[] Identity(int n) => [.. Enumerable.Range(0, n * n).Select(place => place / n == place % n ? 1.0 : 0.0)];

    private static double[] Numbers<T>(Elements<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] values = new T[x.Shape.ElementCount];
        StridedCopy.Gather(x, 0, values);
        return Array.ConvertAll(values, double.CreateTruncating);
    }

    private static double[] Product<T>(Elements<T> a, Elements<T> b, int inner)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] left = Numbers(a), right = Numbers(b), product = new double[a.Shape[0] * b.Shape[1]];
        int columns = b.Shape[1];
        for (int place = 0; place < product.Length; place++)
        {
            for (int k = 0; k < inner; k++) { product[place] += left[(place / columns * inner) + k] * right[(k * columns) + (place % columns)]; }
        }
        return product;
    }

    private static void Near(double[] expected, double[] actual, double tolerance)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance, $"element {i} is {actual[i]:R}, expected {expected[i]:R}");
        }
    }
}
