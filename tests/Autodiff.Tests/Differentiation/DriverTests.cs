using System.Numerics;
using Xunit;
using static Autodiff.Scalar;

namespace Autodiff.Tests.Differentiation;

public sealed class DriverTests
{
    private static readonly double[] Point = [-1.2, 1.0, 0.7];

    private static T Worked<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        T a = T.Exp(x);
        T c = a + (a * a);
        return T.Exp(c) + T.Sin(c);
    }

    private static T Rosenbrock<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        for (int i = 0; i + 1 < x.Length; i++)
        {
            T bend = x[i + 1] - (x[i] * x[i]), rest = T.One - x[i];
            sum += (T.CreateChecked(100) * bend * bend) + (rest * rest);
        }
        return sum;
    }

    private static void Spherical<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : IFloatingPointIeee754<T>
    {
        y[0] = x[0] * T.Sin(x[1]) * T.Cos(x[2]);
        y[1] = x[0] * T.Sin(x[1]) * T.Sin(x[2]);
        y[2] = x[0] * T.Cos(x[1]);
        y[3] = T.One;
    }

    private static double[] RosenbrockGradient(double[] x)
    {
        double[] gradient = new double[x.Length];
        for (int i = 0; i + 1 < x.Length; i++)
        {
            double bend = x[i + 1] - (x[i] * x[i]);
            gradient[i] += (-400 * x[i] * bend) - (2 * (1 - x[i]));
            gradient[i + 1] += 200 * bend;
        }
        return gradient;
    }

    private static double[,] SphericalJacobian(double[] x)
    {
        (double sinT, double cosT) = Math.SinCos(x[1]);
        (double sinP, double cosP) = Math.SinCos(x[2]);
        return new[,]
        {
            { sinT * cosP, x[0] * cosT * cosP, -x[0] * sinT * sinP },
            { sinT * sinP, x[0] * cosT * sinP, x[0] * sinT * cosP },
            { cosT, -x[0] * sinT, 0 },
            { 0, 0, 0 },
        };
    }

    private static void Close(IEnumerable<double> expected, IEnumerable<double> actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12 * Math.Max(1, Math.Abs(pair.First))));

    [Fact]
    public void Generic_code_binds_as_a_method_group_in_both_modes()
    {
        double c = Math.Exp(0.25) + Math.Exp(0.5);
        double expected = (Math.Exp(c) + Math.Cos(c)) * (Math.Exp(0.25) + (2 * Math.Exp(0.5)));
        Assert.Equal(expected, Autograd.Derivative(Worked, 0.25), 1e-13 * expected);
        Assert.Equal(expected, Worked(Dual.Seed(0.25)).Tangent, 1e-13 * expected);
        Assert.Equal((float)expected, Autograd.Derivative(Worked, 0.25f), 1e-4f * (float)expected);
    }

    [Fact]
    public void Gradient_and_value_are_those_of_the_formula()
    {
        (double value, double[] gradient) = Autograd.ValueAndGradient<double>(Rosenbrock, Point);
        Assert.Equal(Rosenbrock<double>(Point), value);
        Close(RosenbrockGradient(Point), gradient);
        Assert.Equal(gradient, Autograd.Gradient<double>(Rosenbrock, Point));
    }

    [Fact]
    public void Jacobian_is_that_of_the_formula_and_its_products_agree()
    {
        double[] at = [2, 0.5, 0.3], v = [0.2, -0.7, 1.1], u = [1.5, -0.25, 2, 100];
        double[,] expected = SphericalJacobian(at);
        double[,] jacobian = Autograd.Jacobian<double>(Spherical, at, outputs: 4);
        Close(expected.Cast<double>(), jacobian.Cast<double>());
        double[] jv = Autograd.JacobianVectorProduct<double>(Spherical, at, v, outputs: 4);
        Close(Enumerable.Range(0, 4).Select(i => Enumerable.Range(0, 3).Sum(j => expected[i, j] * v[j])), jv);
        double[] uj = Autograd.VectorJacobianProduct<double>(Spherical, at, u);
        Close(Enumerable.Range(0, 3).Select(j => Enumerable.Range(0, 4).Sum(i => expected[i, j] * u[i])), uj);
    }

    [Fact]
    public void Hessian_is_that_of_the_formula_and_symmetric()
    {
        double[,] h = Autograd.Hessian<double>(Rosenbrock, Point);
        double x = Point[0], y = Point[1], z = Point[2];
        double[,] expected =
        {
            { (1200 * x * x) - (400 * y) + 2, -400 * x, 0 },
            { -400 * x, 200 + (1200 * y * y) - (400 * z) + 2, -400 * y },
            { 0, -400 * y, 200 },
        };
        Close(expected.Cast<double>(), h.Cast<double>());
        double[] v = [1, 2, 3];
        Close(
            Enumerable.Range(0, 3).Select(i => Enumerable.Range(0, 3).Sum(j => expected[i, j] * v[j])),
            Autograd.HessianVectorProduct<double>(Rosenbrock, Point, v));
    }

    [Fact]
    public void Nesting_the_driver_gives_higher_derivatives()
    {
        Assert.Equal(-Math.Sin(0.7), Autograd.Derivative(x => Autograd.Derivative(Sin, x), 0.7), 1e-15);
        double fifth = Autograd.Derivative(
            a => Autograd.Derivative(b => Autograd.Derivative(c => Autograd.Derivative(d => Autograd.Derivative(e => e * e * e * e * e, d), c), b), a), 1.5);
        Assert.Equal(120, fifth, 1e-10);
    }

    [Fact]
    public void Nested_types_give_the_same_second_derivative_in_every_order()
    {
        double x = 0.25, a = Math.Exp(x), c = a + (a * a), first = a + (2 * a * a), second = a + (4 * a * a);
        double expected = ((Math.Exp(c) - Math.Sin(c)) * first * first) + ((Math.Exp(c) + Math.Cos(c)) * second);
        double tolerance = 1e-13 * expected;
        Assert.Equal(expected, Worked(new Dual<Dual<double>>(Dual.Seed(x), 1.0)).Tangent.Tangent, tolerance);
        Assert.Equal(expected, Autograd.Derivative(Worked, Dual.Seed(x)).Tangent, tolerance);
        Assert.Equal(expected, Autograd.Derivative(y => Worked(new Dual<Scalar<double>>(y, 1.0)).Tangent, x), tolerance);
        Assert.Equal(expected, Autograd.Derivative(y => Autograd.Derivative(Worked, y), x), tolerance);
    }

    [Fact]
    public void The_second_derivative_of_half_the_square_of_tanh_at_0_survives_the_strong_zero()
    {
        static T Half<T>(T x)
            where T : IFloatingPointIeee754<T>
        {
            T y = T.Tanh(x);
            return y * y / T.CreateChecked(2);
        }

        Assert.Equal(1, Autograd.Derivative(Half, Dual.Seed(0.0)).Tangent, 1e-15);
        Assert.Equal(1, Autograd.Derivative(y => Autograd.Derivative(Half, y), 0.0), 1e-15);
        Assert.Equal(1, Half(new Dual<Dual<double>>(Dual.Seed(0.0), 1.0)).Tangent.Tangent, 1e-15);
    }

    [Fact]
    public void A_function_that_ignores_its_argument_has_derivative_0()
    {
        Assert.Equal(0, Autograd.Derivative(_ => 3.0, 1.0));
        Assert.Equal([0, 0], Autograd.Gradient<double>(_ => 3.0, [1, 2]));
        Assert.Equal([0, 1], Autograd.Gradient<double>(x => x[1], [1, 2]));
        Assert.Equal([], Autograd.Gradient<double>(_ => 3.0, []));
    }

    [Fact]
    public void Wrong_lengths_are_errors_that_name_both()
    {
        double[] three = new double[3], two = new double[2];
        Names(Assert.Throws<ArgumentException>(() => Autograd.Gradient<double>(Rosenbrock, Point, two)), "2", "3");
        Names(Assert.Throws<ArgumentException>(() => Autograd.HessianVectorProduct<double>(Rosenbrock, Point, two)), "2", "3");
        Names(Assert.Throws<ArgumentException>(() => Autograd.HessianVectorProduct<double>(Rosenbrock, Point, three, two)), "2", "3");
        Names(Assert.Throws<ArgumentException>(() => Autograd.JacobianVectorProduct<double>(Spherical, Point, two, 4)), "2", "3");
        Names(Assert.Throws<ArgumentException>(() => Autograd.VectorJacobianProduct<double>(Spherical, Point, two, two)), "2", "3");
        Names(Assert.Throws<ArgumentException>(() => Autograd.Jacobian<double>(Spherical, Point, 4, three)), "3", "4 x 3");
        Names(Assert.Throws<ArgumentException>(() => Autograd.Hessian<double>(Rosenbrock, Point, three)), "3", "3 x 3");
        Assert.Throws<ArgumentOutOfRangeException>(() => Autograd.Jacobian<double>(Spherical, Point, -1));
        Assert.Throws<ArgumentNullException>(() => Autograd.Gradient<double>(null!, Point));
        Close(RosenbrockGradient(Point), Autograd.Gradient<double>(Rosenbrock, Point));

        static void Names(Exception error, params string[] words) =>
            Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void An_exception_in_the_function_leaves_the_driver_as_it_was()
    {
        double[] before = Autograd.Gradient<double>(Rosenbrock, Point);
        for (int i = 0; i < 100; i++)
        {
            Assert.Throws<FormatException>(() => Autograd.Gradient<double>(x => x[0] > 0 ? x[0] : throw new FormatException(), Point));
            Assert.Throws<IndexOutOfRangeException>(() => Autograd.Jacobian<double>(Spherical, Point, 2));
        }
        Assert.Equal(before, Autograd.Gradient<double>(Rosenbrock, Point));
        Assert.False(Autograd.IsRecording);
    }

    [Fact]
    public void Backward_inside_a_differentiated_function_is_an_error_that_says_what_to_do()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Autograd.Derivative(
            x =>
            {
                var y = x * x;
                y.Backward();
                return y;
            },
            3.0));
        Assert.Contains("Return the number", error.Message, StringComparison.Ordinal);
        Assert.Equal(6, Autograd.Derivative(x => x * x, 3.0));
    }

    [Fact]
    public void Nine_nested_numbers_compute_with_constants()
    {
        static T F<T>(T x)
            where T : IFloatingPointIeee754<T> =>
            (T.One + T.CreateChecked(2)) * x * x;

        Dual<Dual<Dual<Dual<double>>>> inner = new(new(new(Dual.Seed(2.0), 0.0), default), default);
        Dual<Dual<Dual<Dual<Dual<Dual<Dual<Dual<double>>>>>>>> x = new(new(new(new(inner, default), default), default), default);
        var deep = Autograd.Derivative(F, x);
        Assert.Equal(12, deep.Value.Value.Value.Value.Value.Value.Value.Value);
        Assert.Equal(6, deep.Value.Value.Value.Value.Value.Value.Value.Tangent);
    }

    [Fact]
    public void Drivers_inside_a_recording_leave_it_alone()
    {
        using (Autograd.Record())
        {
            var x = Independent(3.0);
            var y = x * x;
            Close(RosenbrockGradient(Point), Autograd.Gradient<double>(Rosenbrock, Point));
            double inner = Autograd.Derivative(
                z =>
                {
                    using (Autograd.Record())
                    {
                        var w = Independent(z.Value);
                        (w * w * w).Backward();
                        return z * w.Gradient;
                    }
                },
                2.0);
            Assert.Equal(12, inner);
            Assert.True(Autograd.IsRecording);
            (y * x).Backward();
            Assert.Equal(27, x.Gradient);
        }
    }

    [Fact]
    public void A_number_of_an_outer_recording_inside_a_differentiated_function_is_an_error_that_says_what_to_do()
    {
        using (Autograd.Record())
        {
            var outer = Independent(3.0);
            var error = Assert.Throws<InvalidOperationException>(() => Autograd.Derivative(y => y * outer, 2.0));
            Assert.Contains("Value", error.Message, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => Autograd.Derivative(_ => outer, 2.0));
            Assert.Equal(3, Autograd.Derivative(y => y * outer.Value, 2.0));
            (outer * outer).Backward();
            Assert.Equal(6, outer.Gradient);
        }
    }
}
