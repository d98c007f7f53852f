namespace Autodiff.Differentiation;

/// <content>Gradients of gradients.</content>
internal sealed partial class ElementwiseChecks
{
    private void SecondDerivativesEqualNumbers(double[][] points)
    {
        double[][,] hessians = [.. points.Select(point => Modes.ReverseOverReverse(function, point))];
        Variable<double>[] x = Columns<double>(points);
        using (Autograd.Record())
        {
            Variable<double> y = rule.Apply<double>(x);
            Variable<double>[] gradients = Autograd.Gradient([y], x, [Variable.Ones<double>(points.Length)], createGraph: true);
            for (int i = 0; i < Arity; i++)
            {
                for (int j = 0; j < Arity; j++)
                {
                    double[] second = Differentiated(gradients[i], x[j]).ToArray();
                    for (int k = 0; k < points.Length; k++)
                    {
                        Mismatch.Unless(hessians[k][i, j], second[k], 1e-11, $"the second derivative by {i} and {j}", points[k]);
                    }
                }
            }
        }
    }

    private void ThirdDerivativesEqualNumbers()
    {
        Variable<double>[] x = Columns<double>(points);
        using (Autograd.Record())
        {
            Variable<double> third = rule.Apply<double>(x);
            for (int order = 1; order <= 3; order++) { third = Differentiated(third, x[0]); }
            double[] actual = third.ToArray();
            for (int k = 0; k < points.Length; k++) { Mismatch.Unless(ThirdByFirst(points[k]), actual[k], 1e-10, "the third derivative", points[k]); }
        }
    }

    // Element by element: the derivative of the sum of all. What does not depend on x has the derivative 0.
    private static Variable<double> Differentiated(Variable<double> y, Variable<double> x) =>
        IsTracked(y)
            ? Autograd.Gradient([y], [x], [Variable.Ones<double>(y.Shape.Lengths)], createGraph: true)[0]
            : Variable.Zeros<double>(x.Shape.Lengths);

    private double ThirdByFirst(double[] x)
    {
        Dual<Dual<Dual<double>>>[] numbers = [.. x.Select(number => (Dual<Dual<double>>)(Dual<double>)number)];
        numbers[0] = Dual.Seed(Dual.Seed(Dual.Seed(x[0])));
        return function.Of<Dual<Dual<Dual<double>>>>(numbers).Tangent.Tangent.Tangent;
    }
}
