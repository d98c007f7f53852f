using System.Globalization;
using System.Text.RegularExpressions;

namespace Autodiff.Tests.Reference;

/// <summary>A view of a stored array: its shape, and where in the store its first element lies, and each of the others.</summary>
internal sealed partial record IndexMap(int[] Shape, int[] Strides, int Start = 0)
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
        if (axis >= rank && Shape is [1]) { return new([], []); }
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

        return new(shape, strides, Start);
    }

    /// <summary>The place in the store of the element with a row-major index in the view.</summary>
    public int this[int index]
    {
        get
        {
            int place = Start;
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
        if (Reordered().Match(text) is { Success: true } call)
        {
            int[] axes = [.. call.Groups[2].Value.Split(',').Select(Integer).Select(axis => axis < 0 ? axis + Shape.Length : axis)];
            return call.Groups[1].Value == "permute" ? Permuted(axes) : Swapped(axes[0], axes[1]);
        }

        if (Transposed().IsMatch(text)) { return Swapped(Shape.Length - 2, Shape.Length - 1); }
        if (Sliced().Match(text) is not { Success: true } sliced) { return null; }
        Match[] steps = [.. sliced.Groups[1].Value.Split(',').Select(slice => Part().Match(slice))];
        return steps.Length <= Shape.Length && steps.All(step => step.Success) ? Stepped(steps) : null;
    }

    private IndexMap Swapped(int first, int second)
    {
        int[] shape = [.. Shape], strides = [.. Strides];
        (shape[first], shape[second]) = (shape[second], shape[first]);
        (strides[first], strides[second]) = (strides[second], strides[first]);
        return new(shape, strides, Start);
    }

    private IndexMap Permuted(int[] axes) => new([.. axes.Select(axis => Shape[axis])], [.. axes.Select(axis => Strides[axis])], Start);

    private IndexMap Stepped(Match[] steps)
    {
        int[] shape = [.. Shape], strides = [.. Strides];
        int origin = Start;
        for (int axis = 0; axis < steps.Length; axis++)
        {
            int length = shape[axis], step = Number(steps[axis].Groups[3], 1);
            int first = Within(Number(steps[axis].Groups[1], 0), length), end = Within(Number(steps[axis].Groups[2], length), length);
            shape[axis] = Math.Max(0, (end - first + step - 1) / step);
            origin += first * strides[axis];
            strides[axis] *= step;
        }

        return new(shape, strides, origin);

        static int Number(Group digits, int byDefault) => digits.Length > 0 ? Integer(digits.Value) : byDefault;

        static int Within(int position, int length) => Math.Clamp(position < 0 ? position + length : position, 0, length);
    }

    private static int Integer(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(permute|transpose)\(([-\d, ]+)\)( first)?$")]
    private static partial Regex Reordered();

    [GeneratedRegex(@"^[A-Za-z]\.T( \(.*\))?$")]
    private static partial Regex Transposed();

    [GeneratedRegex(@"^[A-Za-z]?\[([-\d:, ]+)\]$")]
    private static partial Regex Sliced();

    [GeneratedRegex(@"^ *(-?\d*):(-?\d*)(?::(\d+))? *$")]
    private static partial Regex Part();
}
