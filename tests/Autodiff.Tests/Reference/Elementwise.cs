namespace Autodiff.Tests.Reference;

/// <summary>
/// An operation on arrays, element by element: broadcasting, views and aliases are index arithmetic here, each element is a call of
/// the scalar operation, and gradients are with respect to the stored arrays.
/// </summary>
internal sealed class Elementwise
{
    private readonly IndexMap[] maps;

    private Elementwise(IFunction function, VectorArray[] inputs, IndexMap[] views)
    {
        Function = function;
        Inputs = inputs;
        Shape = IndexMap.CommonShape(views);
        maps = [.. views.Select(view => view.Broadcast(Shape))];
    }

    public IFunction Function { get; }

    public VectorArray[] Inputs { get; }

    public int[] Shape { get; }

    /// <summary>The operation of a case, or null where it, or a view in it, is not known.</summary>
    public static Elementwise? Of(VectorCase c)
    {
        if (Operations.Find(c) is not { } function) { return null; }
        VectorArray[] inputs = c.Inputs;
        if (c.TextParameter("alias") == "f(x,x)") { function = new Aliased(function); }
        else if (c.Parameter("alias") != null) { return null; }
        IndexMap?[] views = [.. inputs.Select((input, i) => View(c, input, i))];
        return views.Any(view => view == null) ? null : new(function, inputs, [.. views.Select(view => view!)]);
    }

    /// <summary>The numbers from which an element of the output is computed, out of arrays shaped like the inputs.</summary>
    public double[] Gather(int element, VectorArray[] from)
    {
        double[] point = new double[maps.Length];
        for (int i = 0; i < point.Length; i++) { point[i] = from[i].Data[maps[i][element]]; }
        return point;
    }

    /// <summary>Adds a derivative by those numbers to where they are stored.</summary>
    public void Scatter(int element, ReadOnlySpan<double> derivative, VectorArray[] to)
    {
        for (int i = 0; i < derivative.Length; i++) { to[i].Data[maps[i][element]] += derivative[i]; }
    }

    private static IndexMap? View(VectorCase c, VectorArray input, int position)
    {
        IndexMap stored = IndexMap.Contiguous(input.Shape);
        if (position == 1 && c.Parameter("channel_dim") is { } axis) { return stored.Along(axis.GetInt32(), c.Inputs[0].Shape.Length); }
        string name = position == 0 ? "a_view" : "b_view";
        return stored.Described(c.TextParameter(position == 0 && c.Parameter("view") != null ? "view" : name));
    }

    /// <summary>f(x, x).</summary>
    private sealed class Aliased(IFunction function) : IFunction
    {
        T IFunction.Of<T>(ReadOnlySpan<T> x) => function.Of<T>([x[0], x[0]]);
    }
}
