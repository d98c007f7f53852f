using Autodiff.Ops;

namespace Autodiff.Differentiation;

/// <summary>A way to see an array as a view of another.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="SourceShape">The shape of what is viewed, for the shape of the view.</param>
/// <param name="View">The view of a source in that shape.</param>
internal sealed record ViewOfInput(string Name, Func<Shape, Shape> SourceShape, Func<Variable<double>, Shape, Variable<double>> View)
{
    internal static ViewOfInput[] All { get; } =
    [
        new("transposed", shape => Shape.Of([.. shape.Lengths.ToArray().Reverse()]), (x, shape) => x.Permute([.. Enumerable.Range(0, shape.Rank).Reverse()])),
        new(
            "sliced",
            shape => Shape.Of(Array.ConvertAll(shape.Lengths.ToArray(), length => (2 * length) + 1)),
            (x, shape) => Sections(x, axis => new(axis, 1, shape[axis], 2))),
        new("flipped", shape => shape, (x, shape) => Sections(x, axis => new(axis, shape[axis] - 1, shape[axis], -1))),
        Repeated("repeated along the first axis", 0),
        Repeated("repeated along the last axis", -1),
    ];

    /// <summary>Whether elements are shown more than once.</summary>
    internal bool IsRepeated { get; private init; }

    internal Variable<double> Of(Variable<double> source, Shape shape) => View(source, shape);

    /// <summary>Where in the source each element stands.</summary>
    internal int[] Places(Shape shape)
    {
        Shape source = SourceShape(shape);
        double[] places = [.. Enumerable.Range(0, source.ElementCount).Select(place => (double)place)];
        return Array.ConvertAll(View(Variable.Create<double>(places, source.Lengths), shape).ToArray(), place => (int)place);
    }

    public override string ToString() => Name;

    // An empty axis is not repeated: there is nothing.
    private static ViewOfInput Repeated(string name, int axis) => new(
        name,
        shape => Shape.Of([.. shape.Lengths.ToArray().Select((length, k) => k == (axis < 0 ? axis + shape.Rank : axis) && length > 0 ? 1 : length)]),
        (x, shape) => Variable.Expand(x, shape.Lengths))
    {
        IsRepeated = true,
    };

    private static Variable<double> Sections(Variable<double> x, Func<int, Section> section)
    {
        for (int axis = 0; axis < x.Rank; axis++) { x = ViewOperation<Section, double>.Apply(section(axis), x); }
        return x;
    }
}
