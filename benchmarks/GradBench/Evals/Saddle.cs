using System.Numerics;
using GradBench.Descent;
using GradBench.Protocol;

namespace GradBench.Evals;

/// <summary>The saddle of |p|² - |q|²: where the maximum over q is least, and where that maximum is.</summary>
internal sealed class Saddle(double[] start)
{
    // The modes of the outer gradient, by p, and of the inner one, by q.
    internal static readonly Module Module = Module.Of(
        "saddle",
        input => new Saddle(input["start"].Numbers(2)),
        ("rr", eval => eval.Find<Reverse, Reverse>()),
        ("ff", eval => eval.Find<Forward, Forward>()),
        ("fr", eval => eval.Find<Forward, Reverse>()),
        ("rf", eval => eval.Find<Reverse, Forward>()));

    private double[] Find<TOuter, TInner>()
        where TOuter : IMode
        where TInner : IMode
    {
        double[] p = GradientDescent.ArgMin<TOuter, double>(new Maximum<TInner>(start), start);
        return [.. p, .. GradientDescent.ArgMin<TInner, double>(new Negative<double>(p), start)];
    }

    private static T Height<T>(ReadOnlySpan<T> p, ReadOnlySpan<T> q)
        where T : IFloatingPointIeee754<T> =>
        (p[0] * p[0]) + (p[1] * p[1]) - ((q[0] * q[0]) + (q[1] * q[1]));

    /// <summary>The greatest height over q, by p.</summary>
    private sealed class Maximum<TInner>(double[] start) : IFunction<double>
        where TInner : IMode
    {
        public T Value<T>(ReadOnlySpan<T> p, Func<double, T> constant)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            T[] q = GradientDescent.ArgMin<TInner, T>(new Negative<T>(p.ToArray()), [constant(start[0]), constant(start[1])]);
            return Height(p, q);
        }
    }

    /// <summary>What is least where the height over q is greatest.</summary>
    private sealed class Negative<T>(T[] p) : IFunction<T>
    {
        public TNumber Value<TNumber>(ReadOnlySpan<TNumber> q, Func<T, TNumber> constant)
            where TNumber : unmanaged, IFloatingPointIeee754<TNumber> =>
            -Height([constant(p[0]), constant(p[1])], q);
    }
}
