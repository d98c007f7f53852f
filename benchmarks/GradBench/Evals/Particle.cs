using System.Numerics;
using GradBench.Descent;
using GradBench.Protocol;

namespace GradBench.Evals;

/// <summary>Where to put a charge so that a particle, falling between it and another, lands as near to 0 as can be.</summary>
internal sealed class Particle(double start)
{
    // The modes of the outer derivative, by the place of the charge, and of the inner one, by that of the particle.
    internal static readonly Module Module = Module.Of(
        "particle",
        input => new Particle(input["w"].Number()),
        ("rr", eval => eval.Place<Reverse, Reverse>()),
        ("ff", eval => eval.Place<Forward, Forward>()),
        ("fr", eval => eval.Place<Forward, Reverse>()),
        ("rf", eval => eval.Place<Reverse, Forward>()));

    private double Place<TOuter, TInner>()
        where TOuter : IMode
        where TInner : IMode =>
        GradientDescent.ArgMin<TOuter, double>(new Landing<TInner>(), [start])[0];

    /// <summary>The square of where the particle lands, by how far one charge is below the height of 10.</summary>
    private readonly struct Landing<TInner> : IFunction<double>
        where TInner : IMode
    {
        private const int MostSteps = 1_000_000;

        public T Value<T>(ReadOnlySpan<T> w, Func<double, T> constant)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            T step = constant(0.1), ten = constant(10), x = constant(0), y = constant(8), speedX = constant(0.75), speedY = constant(0);
            Potential<T> potential = new(ten, ten - w[0], ten, constant(0));
            for (int i = 0; i < MostSteps; i++)
            {
                T[] slope = TInner.Gradient(potential, [x, y]);
                x += step * speedX;
                y += step * speedY;
                if (y <= T.Zero)
                {
                    T landing = x - (y / speedY * speedX);
                    return landing * landing;
                }
                speedX -= step * slope[0];
                speedY -= step * slope[1];
            }
            throw new InputException("the particle does not come down");
        }
    }

    /// <summary>The potential of two charges.</summary>
    private sealed class Potential<T>(T x1, T y1, T x2, T y2) : IFunction<T>
    {
        public TNumber Value<TNumber>(ReadOnlySpan<TNumber> x, Func<T, TNumber> constant)
            where TNumber : unmanaged, IFloatingPointIeee754<TNumber> =>
            Of(x, constant(x1), constant(y1)) + Of(x, constant(x2), constant(y2));

        private static TNumber Of<TNumber>(ReadOnlySpan<TNumber> place, TNumber x, TNumber y)
            where TNumber : unmanaged, IFloatingPointIeee754<TNumber>
        {
            TNumber dx = place[0] - x, dy = place[1] - y;
            return TNumber.One / TNumber.Sqrt((dx * dx) + (dy * dy));
        }
    }
}
