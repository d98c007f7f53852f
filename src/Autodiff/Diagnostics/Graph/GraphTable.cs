using System.Text;

namespace Autodiff.Diagnostics;

/// <summary>A graph as aligned text, a line a number.</summary>
internal static class GraphTable
{
    private const string Gap = "  ";

    internal static string Write(Graph graph)
    {
        string[][] rows =
        [
            ["name", "operation", "value", "adjoint"],
            .. graph.Nodes.Select((node, k) => Row(graph, k, node)),
        ];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        StringBuilder text = new();
        foreach (string[] row in rows)
        {
            text.Append(row[0].PadRight(widths[0])).Append(Gap).Append(row[1].PadRight(widths[1])).Append(Gap)
                .Append(row[2].PadLeft(widths[2])).Append(Gap).Append(row[3].PadLeft(widths[3])).Append('\n');
        }
        return text.ToString();
    }

    private static string[] Row(Graph graph, int index, GraphNode node) =>
        [node.Name, graph.ExpressionOf(index), GraphText.Exact(node.Value), GraphText.Exact(node.Adjoint)];
}
