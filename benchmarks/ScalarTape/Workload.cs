using Autodiff;

namespace ScalarTape;

/// <summary>A function with the point where it is differentiated: in plain numbers for the value, in recorded ones for the gradient.</summary>
internal abstract class Workload(string name, double[] point)
{
    private readonly double[] gradient = new double[point.Length];
    private ScalarFunction<Scalar<double>>? recorded;

    internal string Name { get; } = name;

    protected abstract double Value(ReadOnlySpan<double> x);

    protected abstract Scalar<double> Value(ReadOnlySpan<Scalar<double>> x);

    internal double Evaluate() => Value(point);

    /// <summary>One gradient; the sum of its elements is returned, to be compared with another program's.</summary>
    internal double Differentiate()
    {
        Autograd.Gradient(recorded ??= Value, point, gradient);
        double sum = 0;
        foreach (double element in gradient) { sum += element; }
        return sum;
    }

    protected static double[] Fill(int count, Func<int, double> element)
    {
        double[] array = new double[count];
        for (int i = 0; i < count; i++) { array[i] = element(i); }
        return array;
    }
}
