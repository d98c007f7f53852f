using Autodiff;
using static Autodiff.Scalar;

namespace ScalarTape;

/// <summary>A chain of recurrent cells with elementwise gates; the gradient is by the weights, eight for each unit.</summary>
internal sealed class Lstm(int steps, int units) : Workload("lstm", Fill(8 * units, i => 0.1 * Math.Sin(i + 1)))
{
    private readonly double[] inputs = Fill(steps * units, i => 0.5 * Math.Cos(0.7 * i));

    protected override double Value(ReadOnlySpan<double> w)
    {
        Span<double> h = stackalloc double[units], c = stackalloc double[units];
        h.Fill(0.1);
        c.Fill(0.2);
        double loss = 0;
        for (int step = 0; step < steps; step++)
        {
            for (int u = 0; u < units; u++)
            {
                ReadOnlySpan<double> q = w.Slice(8 * u, 8);
                double x = inputs[(step * units) + u];
                double forget = Gate((x * q[0]) + q[1]), ingate = Gate((h[u] * q[2]) + q[3]), outgate = Gate((x * q[4]) + q[5]);
                c[u] = (c[u] * forget) + (ingate * Math.Tanh((h[u] * q[6]) + q[7]));
                h[u] = outgate * Math.Tanh(c[u]);
                loss += h[u] * h[u];
            }
        }
        return loss;

        static double Gate(double x) => 1 / (1 + Math.Exp(-x));
    }

    protected override Scalar<double> Value(ReadOnlySpan<Scalar<double>> w)
    {
        Span<Scalar<double>> h = stackalloc Scalar<double>[units], c = stackalloc Scalar<double>[units];
        h.Fill(0.1);
        c.Fill(0.2);
        Scalar<double> loss = 0.0;
        for (int step = 0; step < steps; step++)
        {
            for (int u = 0; u < units; u++)
            {
                ReadOnlySpan<Scalar<double>> q = w.Slice(8 * u, 8);
                double x = inputs[(step * units) + u];
                Scalar<double> forget = Gate((x * q[0]) + q[1]), ingate = Gate((h[u] * q[2]) + q[3]), outgate = Gate((x * q[4]) + q[5]);
                c[u] = (c[u] * forget) + (ingate * Tanh((h[u] * q[6]) + q[7]));
                h[u] = outgate * Tanh(c[u]);
                loss += h[u] * h[u];
            }
        }
        return loss;

        static Scalar<double> Gate(Scalar<double> x) => 1 / (1 + Exp(-x));
    }
}
