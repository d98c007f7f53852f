using System.Numerics;
using Autodiff.Differentiation;

namespace Autodiff.Tests.Ops;

/// <summary>Values and derivatives of a call. Derivatives are those of the sum of the results, each weighted by a cotangent.</summary>
internal static class ArraySweeps
{
    public static Grid Value<T>(this IArrayFunction function, params Grid[] x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Grid.Of(function.Of<T>([.. x.Select(input => input.ToVariable<T>())]));

    /// <summary>The call at a point, as the checks take it.</summary>
    public static ArrayCase Case(this ArrayCall call, Grid[] x) =>
        new(call.Function, [.. x.Select(ToPlain)], [.. x.Select((_, i) => !call.HasGradient(i))]);

    /// <summary>The gradients by all inputs but masks, for which there is null.</summary>
    public static Grid?[] Gradients<T>(this ArrayCall call, Grid[] x, Grid cotangent)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Array.ConvertAll(call.Case(x).Gradients<T>(cotangent.ToPlain()), ToGrid);

    /// <summary>Inputs with a gradient, but for masks.</summary>
    public static Variable<T>[] Leaves<T>(this ArrayCall call, Grid[] x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        call.Case(x).Leaves<T>();

    public static void Backward<T>(Variable<T> result, Grid cotangent)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ArrayCase.Backward(result, cotangent.ToPlain());

    /// <summary>
    /// s₀ = ⟨f(x), u⟩, and each further s is the derivative of the one before in a direction: s of the order asked for, and its gradients by x.
    /// </summary>
    public static (double Value, Grid?[] Gradients) Derivative(this ArrayCall call, Grid[] x, Grid u, Grid[][] directions, int order)
    {
        (double value, Plain?[] gradients) = call.Case(x).Derivative(u.ToPlain(), [.. directions.Select(each => Array.ConvertAll(each, ToPlain))], order);
        return (value, Array.ConvertAll(gradients, ToGrid));
    }

    /// <summary>The derivative of the results in a direction, by differentiating the pull, which is linear, by its cotangent.</summary>
    public static Grid Pushed(this ArrayCall call, Grid[] x, Grid u, Grid[] direction) =>
        ToGrid(call.Case(x).Pushed(u.ToPlain(), Array.ConvertAll(direction, ToPlain)))!;

    /// <summary>Numbers of both signs without a pattern, for cotangents and directions.</summary>
    public static Grid Weights(int[] shape, int seed)
    {
        Random random = new(seed);
        return Grid.Of(shape, _ => Math.Round(random.NextDouble() * 512) / 256 - 1);
    }

    public static double Dot(Grid a, Grid b) => a.Values.Zip(b.Values, (x, y) => x * y).Sum();

    private static Plain ToPlain(this Grid grid) => new(Shape.Of(grid.Shape), grid.Values);

    private static Grid? ToGrid(Plain? plain) => plain is null ? null : new(plain.Shape.Lengths.ToArray(), plain.Values);
}
