using System.Numerics;
using Autodiff;
using BenchmarkDotNet.Attributes;

namespace Benchmarks;

/// <summary>One function on every kind of number: what a derivative costs beside the value.</summary>
[MemoryDiagnoser]
public class NumberBenchmarks
{
    private readonly double[] point = [0.25];
    private readonly double[] gradient = new double[1];

    [Benchmark(Baseline = true)]
    public double Value() => Worked<double>(point);

    [Benchmark]
    public double Forward() => Worked<Dual<double>>([Dual.Seed(point[0])]).Tangent;

    [Benchmark]
    public double Reverse()
    {
        Autograd.Gradient(Worked, point, gradient);
        return gradient[0];
    }

    [Benchmark]
    public double SecondForwardOverReverse()
    {
        Autograd.HessianVectorProduct(Worked, point, [1.0], gradient);
        return gradient[0];
    }

    private static T Worked<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
    {
        T a = T.Exp(x[0]);
        T c = a + (a * a);
        return T.Exp(c) + T.Sin(c);
    }
}
