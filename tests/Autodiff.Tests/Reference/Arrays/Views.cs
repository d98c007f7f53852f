using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Autodiff.Ops;

namespace Autodiff.Tests.Reference.Arrays;

/// <summary>The views of stored arrays, and arrays in several places, that the settings of a case ask for.</summary>
internal static partial class Views
{
    /// <summary>The inputs of an operation, made of the stored arrays of its case.</summary>
    public static Variable<T>[] Of<T>(Settings settings, Variable<T>[] stored)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T>[] seen = [.. stored];
        if (settings.Text("view") is { } view) { seen[0] = View(seen[0], view, settings); }
        if (settings.Text("a_view") is { } ofA) { seen[0] = View(seen[0], ofA, settings); }
        if (settings.Text("b_view") is { } ofB) { seen[1] = View(seen[1], ofB, settings); }
        return settings.Text("alias") switch
        {
            null => seen,
            "f(x,x)" or "x @ x" => [seen[0], seen[0]],
            "x @ x.T" => [seen[0], seen[0].Transpose()],
            "concat(x,x,x)" or "q=k=v" => [seen[0], seen[0], seen[0]],
            string alias => throw new NotSupportedException(alias),
        };
    }

    /// <summary>Elements of one axis: count from a start on, every step-th.</summary>
    public static Variable<T> Section<T>(Variable<T> x, int axis, int start, int count, int step)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ViewOperation<Section, T>.Apply(new(axis, start, count, step), x);

    /// <summary>Elements of one axis from a start, before a stop, every step-th; what is null is the end.</summary>
    public static Variable<T> Slice<T>(Variable<T> x, int axis, int? start, int? stop, int step = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int length = x.Shape[axis], first = Within(start ?? 0), end = Within(stop ?? length);
        return Section(x, axis, first, Math.Max(0, (end - first + step - 1) / step), step);

        int Within(int position) => Math.Clamp(position < 0 ? position + length : position, 0, length);
    }

    private static Variable<T> View<T>(Variable<T> x, string text, Settings settings)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (string step in text.Split(" then ", StringSplitOptions.RemoveEmptyEntries)) { x = Step(x, step, settings); }
        return x;
    }

    private static Variable<T> Step<T>(Variable<T> x, string text, Settings settings)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Called().Match(text) is { Success: true } call)
        {
            int[] axes = [.. call.Groups[2].Value.Split(',').Select(axis => int.Parse(axis, CultureInfo.InvariantCulture))];
            return call.Groups[1].Value == "permute" ? x.Permute(axes) : x.Transpose(axes[0], axes[1]);
        }

        if (text.Contains("expand", StringComparison.Ordinal)) { return Variable.Expand(x, settings.Integers("expand")); }
        if (Transposed().IsMatch(text)) { return x.Transpose(); }
        if (!Sliced().IsMatch(text)) { throw new NotSupportedException(text); }
        string[] slices = text[(text.IndexOf('[', StringComparison.Ordinal) + 1)..^1].Split(',');
        for (int axis = 0; axis < slices.Length; axis++)
        {
            string[] parts = slices[axis].Trim().Split(':');
            x = Slice(x, axis, Integer(parts[0]), Integer(parts[1]), parts.Length > 2 ? Integer(parts[2]) ?? 1 : 1);
        }

        return x;
    }

    private static int? Integer(string digits) => digits.Length == 0 ? null : int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(permute|transpose)\(([-\d, ]+)\)( first)?$")]
    private static partial Regex Called();

    [GeneratedRegex(@"^[A-Za-z]\.T( \(.*\))?$")]
    private static partial Regex Transposed();

    [GeneratedRegex(@"^[A-Za-z]?\[[\d:, -]+\]$")]
    private static partial Regex Sliced();
}
