using System.Runtime.CompilerServices;
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
            double t = -1 + (i * 2.0 / (points - 1)), power = 1, residual = Sign(t);
            for (int j = 0; j < x.Length; j++)
            {
                residual -= x[j] * power;
                power *= t;
            }
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
            Scalar<double> residual = Sign(t);
            for (int j = 0; j < x.Length; j++)
            {
                residual -= x[j] * power;
                power *= t;
            }
            sum += residual * residual;
        }
        return 0.5 * sum;
    }

    // Not Math.Sign: a call in the outer loop makes the JIT keep the numbers of the inner one in memory.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Sign(double t) => t > 0 ? 1 : t < 0 ? -1 : 0;
}
