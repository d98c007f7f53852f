using System.Globalization;
using Autodiff.Diagnostics;

namespace Autodiff.Ops;

/// <summary>How a rule is called where it is shown to a reader.</summary>
internal static class RuleName
{
    /// <summary>The name of the rule's type, or what its ToString says where it overrides that: a rule with parameters shows them.</summary>
    internal static string Of<TRule>(TRule rule)
        where TRule : struct
    {
        // A struct without an override answers with the full name of its type.
        string? shown = rule.ToString();
        return shown is null || shown == typeof(TRule).ToString() ? Throw.Describe(typeof(TRule)) : shown;
    }

    /// <summary>A name with parameters, as in <c>Round[2, ToEven]</c>: what the ToString of a rule with parameters says.</summary>
    internal static string With(string name, params ReadOnlySpan<IConvertible> parameters)
    {
        List<string> shown = [];
        foreach (IConvertible parameter in parameters) { shown.Add(parameter.ToString(CultureInfo.InvariantCulture)); }
        return $"{name}[{string.Join(", ", shown)}]";
    }
}
