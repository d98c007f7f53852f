using System.Numerics;

namespace Autodiff.Differentiation;

/// <summary>Plain numbers in a shape, row by row.</summary>
internal sealed record Plain(Shape Shape, double[] Values)
{
    internal static Plain Of<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(x.Shape, [.. x.ToArray().Select(double.CreateTruncating)]);

    /// <summary>Numbers of both signs without a pattern, for cotangents and directions; they are exact in single precision.</summary>
    internal static Plain Weights(Shape shape, int seed)
    {
        const double Golden = 0.6180339887498949, Shift = 0.3819660112501051, Grain = 256;
        return new(shape, [.. Enumerable.Range(1, shape.ElementCount).Select(Weight)]);

        double Weight(int k) => (Math.Round(2 * Grain * (((k * Golden) + (seed * Shift)) % 1)) / Grain) - 1;
    }

    internal Variable<T> ToVariable<T>()
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Variable.Create<T>(Array.ConvertAll(Values, T.CreateTruncating), Shape.Lengths);

    internal Plain Map(Func<double, double> function) => this with { Values = Array.ConvertAll(Values, value => function(value)) };

    internal Plain Zip(Plain other, Func<double, double, double> function) => this with { Values = [.. Values.Zip(other.Values, function)] };

    internal double Dot(Plain other) => Values.Zip(other.Values, (a, b) => a * b).Sum();
}
