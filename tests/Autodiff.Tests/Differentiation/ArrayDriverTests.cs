using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests.Differentiation;

/// <summary>Derivatives of functions of arrays.</summary>
public sealed class ArrayDriverTests
{
    private static readonly double[] Point = [0.5, -0.3, 1.2];

    private readonly Variable<double> x = Create<double>(Point, 3);

    // f(x) = sin(x₀ x₁) + x₁ x₂², and its derivatives by hand.
    private static Variable<double> F(Variable<double> x) => Sin(x[0] * x[1]) + (x[1] * Square(x[2]));

    private static double[] GradientOfF(double[] p)
    {
        double c = Math.Cos(p[0] * p[1]);
        return [p[1] * c, (p[0] * c) + (p[2] * p[2]), 2 * p[1] * p[2]];
    }

    private static double[] HessianOfF(double[] p)
    {
        double c = Math.Cos(p[0] * p[1]), s = Math.Sin(p[0] * p[1]), mixed = c - (p[0] * p[1] * s);
        return [-p[1] * p[1] * s, mixed, 0, mixed, -p[0] * p[0] * s, 2 * p[2], 0, 2 * p[2], 2 * p[1]];
    }

    [Fact]
    public void Gradient_and_value_are_those_of_the_formula()
    {
        (Variable<double> value, Variable<double> gradient) = Autograd.ValueAndGradient(F, x);
        Close([Math.Sin(Point[0] * Point[1]) + (Point[1] * Point[2] * Point[2])], value);
        Close(GradientOfF(Point), gradient);
        Assert.Equal(x.Shape, gradient.Shape);
        Close(GradientOfF(Point), Autograd.Gradient(F, x));
    }

    [Fact]
    public void Hessian_and_its_product_are_those_of_the_formula()
    {
        double[] hessian = HessianOfF(Point);
        Variable<double> computed = Autograd.Hessian(F, x);
        Assert.Equal(Shape.Of(3, 3), computed.Shape);
        Close(hessian, computed);
        double[] v = [1, -2, 0.5];
        double[] product = [.. Enumerable.Range(0, 3).Select(i => Enumerable.Range(0, 3).Sum(j => hessian[(3 * i) + j] * v[j]))];
        Close(product, Autograd.HessianVectorProduct(F, x, Create<double>(v, 3)));
    }

    [Fact]
    public void Jacobian_and_its_products_agree_for_a_function_with_axes()
    {
        Variable<double> a = Create<double>([1, 2, 3, 4, 5, 6], 2, 3), u = Create<double>([0.5, -1, 2, 0.25], 2, 2), v = Create<double>([1, -1, 2], 3);
        Variable<double> G(Variable<double> z) => MatMul(a * Exp(z), Create<double>([1, 0, 1, 1, 0, 1], 3, 2));
        double[] jacobian = Autograd.Jacobian(G, x).ToArray();
        Assert.Equal(Shape.Of(2, 2, 3), Autograd.Jacobian(G, x).Shape);
        double[] byColumn = new double[4], byRow = new double[3];
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                byColumn[i] += jacobian[(3 * i) + j] * v.ToArray()[j];
                byRow[j] += u.ToArray()[i] * jacobian[(3 * i) + j];
            }
        }
        Close(byColumn, Autograd.JacobianVectorProduct(G, x, v));
        Close(byRow, Autograd.VectorJacobianProduct(G, x, u));
        Close([Math.Exp(0.5), 2 * Math.Exp(-0.3), 0, 0, 2 * Math.Exp(-0.3), 3 * Math.Exp(1.2)], Create<double>(jacobian.AsSpan(0, 6).ToArray(), 6), 1e-12);
    }

    [Fact]
    public void Drivers_nest_and_see_what_the_outer_function_depends_on()
    {
        // d/dx Σ d/dy (x² y³) at y = 2: the inner derivative is 3 x² y², the outer 6 x y².
        Variable<double> two = Full([3], 2.0);
        Variable<double> Inner(Variable<double> at) => Sum(Autograd.Gradient(y => Sum(at * at * y * y * y), two));
        Close([.. Point.Select(p => 6 * p * 4)], Autograd.Gradient(Inner, x));
    }

    [Fact]
    public void A_nested_driver_takes_the_point_for_itself_and_the_rest_as_given()
    {
        // d/dx [d/dy (x y) at y = x] = d/dx x = 1, not 2.
        Close([1, 1, 1], Autograd.Gradient(at => Sum(Autograd.Gradient(y => Sum(at * y), at)), x));
    }

    [Fact]
    public void Third_derivatives_come_from_nesting()
    {
        Variable<double> Sums(Func<Variable<double>, Variable<double>> f, Variable<double> at) => Sum(Autograd.Gradient(f, at));
        Variable<double> third = Autograd.Gradient(a => Sums(b => Sums(c => Sum(Sin(c)), b), a), x);
        Close([.. Point.Select(p => -Math.Cos(p))], third);
    }

    [Fact]
    public void A_result_that_does_not_depend_on_the_point_has_derivative_zero()
    {
        Close([0, 0, 0], Autograd.Gradient(_ => Variable.Ones<double>(), x));
        Close(new double[9], Autograd.Hessian(z => Sum(z), x));
        Close(new double[6], Autograd.Jacobian(_ => Variable.Ones<double>(2), x));
    }

    [Fact]
    public void Drivers_work_inside_a_recording_and_record_themselves()
    {
        Variable<double> w = Create<double>([1, 2, 3], 3).AttachGradient();
        using (Autograd.Record()) { Sum(Autograd.Gradient(z => Sum(Sin(z) * w), x)).Backward(); }
        Close([.. Point.Select(Math.Cos)], w.Gradient);
    }

    [Fact]
    public void Attached_gradients_and_an_open_recording_are_left_alone()
    {
        Variable<double> w = Create<double>([1, 2, 3], 3).AttachGradient();
        Variable<double> y;
        using (Autograd.Record())
        {
            y = Sum(w * w);
            using (Autograd.Pause()) { Close(w.ToArray(), Autograd.Gradient(z => Sum(z * w), x)); }
        }
        y.Backward();
        Close([2, 4, 6], w.Gradient);
    }

    [Fact]
    public void A_function_may_record_scopes_of_its_own() =>
        Close(GradientOfF(Point), Autograd.Gradient(
            z =>
            {
                using (Autograd.Record()) { return F(z); }
            },
            x));

    [Fact]
    public void Malformed_calls_are_refused_and_leave_nothing_behind()
    {
        Assert.Throws<InvalidOperationException>(() => Autograd.Gradient(z => z * z, x));
        Assert.Throws<ShapeMismatchException>(() => Autograd.HessianVectorProduct(F, x, Ones<double>(2)));
        Assert.Throws<ShapeMismatchException>(() => Autograd.JacobianVectorProduct(z => z, x, Ones<double>(2)));
        Assert.Throws<ShapeMismatchException>(() => Autograd.VectorJacobianProduct(z => z, x, Ones<double>(2)));
        Assert.Throws<FormatException>(() => Autograd.Gradient(Failing, x));
        Assert.Throws<ArgumentNullException>(() => Autograd.Gradient((Func<Variable<double>, Variable<double>>)null!, x));
        Assert.False(Autograd.IsRecording);
        Close(GradientOfF(Point), Autograd.Gradient(F, x));

        static Variable<double> Failing(Variable<double> z) => throw new FormatException();
    }

    [Fact]
    public void Points_may_be_views_and_floats()
    {
        Variable<double> columns = Create<double>([0.5, 9, -0.3, 9, 1.2, 9], 3, 2);
        Close(GradientOfF(Point), Autograd.Gradient(F, columns.Transpose()[0]));
        float[] single = Autograd.Gradient(z => Sum(Square(z)), Create<float>([1, 2], 2)).ToArray();
        Assert.Equal([2f, 4f], single);
    }

    private static void Close(double[] expected, Variable<double> actual, double tolerance = 1e-14)
    {
        double[] elements = actual.ToArray();
        Assert.Equal(expected.Length, elements.Length);
        for (int i = 0; i < expected.Length; i++) { Assert.Equal(expected[i], elements[i], tolerance * Math.Max(1, Math.Abs(expected[i]))); }
    }
}
