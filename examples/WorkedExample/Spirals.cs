using System.Globalization;
using Autodiff;
using Autodiff.Nn;
using static Autodiff.Variable;

namespace WorkedExample;

/// <summary>Two spirals wound into each other, to be told apart by the place of a point: two hidden layers.</summary>
internal static class Spirals
{
    private const int PointsEach = 100, Hidden = 16, Steps = 2000, QuickSteps = 100;
    private const double Turns = 1.5, Noise = 0.02;

    /// <summary>Trains on all points at once.</summary>
    internal static Classification Train(Random random, bool quick, TextWriter output)
    {
        (double[] points, double[] classes) = Points(random);
        Variable<double> x = Create<double>(points, classes.Length, 2), labels = Create<double>(classes, classes.Length, 1);
        var model = new Sequential<double>(
            new Linear<double>(2, Hidden, random), new Tanh<double>(),
            new Linear<double>(Hidden, Hidden, random), new Tanh<double>(),
            new Linear<double>(Hidden, 1, random));
        var optimizer = new Adam<double>(model.Parameters, learningRate: 0.02);
        int steps = quick ? QuickSteps : Steps;
        Progress progress = new("spirals", "step", steps, output);
        for (int step = 1; step <= steps; step++)
        {
            Variable<double> loss;
            using (Autograd.Record())
            {
                loss = Losses.BinaryCrossEntropy(model.Forward(x), labels);
                loss.Backward();
            }
            optimizer.Step();
            progress.Show(step, loss.Value);
        }
        double right = model.Forward(x).ToArray().Zip(classes).Average(row => row.First > 0 == row.Second > 0 ? 1.0 : 0);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"spirals: {right:P1} of the points on the right side"));
        return new(model, points, classes);
    }

    // The second spiral is the first turned by half a circle.
    private static (double[] Points, double[] Classes) Points(Random random)
    {
        double[] points = new double[4 * PointsEach], classes = new double[2 * PointsEach];
        for (int i = 0; i < classes.Length; i++)
        {
            double along = 0.1 + (0.9 * (i / 2) / PointsEach), angle = Math.Tau * ((Turns * along) + (i % 2 / 2.0));
            points[2 * i] = (along * Math.Cos(angle)) + Jitter();
            points[(2 * i) + 1] = (along * Math.Sin(angle)) + Jitter();
            classes[i] = i % 2;
        }
        return (points, classes);

        double Jitter() => Noise * ((2 * random.NextDouble()) - 1);
    }
}
