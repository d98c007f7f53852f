using Xunit;

namespace GradBench.Tests.Evals;

public sealed class DeterminantTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    public void Rows_times_cofactors_are_the_determinant_or_nothing(int size)
    {
        double[] matrix = Instance.Uniform(new(size), size * size, -1, 1);
        var input = new { A = matrix, ell = size };
        double determinant = Tool.Number("det", "primal", input);
        double[] cofactors = Tool.Numbers("det", "gradient", input);
        Assert.NotEqual(0, determinant);
        for (int i = 0; i < size; i++)
        {
            for (int k = 0; k < size; k++)
            {
                double product = 0;
                for (int j = 0; j < size; j++) { product += matrix[(i * size) + j] * cofactors[(k * size) + j]; }
                Near.Equal(i == k ? determinant : 0, product);
            }
        }
    }

    [Fact]
    public void The_determinant_of_a_triangle_is_the_product_of_its_diagonal() =>
        Near.Equal(-30, Tool.Number("det", "primal", new { A = new double[] { 2, 7, 8, 0, 3, 9, 0, 0, -5 }, ell = 3 }));
}
