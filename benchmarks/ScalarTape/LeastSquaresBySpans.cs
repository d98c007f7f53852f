using Autodiff;

namespace ScalarTape;

/// <summary>The same function with span functions: one node for each polynomial, one for the sum.</summary>
internal sealed class LeastSquaresBySpans(int points, int coefficients)
    : Workload($"llsq{coefficients}_spans", Fill(coefficients, j => 1.0 / (j + 1)))
{
    private readonly double[] powers = new double[coefficients];
    private readonly Scalar<double>[] residuals = new Scalar<double>[points];

    protected override double Value(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < points; i++)
        {
            double residual = PowersAt(i), polynomial = 0;
            for (int j = 0; j < x.Length; j++) { polynomial += powers[j] * x[j]; }
            residual -= polynomial;
            sum += residual * residual;
        }
        return 0.5 * sum;
    }

    protected override Scalar<double> Value(ReadOnlySpan<Scalar<double>> x)
    {
        for (int i = 0; i < points; i++) { residuals[i] = PowersAt(i) - Scalar.LinearCombination(powers, x); }
        return 0.5 * Scalar.SumOfSquares<double>(residuals);
    }

    // Fills the powers of the point and returns its sign.
    private double PowersAt(int i)
    {
        double t = -1 + (i * 2.0 / (points - 1)), power = 1;
        foreach (ref double element in powers.AsSpan())
        {
            element = power;
            power *= t;
        }
        return LeastSquares.Sign(t);
    }
}
