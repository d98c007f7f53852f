using System.Globalization;
using Autodiff.Diagnostics;
using Autodiff.Ops;

namespace Autodiff;

/// <summary>
/// What is taken of a value along one axis, as in <c>x[1..3, ^1, ..]</c>: a number takes one element, and the axis is gone from the
/// result; a range takes a part of the axis; <see cref="Every(int)"/> takes it in steps.
/// </summary>
/// <remarks>As everywhere in C#, indices count from 0, ^1 is the last one, and the end of a range is not part of it.</remarks>
public readonly struct Slice
{
    private readonly Bound start;
    private readonly Bound end;
    private readonly int step;      // 0: one element

    private Slice(Bound start, Bound end, int step)
    {
        this.start = start;
        this.end = end;
        this.step = step;
    }

    /// <summary>One element; the axis is gone from the result.</summary>
    public static implicit operator Slice(int index) => new(new(index, false), default, 0);

    /// <summary>One element; the axis is gone from the result.</summary>
    public static implicit operator Slice(Index index) => new(Bound.Of(index), default, 0);

    /// <summary>A part of the axis.</summary>
    public static implicit operator Slice(Range range) => Every(1, range);

    /// <summary>The whole axis in steps; see <see cref="Every(int, Range)"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is 0.</exception>
    public static Slice Every(int step) => Every(step, ..);

    /// <summary>A part of an axis in steps: from its first element forward, or, if the step is negative, from its last element backward.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is 0.</exception>
    public static Slice Every(int step, Range range)
    {
        if (step == 0) { Throw.StepOfZero(); }
        return new(Bound.Of(range.Start), Bound.Of(range.End), step);
    }

    /// <summary>As one writes it.</summary>
    public override string ToString() => step switch
    {
        0 => start.ToString(),
        1 => $"{start}..{end}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{start}..{end} in steps of {step}"),
    };

    /// <summary>What that is of an axis of some value.</summary>
    internal Cut Of(Shape shape, int axis)
    {
        int length = shape.Lengths[axis];
        long first = start.In(length);
        if (step == 0)
        {
            if (first < 0 || first >= length) { Throw.SliceIndexOutOfRange(this, axis, shape); }
            return new(axis, (int)first, 1, 0);
        }
        long after = end.In(length);
        if (first < 0 || after > length || first > after) { Throw.SliceOutOfRange(this, axis, shape); }
        long stride = Math.Abs((long)step);
        int count = (int)((after - first + stride - 1) / stride);
        return new(axis, (int)(step > 0 ? first : Math.Max(after - 1, 0)), count, step);
    }

    private readonly record struct Bound(int Value, bool IsFromEnd)
    {
        internal static Bound Of(Index index) => new(index.Value, index.IsFromEnd);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsFromEnd ? "^" : "")}{Value}");

        internal long In(int length) => IsFromEnd ? length - (long)Value : Value;
    }
}
