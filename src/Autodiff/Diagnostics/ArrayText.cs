using System.Globalization;
using System.Numerics;
using System.Text;
using Autodiff.Kernels;

namespace Autodiff.Diagnostics;

/// <summary>Writes arrays the way they are read: brackets in brackets, the numbers of a column below each other.</summary>
internal sealed class ArrayText<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Whole = 1000;     // up to so many elements all are shown
    private const int Ends = 3;         // of more, so many at either end of an axis
    private const int LineWidth = 120;

    internal static readonly string ElementName = typeof(T) == typeof(float) ? "float" : "double";

    private readonly Elements<T> elements;
    private readonly StringBuilder text = new();
    private readonly int wide;          // before the point
    private readonly int fine;          // from the point on
    private int lineStart;

    private ArrayText(Elements<T> elements)
    {
        this.elements = elements;
        Measure(0, elements.Start, ref wide, ref fine);
    }

    internal static string Of(Elements<T> elements)
    {
        ArrayText<T> array = new(elements);
        if (elements.Shape.ElementCount == 0) { array.text.Append("[]"); }
        else { array.Write(0, elements.Start); }
        return array.text.Append('\n').Append(Header(elements.Shape)).ToString();
    }

    internal static string Header(Shape shape) => $"{ElementName} {shape}";

    private static string Number(T value) => value.ToString("G6", CultureInfo.InvariantCulture);

    // Words such as NaN have no point to stand below, and end where the numbers end.
    private static int Point(string number)
    {
        int point = number.AsSpan().IndexOfAny('.', 'E');
        return point < 0 || !char.IsAsciiDigit(number[^1]) ? number.Length : point;
    }

    private IEnumerable<int> Shown(int axis)
    {
        int length = elements.Shape.Lengths[axis];
        bool all = elements.Shape.ElementCount <= Whole || length <= 2 * Ends;
        for (int i = 0; i < length; i++)
        {
            if (all || i < Ends || i >= length - Ends) { yield return i; }
            else
            {
                yield return Gap;
                i = length - Ends - 1;
            }
        }
    }

    private const int Gap = -1;

    private void Measure(int axis, int place, ref int wide, ref int fine)
    {
        if (elements.Shape.ElementCount == 0) { return; }
        if (axis == elements.Shape.Rank)
        {
            string number = Number(elements.Memory[place]);
            int point = Point(number);
            (wide, fine) = (Math.Max(wide, point), Math.Max(fine, number.Length - point));
            return;
        }
        foreach (int i in Shown(axis))
        {
            if (i != Gap) { Measure(axis + 1, place + (i * elements.Layout.Strides[axis]), ref wide, ref fine); }
        }
    }

    private void Write(int axis, int place)
    {
        if (axis == elements.Shape.Rank)
        {
            string number = Number(elements.Memory[place]);
            int point = Point(number), after = number.Length - point;
            bool isWord = !char.IsAsciiDigit(number[^1]);
            text.Append(' ', Math.Max(isWord ? wide + fine - number.Length : wide - point, 0)).Append(number).Append(' ', isWord ? 0 : fine - after);
            return;
        }
        bool isRow = axis == elements.Shape.Rank - 1, isFirst = true;
        text.Append('[');
        foreach (int i in Shown(axis))
        {
            if (!isFirst) { Separate(axis, isRow); }
            isFirst = false;
            if (i == Gap) { text.Append("..."); }
            else { Write(axis + 1, place + (i * elements.Layout.Strides[axis])); }
        }
        text.Append(']');
    }

    // Rows stand on lines of their own, and arrays of more axes are set apart by as many empty lines as they have more.
    private void Separate(int axis, bool isRow)
    {
        text.Append(',');
        if (isRow && text.Length - lineStart + wide + fine + 2 <= LineWidth)
        {
            text.Append(' ');
            return;
        }
        text.Append('\n', isRow ? 1 : elements.Shape.Rank - 1 - axis);
        lineStart = text.Length;
        text.Append(' ', axis + 1);
    }
}
