using System.Numerics;
using GradBench.Protocol;

namespace GradBench.Descent;

/// <summary>The descent of the benchmark, step by step as it is laid down there.</summary>
internal static class GradientDescent
{
    private const double Enough = 1e-5;
    private const int StepsUntilFaster = 10;

    /// <summary>Where a function is least, by gradients of some mode.</summary>
    internal static T[] ArgMin<TMode, T>(IFunction<T> function, ReadOnlySpan<T> start)
        where TMode : IMode
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T two = T.CreateChecked(2), enough = T.CreateChecked(Enough), rate = enough;
        T[] x = start.ToArray(), gradient = TMode.Gradient(function, x), next = new T[x.Length];
        T value = ValueAt(function, x);
        int steps = 0;
        while (Norm<T>(gradient) > enough)
        {
            if (steps == StepsUntilFaster)
            {
                rate *= two;
                steps = 0;
                continue;
            }
            for (int i = 0; i < x.Length; i++) { next[i] = x[i] - (rate * gradient[i]); }
            if (Distance<T>(x, next) <= enough) { break; }
            T there = ValueAt(function, next);
            InputException.Require(T.IsFinite(there), "the descent has left the finite numbers");
            if (there < value)
            {
                (x, next, value) = (next, x, there);
                gradient = TMode.Gradient(function, x);
                steps++;
            }
            else
            {
                rate /= two;
                steps = 0;
            }
        }
        return x;
    }

    private static T ValueAt<T>(IFunction<T> function, ReadOnlySpan<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        function.Value(x, static constant => constant);

    private static T Norm<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        foreach (T element in x) { sum += element * element; }
        return T.Sqrt(sum);
    }

    private static T Distance<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        for (int i = 0; i < x.Length; i++) { sum += (x[i] - y[i]) * (x[i] - y[i]); }
        return T.Sqrt(sum);
    }
}
