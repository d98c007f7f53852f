using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Autodiff.Tests.Reference.Arrays;

/// <summary>Programs as the vectors write them: h = tanh(X W); y = mean(h^2), or y = x; repeat 20: y = sin(y) + x.</summary>
internal static partial class Statements
{
    /// <summary>The value that the last statement gives a name, or null for a program that is not understood.</summary>
    public static Variable<T>? Run<T>(string code, string?[] names, Variable<T>[] inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Dictionary<string, Variable<T>> known = [];
        for (int i = 0; i < inputs.Length; i++) { known[names[i] ?? "xyz"[Math.Min(i, 2)].ToString()] = inputs[i]; }
        Variable<T>? last = null;
        foreach (string statement in code.Split('#')[0].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Assignment().Match(statement) is not { Success: true } match) { return null; }
            int times = match.Groups[1].Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 1;
            for (int i = 0; i < times; i++)
            {
                if (Value(match.Groups[3].Value, known) is not { } value) { return null; }
                last = known[match.Groups[2].Value] = value;
            }
        }

        return last;
    }

    /// <summary>The value of a formula of some names, or null for one that is not understood.</summary>
    public static Variable<T>? Value<T>(string formula, IReadOnlyDictionary<string, Variable<T>> names)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        try
        {
            return Expression<T>.Of(formula, names);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^(?:repeat (\d+): )?([A-Za-z]\w*) = (.+)$")]
    private static partial Regex Assignment();
}
