using System.Globalization;
using System.Numerics;
using Autodiff.Nn;
using static Autodiff.Scalar;
using static Autodiff.Variable;

namespace Autodiff.Tests.House;

/// <summary>The snippets of the README as they stand there; a region each.</summary>
internal static class ReadmeSnippets
{
    internal static string WorkedExample()
    {
        StringWriter Console = new(CultureInfo.InvariantCulture);
        using (Autograd.Record())
        {
            var x = Independent(0.25);           // an independent variable
            var a = Exp(x);                      // a unary operation records nothing: it rides on x's node
            var c = a + (a * a);                 // a binary one has a node, and so a gradient of its own
            var d = Watch(Exp(c));               // Watch gives any number a node
            var f = d + Sin(c);
            f.Backward();
            Console.WriteLine($"f = {f.Value}, df/dx = {x.Gradient}, df/dc = {c.Gradient}, df/dd = {d.Gradient}");
        }
        return Console.ToString().Trim();
    }

    internal static (double Value, double Slope, double Tangent, double Second, string Table) Generic()
    {
        StringWriter Console = new(CultureInfo.InvariantCulture);

        static T F<T>(T x)
            where T : IFloatingPointIeee754<T>
        {
            var a = T.Exp(x);
            var c = a + (a * a);
            return T.Exp(c) + T.Sin(c);
        }

        double value = F(0.25);                                 // plain double
        double slope = Autograd.Derivative(F, 0.25);            // reverse mode
        Dual<double> both = F(Dual.Seed(0.25));                 // forward mode: value and tangent
        double second = Autograd.Derivative(F, Dual.Seed(0.25)).Tangent;
        Graph graph = Autograd.Trace(F, 0.25);                  // every operation by name, with value and adjoint
        Console.WriteLine(graph.ToTable());
        return (value, slope, both.Tangent, second, Console.ToString());
    }

    internal static (double[] Gradient, double[,] Hessian, double[] Product, GradientCheckResult Check) Drivers()
    {
        StringWriter Console = new(CultureInfo.InvariantCulture);

        static T Rosenbrock<T>(ReadOnlySpan<T> x)
            where T : IFloatingPointIeee754<T>
        {
            var bend = x[1] - (x[0] * x[0]);
            var rest = T.One - x[0];
            return (T.CreateChecked(100) * bend * bend) + (rest * rest);
        }

        double[] point = [-1.2, 1.0];
        double[] gradient = Autograd.Gradient<double>(Rosenbrock, point);
        double[,] hessian = Autograd.Hessian<double>(Rosenbrock, point);
        double[] product = Autograd.HessianVectorProduct<double>(Rosenbrock, point, [1.0, 0.5]);
        Console.WriteLine(GradientCheck.Run(Rosenbrock, point));  // compared with differences
        return (gradient, hessian, product, GradientCheck.Run(Rosenbrock, point));
    }

    internal static (Lanes[] Gradients, double Derivative) Points()
    {
        static T Rosenbrock<T>(ReadOnlySpan<T> x)
            where T : IFloatingPointIeee754<T>
        {
            var bend = x[1] - (x[0] * x[0]);
            var rest = T.One - x[0];
            return (T.CreateChecked(100) * bend * bend) + (rest * rest);
        }

        Lanes[] points = [Lanes.Load([-1.2, -1.0, -0.8, -0.6, -0.4, -0.2, 0.0, 0.2]), 1.0];
        Lanes[] gradients = Autograd.Gradient<Lanes>(Rosenbrock, points);  // gradients[0][i] is that of point i by its first coordinate
        using (Autograd.Record())
        {
            var x = Independent(0.5);
            TapePosition<double> start = Autograd.Position<double>();
            double derivative = 0;
            for (int k = 1; k <= 1000; k++)
            {
                var term = Sin(k * x) / k;
                Autograd.Backward([term * term], until: start);
                derivative += x.Gradient;
                Autograd.Rewind(start);
            }
            return (gradients, derivative);
        }
    }

    internal static double Spans()
    {
        double[] pixels = [0.2, 0.9, 0.4];
        double[] weights = [0.1, -0.3, 0.5];
        double label = 1;

        double loss = Autograd.ValueAndGradient(
            w =>
            {
                var logit = LinearCombination(pixels, w);       // one node for the whole scalar product
                return Softplus(logit) - (label * logit);
            },
            weights).Value;
        return loss;
    }

    internal static (double Error, double[] Gradient, string Printed) Arrays(Variable<double> x, Variable<double> t, Random random)
    {
        StringWriter Console = new(CultureInfo.InvariantCulture);
        var w1 = Normal<double>([4, 3], random).AttachGradient();
        var w2 = Normal<double>([1, 4], random).AttachGradient();
        Variable<double> error;
        using (Autograd.Record())
        {
            var a = MatMul(w1, x);
            var z = Tanh(a);
            var y = MatMul(w2, z);
            error = Sum(Square(y - t));
        }
        Autograd.Backward(error);                        // or error.Backward()
        Console.WriteLine(string.Join(", ", w2.Gradient.ToArray()));
        double[] units = Tanh(MatMul(w1, x)).ToArray(), rest = (MatMul(w2, Tanh(MatMul(w1, x))) - t).ToArray();
        double[] byHand = [.. Enumerable.Range(0, 4).Select(i => 2 * rest.Select((r, k) => r * units[(i * rest.Length) + k]).Sum())];
        return (error.Value - rest.Sum(r => r * r), [.. w2.Gradient.ToArray().Zip(byHand, (g, h) => g - h)], Console.ToString());
    }

    internal readonly struct Welsch(double c) : IUnaryRule
    {
        public static Reads Reads => Reads.Input;                                           // what the derivative looks at

        public R Forward<R>(R x)
            where R : IReal<R> =>
            R.Constant(-c * c / 2) * R.ExpM1(R.Constant(-1 / (c * c)) * (x * x));           // c²/2 (1 - exp(-x²/c²))

        public R Derivative<R>(R x, R y)
            where R : IReal<R> =>
            x * R.Exp(R.Constant(-1 / (c * c)) * (x * x));
    }

    internal static (double First, double[] Gradient) OwnOperation(Variable<double> w)
    {
        using (Autograd.Record())
        {
            var loss = Sum(Autograd.Apply(w, new Welsch(2)));
            loss.Backward();
        }
        OperationCheck.Run(new Welsch(2), -3, 3).ThrowIfFailed();                           // in a test
        return (Autograd.Apply(w, new Welsch(2)).ToArray()[0], w.Gradient.ToArray());
    }

    internal static Variable<float> Network(IEnumerable<(Variable<float> Images, Indices Labels)> batches, Random random)
    {
        var model = new Sequential<float>(new Linear<float>(64, 128, random), new Relu<float>(), new Linear<float>(128, 10, random));
        var optimizer = new Adam<float>(model.Parameters, learningRate: 1e-3);
        foreach (var (images, labels) in batches)
        {
            using (Autograd.Record())
            {
                var loss = Losses.CrossEntropy(model.Forward(images), labels);
                loss.Backward();
            }
            optimizer.Step();
        }
        var (all, known) = batches.First();
        return Losses.CrossEntropy(model.Forward(all), known);
    }
}
