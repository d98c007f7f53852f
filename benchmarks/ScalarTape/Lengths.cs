using Autodiff;

namespace ScalarTape;

/// <summary>The time of a node in recordings of 10² to 10⁸ nodes: the second gradient of each, on memory that was touched before.</summary>
internal static class Lengths
{
    internal static void Run()
    {
        Console.WriteLine("nodes record_and_sweep_ns_per_node");
        double[] point = [0.9, 1.1], gradient = new double[2];
        Clock.Round(() => Autograd.ValueAndGradient(x => Chain(x[0], x[1], 100), point, gradient), TimeSpan.FromSeconds(3));
        for (int count = 100; count <= 100_000_000; count *= 10)
        {
            int nodes = count;
            ScalarFunction<Scalar<double>> chain = x => Chain(x[0], x[1], nodes);
            TimeSpan duration = TimeSpan.FromMilliseconds(count < 10_000_000 ? 200 : 1);
            Autograd.Gradient(chain, point, gradient);
            double best = Clock.Round(() => Autograd.ValueAndGradient(chain, point, gradient), duration);
            Console.WriteLine($"{count} {best / count:F2}");
        }
    }

    private static Scalar<double> Chain(Scalar<double> x, Scalar<double> y, int nodes)
    {
        for (int i = 0; i < nodes; i += 2) { x = (x * y) - x; }
        return x;
    }
}
