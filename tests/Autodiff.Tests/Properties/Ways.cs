namespace Autodiff.Tests.Properties;

/// <summary>What one way of differentiating yields: the value, the gradient, and, of the ways of second order, H v.</summary>
internal sealed record Outcome(string Way, double Value, double[] Gradient, double[]? Product = null);

/// <summary>Every way in which the library differentiates a formula.</summary>
internal static class Ways
{
    internal static IEnumerable<Outcome> All(Expression f, double[] point, double[] direction)
    {
        yield return Reverse(f, point);
        yield return Scopes(f, point);
        yield return Forward(f, point);
        yield return ForwardOverReverse(f, point, direction);
        yield return ReverseOverForward(f, point, direction);
        yield return ReverseOverReverse(f, point, direction);
        yield return ForwardOverForward(f, point, direction);
        if (!Decides(f)) { yield return Traced(f, point); }
    }

    private static Outcome Reverse(Expression f, double[] point)
    {
        (double value, double[] gradient) = Autograd.ValueAndGradient<double>(x => f.Evaluate(x), point);
        return new("Scalar<double>, driver", value, gradient);
    }

    private static Outcome Scopes(Expression f, double[] point)
    {
        using (Autograd.Record())
        {
            Scalar<double>[] x = Array.ConvertAll(point, Scalar.Independent);

            // A selection of magnitudes hands back one of its arguments: a constant, maybe, from which there is nothing to sweep.
            Scalar<double> y = f.Evaluate<Scalar<double>>(x) + (0 * x[0]);
            y.Backward();
            return new("Scalar<double>, scopes", y.Value, Array.ConvertAll(x, static each => each.Gradient));
        }
    }

    private static Outcome Forward(Expression f, double[] point)
    {
        double[] gradient = new double[point.Length];
        double value = 0;
        for (int i = 0; i < point.Length; i++)
        {
            Dual<double>[] x = Array.ConvertAll(point, static each => (Dual<double>)each);
            x[i] = Dual.Seed(point[i]);
            Dual<double> y = f.Evaluate<Dual<double>>(x);
            (value, gradient[i]) = (y.Value, y.Tangent);
        }
        return new("Dual<double>", value, gradient);
    }

    private static Outcome ForwardOverReverse(Expression f, double[] point, double[] direction)
    {
        Dual<double>[] x = new Dual<double>[point.Length];
        for (int i = 0; i < x.Length; i++) { x[i] = new(point[i], direction[i]); }
        (Dual<double> value, Dual<double>[] gradient) = Autograd.ValueAndGradient<Dual<double>>(u => f.Evaluate(u), x);
        return new(
            "Scalar<Dual<double>>",
            value.Value,
            Array.ConvertAll(gradient, static each => each.Value),
            Array.ConvertAll(gradient, static each => each.Tangent));
    }

    private static Outcome ReverseOverForward(Expression f, double[] point, double[] direction)
    {
        double value = 0;
        double[,] rows = Autograd.Jacobian<double>(
            (x, y) =>
            {
                Dual<Scalar<double>>[] u = new Dual<Scalar<double>>[x.Length];
                for (int i = 0; i < u.Length; i++) { u[i] = new(x[i], direction[i]); }
                Dual<Scalar<double>> result = f.Evaluate<Dual<Scalar<double>>>(u);
                value = result.Value.Value;
                (y[0], y[1]) = (result.Value, result.Tangent);
            },
            point,
            outputs: 2);
        return new("Dual<Scalar<double>>", value, Row(rows, 0), Row(rows, 1));
    }

    private static Outcome ReverseOverReverse(Expression f, double[] point, double[] direction)
    {
        double value = 0;
        double[] gradient = new double[point.Length];
        double[] product = Autograd.Gradient<double>(
            x =>
            {
                (Scalar<double> inner, Scalar<double>[] slopes) = Autograd.ValueAndGradient<Scalar<double>>(u => f.Evaluate(u), x);
                value = inner.Value;
                Scalar<double> sum = 0;
                for (int i = 0; i < slopes.Length; i++)
                {
                    gradient[i] = slopes[i].Value;
                    sum += slopes[i] * direction[i];
                }
                return sum;
            },
            point);
        return new("Scalar<Scalar<double>>", value, gradient, product);
    }

    private static Outcome ForwardOverForward(Expression f, double[] point, double[] direction)
    {
        double value = 0;
        double[] gradient = new double[point.Length], product = new double[point.Length];
        for (int i = 0; i < point.Length; i++)
        {
            Dual<Dual<double>>[] x = new Dual<Dual<double>>[point.Length];
            for (int j = 0; j < x.Length; j++) { x[j] = new(new(point[j], direction[j]), i == j ? 1.0 : 0.0); }
            Dual<Dual<double>> y = f.Evaluate<Dual<Dual<double>>>(x);
            (value, gradient[i], product[i]) = (y.Value.Value, y.Tangent.Value, y.Tangent.Tangent);
        }
        return new("Dual<Dual<double>>", value, gradient, product);
    }

    private static Outcome Traced(Expression f, double[] point)
    {
        Graph graph = Autograd.Trace(x => f.Evaluate(x), point);
        return new("Traced<double>", graph.Nodes[graph.Result].Value, [.. graph.Inputs.Select(input => graph.Nodes[input].Adjoint)]);
    }

    // These look at the value, and a traced number refuses: its graph is to hold for other arguments.
    private static bool Decides(Expression f) =>
        f is Call call
        && (call.Function.Operation is Operation.MaxMagnitude or Operation.MinMagnitude or Operation.BitIncrement || Array.Exists(call.Arguments, Decides));

    private static double[] Row(double[,] matrix, int row)
    {
        double[] result = new double[matrix.GetLength(1)];
        for (int i = 0; i < result.Length; i++) { result[i] = matrix[row, i]; }
        return result;
    }
}
