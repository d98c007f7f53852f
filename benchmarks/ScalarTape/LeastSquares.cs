using Autodiff;

namespace ScalarTape;

/// <summary>Half the squared distance of a polynomial with coefficients x from the sign of t, at points of [-1, 1], with operators.</summary>
internal sealed class LeastSquares(int points, int coefficients)
    : Workload($"llsq{coefficients}", Fill(coefficients, j => 1.0 / (j + 1)))
{
    protected override double Value(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < points; i++)
        {
            double t = -1 + (i * 2.0 / (points - 1)), power = 1, polynomial = 0;
            foreach (double coefficient in x)
            {
                polynomial += coefficient * power;
                power *= t;
            }
            double residual = Math.Sign(t) - polynomial;
            sum += residual * residual;
        }
        return 0.5 * sum;
    }

    protected override Scalar<double> Value(ReadOnlySpan<Scalar<double>> x)
    {
        Scalar<double> sum = 0.0;
        for (int i = 0; i < points; i++)
        {
            double t = -1 + (i * 2.0 / (points - 1)), power = 1;
            Scalar<double> polynomial = 0.0;
            foreach (Scalar<double> coefficient in x)
            {
                polynomial += coefficient * power;
                power *= t;
            }
            Scalar<double> residual = Math.Sign(t) - polynomial;
            sum += residual * residual;
        }
        return 0.5 * sum;
    }
}
