using System.Numerics;

namespace Autodiff.Tests.Ops;

/// <summary>Plain numbers in a shape, row by row: what references are computed with, by loops that share nothing with the library.</summary>
internal sealed record Grid(int[] Shape, double[] Values)
{
    public int Rank => Shape.Length;

    public double this[params ReadOnlySpan<int> index] => Values[Place(index)];

    public static Grid Of(int[] shape, params double[] values) => new(shape, values);

    public static Grid Of(double value) => new([], [value]);

    public static Grid Of(int[] shape, Func<int[], double> element) => new(shape, [.. Indices(shape).Select(element)]);

    public static Grid Full(int[] shape, double value) => Of(shape, _ => value);

    public static Grid Of<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(x.Shape.Lengths.ToArray(), [.. x.ToArray().Select(double.CreateTruncating)]);

    /// <summary>All indices of a shape, row by row.</summary>
    public static IEnumerable<int[]> Indices(int[] shape)
    {
        int count = shape.Aggregate(1, (product, length) => product * length);
        for (int i = 0; i < count; i++)
        {
            int[] index = new int[shape.Length];
            for (int axis = shape.Length - 1, rest = i; axis >= 0; rest /= shape[axis], axis--) { index[axis] = rest % shape[axis]; }
            yield return index;
        }
    }

    public Variable<T> ToVariable<T>()
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Variable.Create<T>(Array.ConvertAll(Values, T.CreateTruncating), Shape);

    public Grid Map(Func<double, double> function) => this with { Values = Array.ConvertAll(Values, value => function(value)) };

    public Grid Zip(Grid other, Func<double, double, double> function) => this with { Values = [.. Values.Zip(other.Values, function)] };

    /// <summary>The elements along some axes made one; along all if none is named.</summary>
    public Grid Fold(int[] axes, bool keepAxes, Func<double[], double> fold)
    {
        bool[] reduced = [.. Enumerable.Range(0, Rank).Select(axis => axes.Length == 0 || axes.Contains(axis) || axes.Contains(axis - Rank))];
        int[] kept = [.. Shape.Select((length, axis) => reduced[axis] ? 1 : length)];
        Grid folded = Of(kept, place => fold([.. Indices(Shape).Where(index => Matches(index, place)).Select(index => this[index])]));
        return keepAxes ? folded : folded with { Shape = [.. kept.Where((_, axis) => !reduced[axis])] };

        bool Matches(int[] index, int[] place) => index.Index().All(at => reduced[at.Index] || place[at.Index] == at.Item);
    }

    /// <summary>Each line of elements along one axis made another of the same length.</summary>
    public Grid Along(int axis, Func<double[], double[]> map)
    {
        int along = axis < 0 ? axis + Rank : axis;
        return Of(Shape, index => map([.. Enumerable.Range(0, Shape[along]).Select(i => this[Moved(index, i)])])[index[along]]);

        int[] Moved(int[] index, int i) => [.. index.Select((old, k) => k == along ? i : old)];
    }

    /// <summary>The elements repeated as broadcasting does.</summary>
    public Grid Expand(params int[] shape) =>
        Of(shape, index => this[[.. Shape.Select((length, axis) => length == 1 ? 0 : index[axis + shape.Length - Rank])]]);

    public override string ToString() => $"[{string.Join(", ", Shape)}]: {string.Join(", ", Values.Select(value => value.ToString("R")))}";

    private int Place(ReadOnlySpan<int> index)
    {
        int place = 0;
        for (int axis = 0; axis < Rank; axis++) { place = (place * Shape[axis]) + index[axis]; }
        return place;
    }
}
