using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests.Ops.LinearAlgebra;

/// <summary>Determinants along a line, det(A + tH): polynomials in t, whose derivatives of all orders are known.</summary>
public sealed class DeterminantTests
{
    private static Grid Direction => new([4, 4], [0.5, -1, 0.25, 1, 2, 0.75, -0.5, 0, -1, 1, 0.5, 0.25, 0, -0.25, 1, -0.75]);

    [Fact]
    public void Beyond_the_third_order_derivatives_of_a_regular_matrix_go_on()
    {
        double[] derivatives = AlongLine(Matrices.Regular(4, 4), 5);
        double ofDirection = Matrices.Determinant(Matrices.At(Direction, []));
        Assert.Equal(24 * ofDirection, derivatives[4], 1e-9);
        Assert.Equal(0, derivatives[5], 1e-8);
    }

    [Fact]
    public void A_singular_matrix_has_derivatives_to_the_third_order()
    {
        // Of rank 1, so that the first derivative of the determinant to be other than 0 is the third.
        Grid a = Grid.Of([4, 4], index => (index[0] + 1) * (index[1] - 1.5));
        double[] expected = Differences(a), derivatives = AlongLine(a, 3);
        for (int order = 0; order <= 3; order++) { Assert.Equal(expected[order], derivatives[order], 1e-9); }
        Assert.True(Math.Abs(derivatives[3]) > 1);
    }

    [Fact]
    public void The_fourth_derivative_of_a_singular_matrix_is_refused_and_says_so()
    {
        var error = Assert.Throws<ArgumentException>(() => AlongLine(Grid.Full([4, 4], 0), 4));
        Assert.Contains("singular", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cofactors_near_a_singular_matrix_keep_their_digits()
    {
        // det A = 1e-13, and the inverse has a condition of 1e14.
        Variable<double> x = Create<double>([1, 2, 3, 2, 4, 6 + 1e-13, 0.5, -1, 1], 3, 3).AttachGradient();
        using (Autograd.Record()) { Determinant(x).Backward(); }
        double[] expected = [10, 1, -4, -5, -0.5, 2, 0, 0, 0];
        double[] actual = x.Gradient.ToArray();
        for (int i = 0; i < 9; i++) { Assert.Equal(expected[i], actual[i], 2e-12); }
    }

    [Theory]
    [InlineData(1e-200)]
    [InlineData(1e200)]
    public void Cofactors_are_right_where_the_determinant_vanishes_or_overflows(double scale)
    {
        Variable<double> x = Create<double>([2 * scale, scale, 0, 3 * scale], 2, 2).AttachGradient();
        using (Autograd.Record()) { Determinant(x).Backward(); }
        Assert.Equal([3, 0, -1, 2], x.Gradient.ToArray(), (a, b) => Math.Abs(a - (b / scale)) < 1e-15);
    }

    [Fact]
    public void The_logarithm_of_a_determinant_that_overflows_is_finite()
    {
        var x = Identity<float>(100) * 1e10f;
        Assert.Equal(float.PositiveInfinity, Determinant(x).Value);
        Assert.Equal(1000 * MathF.Log(10), LogDeterminant(x).Value, 1e-2f);
        (Variable<float> sign, Variable<float> logarithm) = SignLogDeterminant(-x[..99, ..99]);
        Assert.Equal((-1, 990 * MathF.Log(10)), (sign.Value, logarithm.Value), (a, b) => a.Item1 == b.Item1 && MathF.Abs(a.Item2 - b.Item2) < 1e-2f);
    }

    // The value and the derivatives by t at 0.
    private static double[] AlongLine(Grid a, int orders)
    {
        Variable<double> t = Create<double>([0]).AttachGradient();
        double[] derivatives = new double[orders + 1];
        using (Autograd.Record())
        {
            Variable<double> y = Determinant(a.ToVariable<double>() + (t * Direction.ToVariable<double>()));
            for (int order = 0; order <= orders; order++)
            {
                derivatives[order] = y.Value;
                if (order < orders) { y = Autograd.Gradient(Sum(y) + (0.0 * Sum(t)), [t], createGraph: true)[0]; }
            }
        }
        return derivatives;
    }

    // Of a polynomial of fourth degree, from its values at -2, ..., 2: exact but for rounding.
    private static double[] Differences(Grid a)
    {
        double[] f = [.. Enumerable.Range(-2, 5).Select(t => Matrices.Determinant(Matrices.At(a.Zip(Direction, (x, h) => x + (t * h)), [])))];
        return
        [
            f[2],
            (f[0] - (8 * f[1]) + (8 * f[3]) - f[4]) / 12,
            (-f[0] + (16 * f[1]) - (30 * f[2]) + (16 * f[3]) - f[4]) / 12,
            (-f[0] + (2 * f[1]) - (2 * f[3]) + f[4]) / 2,
        ];
    }
}
