using System.Text;

namespace Autodiff.Diagnostics;

/// <summary>A graph in the language of Graphviz.</summary>
internal static class GraphDot
{
    internal static string Write(Graph graph)
    {
        StringBuilder text = new("digraph computation {\n    rankdir=LR;\n    node [shape=box];\n");
        for (int k = 0; k < graph.Nodes.Count; k++)
        {
            string label = string.Join("\\n", GraphText.Box(graph, k).Select(Escape));
            text.Append($"    n{k} [label=\"{label}\"];\n");
        }
        for (int k = 0; k < graph.Nodes.Count; k++)
        {
            GraphNode node = graph.Nodes[k];
            for (int i = 0; i < node.Operands.Count; i++)
            {
                text.Append($"    n{node.Operands[i]} -> n{k} [label=\"{GraphText.Short(node.LocalPartials[i])}\"];\n");
            }
        }
        return text.Append("}\n").ToString();
    }

    // A backslash would begin an escape of Graphviz's own, such as \N for the name of the node.
    private static string Escape(string line) =>
        line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n");
}
