using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests.Ops.LinearAlgebra;

/// <summary>What the table cannot say of equations and matrices, because it needs other inputs than all ones.</summary>
public sealed class EquationTests
{
    private static Variable<double> Matrix => Create<double>([2, 1, 0, 4, 3, 0, 1, 5, -1], 3, 3);

    [Fact]
    public void A_triangle_with_a_zero_on_its_diagonal_is_refused_by_its_row()
    {
        Variable<double> a = Create<double>([1, 0, 0, 5, 0, 0, 1, 2, 3], 3, 3), b = Ones<double>(3);
        var error = Assert.Throws<ArgumentException>(() => SolveTriangular(a, b, upper: false));
        Assert.Contains("SolveTriangular", error.Message, StringComparison.Ordinal);
        Assert.Contains("row 1", error.Message, StringComparison.Ordinal);
        Assert.Equal([1, -4, 8], SolveTriangular(a, b, upper: false, unitDiagonal: true).ToArray());
    }

    [Fact]
    public void The_singular_one_of_several_matrices_is_named()
    {
        Variable<double> a = Stack(0, Matrix, Matrix, Zeros<double>(3, 3));
        foreach (Action act in new Action[] { () => Inverse(a), () => Solve(a, Ones<double>(3)), () => MatrixPower(a, -1) })
        {
            Assert.Contains("matrix 2 of [3, 3, 3]", Assert.Throws<ArgumentException>(act).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_refused_equation_leaves_the_recording_as_it_was()
    {
        Variable<double> x = Matrix.AttachGradient();
        double[] Swept(bool fails)
        {
            using (Autograd.Record())
            {
                Variable<double> y = Sum(Solve(x, Ones<double>(3)));
                if (fails) { Assert.Throws<ArgumentException>(() => Solve(x * 0.0, Ones<double>(3))); }
                y.Backward();
            }
            return x.Gradient.ToArray();
        }

        Assert.Equal(Swept(fails: false), Swept(fails: true));
    }

    [Fact]
    public void Only_the_symmetric_part_of_a_matrix_is_decomposed()
    {
        Variable<double> symmetric = Create<double>([4, 2, 2, 5], 2, 2), other = Create<double>([4, 3, 1, 5], 2, 2);
        Assert.Equal(Cholesky(symmetric).ToArray(), Cholesky(other).ToArray());
    }

    [Fact]
    public void The_greatest_and_the_least_power_are_reached()
    {
        Variable<double> turn = Create<double>([0, -1, 1, 0], 2, 2);
        Assert.Equal(MatrixPower(turn, 3).ToArray(), MatrixPower(turn, int.MaxValue).ToArray());
        Assert.Equal(Identity<double>(2).ToArray(), MatrixPower(turn, int.MinValue).ToArray());
    }

    [Fact]
    public void Equations_without_an_equation_are_refused() => Assert.Throws<ArgumentNullException>(() => Einsum(null!, Matrix));

    [Fact]
    public void Many_operands_are_contracted_without_large_arrays_between()
    {
        // From the left, or all at once, the outer product of the vectors would have 10^12 elements.
        Variable<double> v = Full([100], 0.01), w = Full([100], 0.5);
        Variable<double> result = Einsum("a,b,c,d,e,f,a,b,c,d,e,f->", v, v, v, v, v, v, w, w, w, w, w, w);
        Assert.Equal(Math.Pow(0.5, 6), result.Value, 1e-12);
    }

    [Fact]
    public void Steps_with_small_matrices_allocate_no_arrays()
    {
        Variable<double> x = Matrix.AttachGradient(), ones = Ones<double>(3);
        void Step()
        {
            using (Autograd.Record())
            {
                Variable<double> gram = MatMul(x, x.Transpose());
                Variable<double> y = Sum(Solve(x, ones)) + Determinant(x) + LogDeterminant(gram) + Sum(Inverse(x)) + Sum(Cholesky(gram));
                y.Backward();
            }
        }

        for (int i = 0; i < 200; i++) { Step(); }

        // A collection meanwhile may take arrays from the pool that are idle: so it is the least of some rounds.
        long least = long.MaxValue;
        for (int round = 0; round < 10; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 20; i++) { Step(); }
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        Assert.Equal(0, least);
    }
}
