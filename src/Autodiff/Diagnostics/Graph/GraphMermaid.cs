using System.Text;

namespace Autodiff.Diagnostics;

/// <summary>A graph as a Mermaid flowchart.</summary>
internal static class GraphMermaid
{
    internal static string Write(Graph graph)
    {
        StringBuilder text = new("flowchart LR\n");
        for (int k = 0; k < graph.Nodes.Count; k++)
        {
            string label = string.Join("<br/>", GraphText.Box(graph, k).Select(Escape));
            text.Append($"    n{k}[\"{label}\"]\n");
        }
        for (int k = 0; k < graph.Nodes.Count; k++)
        {
            GraphNode node = graph.Nodes[k];
            for (int i = 0; i < node.Operands.Count; i++)
            {
                text.Append($"    n{node.Operands[i]} -->|\"{GraphText.Short(node.LocalPartials[i])}\"| n{k}\n");
            }
        }
        return text.ToString();
    }

    // Mermaid writes entities with # in place of &. A label is read as HTML, and as Markdown where it begins with a backtick.
    private static string Escape(string line)
    {
        StringBuilder escaped = new();
        foreach (char c in line.ReplaceLineEndings(" "))
        {
            if (c is '"' or '#' or '&' or '<' or '>' or '`' or '\\' or ';') { escaped.Append($"#{(int)c};"); }
            else { escaped.Append(c); }
        }
        return escaped.ToString();
    }
}
