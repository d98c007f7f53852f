using System.Globalization;
using System.Text.RegularExpressions;

namespace Autodiff.Tests.Reference;

/// <summary>A view of a stored array: its shape, and where in the store each of its elements lies.</summary>
internal sealed partial record IndexMap(int[] Shape, int[] Strides)
{
    public static IndexMap Contiguous(int[] shape)
    {
        int[] strides = new int[shape.Length];
        for (int axis = shape.Length - 1, step = 1; axis >= 0; step *= shape[axis--]) { strides[axis] = step; }
        return new(shape, strides);
    }

    /// <summary>The view that a text describes, as in <c>transpose(0,1) then [:, ::2]</c> or <c>b.T (non-contiguous)</c>; null for other texts.</summary>
    public IndexMap? Described(string? text)
    {
        IndexMap? view = this;
        foreach (string step in (text ?? string.Empty).Split(" then ", StringSplitOptions.RemoveEmptyEntries)) { view = view?.Step(step); }
        return view;
    }

    /// <summary>A vector as one that lies along an axis of an array of some rank.</summary>
    public IndexMap Along(int axis, int rank)
    {
        int[] shape = new int[rank], strides = new int[rank];
        Array.Fill(shape, 1);
        (shape[axis], strides[axis]) = (Shape[0], Strides[0]);
        return new(shape, strides);
    }

    /// <summary>The view stretched to a shape: stride 0 along the axes that it lacks or has length 1 in.</summary>
    public IndexMap Broadcast(int[] shape)
    {
        int[] strides = new int[shape.Length];
        for (int axis = 0, missing = shape.Length - Shape.Length; axis < Shape.Length; axis++)
        {
            strides[missing + axis] = Shape[axis] == 1 ? 0 : Strides[axis];
        }

        return new(shape, strides);
    }

    /// <summary>The place in the store of the element with a row-major index in the view.</summary>
    public int this[int index]
    {
        get
        {
            int place = 0;
            for (int axis = Shape.Length - 1; axis >= 0; index /= Shape[axis--]) { place += index % Shape[axis] * Strides[axis]; }
            return place;
        }
    }

    /// <summary>The shape to which several are stretched.</summary>
    public static int[] CommonShape(IEnumerable<IndexMap> views)
    {
        int[] common = [];
        foreach (IndexMap view in views)
        {
            int[] longer = common.Length >= view.Shape.Length ? common : view.Shape, shorter = ReferenceEquals(longer, common) ? view.Shape : common;
            int missing = longer.Length - shorter.Length;
            common = [.. longer.Select((length, axis) => axis < missing || shorter[axis - missing] == 1 ? length : shorter[axis - missing])];
        }

        return common;
    }

    private IndexMap? Step(string text)
    {
        if (Transposition().Match(text) is { Success: true } swap) { return Swapped(Integer(swap.Groups[1]), Integer(swap.Groups[2])); }
        if (Transposed().IsMatch(text)) { return Swapped(Shape.Length - 2, Shape.Length - 1); }
        if (text is not ['[', .. string slices, ']']) { return null; }
        Match[] steps = [.. slices.Split(',').Select(slice => EveryNth().Match(slice))];
        return steps.Length <= Shape.Length && steps.All(step => step.Success) ? Stepped(steps) : null;
    }

    private IndexMap Swapped(int first, int second)
    {
        int[] shape = [.. Shape], strides = [.. Strides];
        (shape[first], shape[second]) = (shape[second], shape[first]);
        (strides[first], strides[second]) = (strides[second], strides[first]);
        return new(shape, strides);
    }

    private IndexMap Stepped(Match[] steps)
    {
        int[] shape = [.. Shape], strides = [.. Strides];
        for (int axis = 0; axis < steps.Length; axis++)
        {
            int step = steps[axis].Groups[1].Success ? Integer(steps[axis].Groups[1]) : 1;
            shape[axis] = (shape[axis] + step - 1) / step;
            strides[axis] *= step;
        }

        return new(shape, strides);
    }

    private static int Integer(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^transpose\((\d+), ?(\d+)\)$")]
    private static partial Regex Transposition();

    [GeneratedRegex(@"^[a-z]\.T( \(.*\))?$")]
    private static partial Regex Transposed();

    [GeneratedRegex(@"^ *:(?::(\d+))? *$")]
    private static partial Regex EveryNth();
}
