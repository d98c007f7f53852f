using System.Globalization;

namespace Autodiff.Diagnostics;

/// <summary>What the exporters of a graph write alike.</summary>
internal static class GraphText
{
    /// <summary>As many digits as are needed to read the same number again.</summary>
    internal static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Six digits, for pictures.</summary>
    internal static string Short(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>The lines of a box: what it is, its value, its adjoint.</summary>
    internal static string[] Box(Graph graph, int node)
    {
        GraphNode shown = graph.Nodes[node];
        string title = shown.Operands.Count == 0 ? $"{shown.Name}: {shown.Operation}" : $"{shown.Name} = {graph.ExpressionOf(node)}";
        return [title, $"value {Short(shown.Value)}", $"adjoint {Short(shown.Adjoint)}"];
    }
}
