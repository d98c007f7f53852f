using Xunit;

namespace Autodiff.Tests.Ops;

/// <content>Rules over arrays: gradients of gradients.</content>
public sealed partial class OpTableTests
{
    [Theory]
    [MemberData(nameof(NamesWithRule))]
    public void Second_derivatives_over_arrays_are_those_of_numbers(string name)
    {
        OpRow row = OpTable.Row(name);
        double[][] points = [.. row.Points()];
        double[][,] hessians = [.. points.Select(point => Modes.ReverseOverReverse(row.Function, point))];
        SecondDerivativesEqual(row, points, hessians, 1e-11);
    }

    [Theory]
    [MemberData(nameof(NamesWithSpecials))]
    public void Second_derivatives_over_arrays_are_those_of_numbers_at_special_points_too(string name)
    {
        OpRow row = OpTable.Row(name);
        if (row.Rule is null) { return; }
        double[][] points = [.. row.Specials.Select(special => special.Point)];
        double[][,] hessians = [.. points.Select(point => Modes.ReverseOverReverse(row.Function, point))];
        SecondDerivativesEqual(row, points, hessians, 1e-11);
    }

    [Theory]
    [MemberData(nameof(NamesWithRule))]
    public void Third_derivatives_over_arrays_are_those_of_numbers(string name)
    {
        OpRow row = OpTable.Row(name);
        double[][] points = [.. row.Points()];
        Variable<double>[] x = Columns<double>(points);
        using (Autograd.Record())
        {
            Variable<double> third = row.Rule!.Apply<double>(x);
            for (int order = 1; order <= 3; order++) { third = Differentiated(third, x[0]); }
            double[] actual = third.ToArray();
            for (int k = 0; k < points.Length; k++) { Near(ThirdByFirst(row.Function, points[k]), actual[k], 1e-10, row, points[k]); }
        }
    }

    [Fact]
    public void A_gradient_that_is_zero_has_its_own_derivative()
    {
        // tanh(x)²/2 at 0: the adjoint of tanh is tanh(0) = 0, but the second derivative is 1.
        Variable<double> x = Variable.Zeros<double>(3).AttachGradient();
        using (Autograd.Record())
        {
            Variable<double> tanh = Variable.Tanh(x), y = Variable.Sum(tanh * tanh * 0.5);
            Variable<double> gradient = Autograd.Gradient(y, [x], createGraph: true)[0];
            Assert.Equal([0, 0, 0], gradient.ToArray());
            Assert.Equal([1, 1, 1], Autograd.Gradient(Variable.Sum(gradient), [x])[0].ToArray());
        }
    }

    private static void SecondDerivativesEqual(OpRow row, double[][] points, double[][,] hessians, double tolerance)
    {
        Variable<double>[] x = Columns<double>(points);
        using (Autograd.Record())
        {
            Variable<double> y = row.Rule!.Apply<double>(x);
            Variable<double>[] gradients = Autograd.Gradient([y], x, [Variable.Ones<double>(points.Length)], createGraph: true);
            for (int i = 0; i < row.Arity; i++)
            {
                for (int j = 0; j < row.Arity; j++)
                {
                    double[] second = Differentiated(gradients[i], x[j]).ToArray();
                    for (int k = 0; k < points.Length; k++) { Near(hessians[k][i, j], second[k], tolerance, row, points[k]); }
                }
            }
        }
    }

    // Element by element: the derivative of the sum of all. What does not depend on x has the derivative 0.
    private static Variable<double> Differentiated(Variable<double> y, Variable<double> x)
    {
        Variable<double> ones = Variable.Ones<double>(y.Shape.Lengths);
        return Reference.Arrays.ArrayRunner.IsTracked(y)
            ? Autograd.Gradient([y], [x], [ones], createGraph: true)[0]
            : Variable.Zeros<double>(x.Shape.Lengths);
    }

    private static double ThirdByFirst(IFunction function, double[] x)
    {
        Dual<Dual<Dual<double>>>[] numbers = [.. x.Select(number => (Dual<Dual<double>>)(Dual<double>)number)];
        numbers[0] = Dual.Seed(Dual.Seed(Dual.Seed(x[0])));
        return function.Of<Dual<Dual<Dual<double>>>>(numbers).Tangent.Tangent.Tangent;
    }
}
