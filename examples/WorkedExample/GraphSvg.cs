using System.Globalization;
using System.Net;
using System.Text;
using Autodiff;

namespace WorkedExample;

/// <summary>Draws a graph: a box for each number, with its operation, value and adjoint, and arrows that bear local partial derivatives.</summary>
internal static class GraphSvg
{
    private const double CharacterWidth = 7.25, Padding = 10, PortDistance = 24, LegendHeight = 28;

    private const string Head = """
          <style>
            text { font: 12px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #1b2733; }
            .box { stroke: #5b6b7b; fill: #ffffff; }
            .input { fill: #e3f0fc; }
            .constant { fill: #eef0f2; }
            .result { fill: #e2f5e5; }
            .name { font-weight: bold; }
            .caption, .legend { fill: #66727e; }
            .number { text-anchor: end; }
            .arrow { stroke: #5b6b7b; fill: none; marker-end: url(#head); }
            .partial { font-size: 11px; text-anchor: end; fill: #a2401d; stroke: #ffffff; stroke-width: 3px; paint-order: stroke; }
          </style>
          <defs>
            <marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">
              <path d="M 0 0 L 8 4 L 0 8 Z" fill="#5b6b7b"/>
            </marker>
          </defs>

        """;

    private const string Legend = "box: a number, its operation, its value, its adjoint = d result / d number · arrow: local partial derivative";

    /// <summary>The picture as the text of an SVG file.</summary>
    internal static string Render(Graph graph)
    {
        GraphLayout layout = new(graph, node => WidthOf(graph, node));
        double width = Math.Max(layout.Width, (Legend.Length * CharacterWidth) + (2 * Padding)), height = layout.Height + LegendHeight;
        StringBuilder svg = new();
        Line(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{width:F0}" height="{height:F0}" viewBox="0 0 {width:F0} {height:F0}">""");
        svg.Append(Head);
        Line(svg, $"""  <rect width="100%" height="100%" fill="#ffffff"/>""");
        foreach (IGrouping<int, Arrow> arrows in layout.Arrows.GroupBy(arrow => arrow.Target)) { DrawArrows(svg, [.. arrows]); }
        for (int node = 0; node < layout.Boxes.Length; node++) { DrawBox(svg, graph, node, layout.Boxes[node]); }
        Text(svg, "legend", 2 * Padding, height - Padding, Legend);
        Line(svg, $"</svg>");
        return svg.ToString();
    }

    private static string Digits(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    // An input or a constant was not computed: a colon instead of an equals sign.
    private static string OperationOf(Graph graph, int node) =>
        (graph.Nodes[node].Operands.Count == 0 ? ": " : " = ") + graph.ExpressionOf(node);

    private static double WidthOf(Graph graph, int node)
    {
        GraphNode shown = graph.Nodes[node];
        int title = shown.Name.Length + OperationOf(graph, node).Length;
        int numbers = "adjoint  ".Length + Math.Max(Digits(shown.Value).Length, Digits(shown.Adjoint).Length);
        return (Math.Max(title, numbers) * CharacterWidth) + (2 * Padding);
    }

    private static void DrawBox(StringBuilder svg, Graph graph, int node, Slot box)
    {
        GraphNode shown = graph.Nodes[node];
        string kind = node == graph.Result ? "result" : graph.Inputs.Contains(node) ? "input" : shown.Operands.Count == 0 ? "constant" : "operation";
        double top = box.Y - (box.Height / 2), left = box.X + Padding, right = box.X + box.Width - Padding;
        Line(svg, $"""  <rect class="box {kind}" x="{box.X:F1}" y="{top:F1}" width="{box.Width:F1}" height="{box.Height:F1}" rx="6"/>""");
        Line(svg, $"""  <text x="{left:F1}" y="{top + 20:F1}"><tspan class="name">{Escape(shown.Name)}</tspan>{Escape(OperationOf(graph, node))}</text>""");
        Text(svg, "caption", left, top + 42, "value");
        Text(svg, "number", right, top + 42, Digits(shown.Value));
        Text(svg, "caption", left, top + 60, "adjoint");
        Text(svg, "number", right, top + 60, Digits(shown.Adjoint));
    }

    // Arrows reach a box one below the other, in the order in which they come: so both of x * x are seen, and none cross at the box.
    private static void DrawArrows(StringBuilder svg, Arrow[] arrows)
    {
        Arrow[] sorted = [.. arrows.OrderBy(arrow => arrow.Path[^2].Y)];
        for (int i = 0; i < sorted.Length; i++) { DrawArrow(svg, sorted[i], (i - ((sorted.Length - 1) / 2.0)) * PortDistance); }
    }

    private static void DrawArrow(StringBuilder svg, Arrow arrow, double port)
    {
        Slot[] path = arrow.Path;
        StringBuilder curve = new();
        double fromX = 0, fromY = 0, x = path[0].X, y = path[0].Y;
        curve.Append(CultureInfo.InvariantCulture, $"M {x + path[0].Width:F1} {y:F1}");
        for (int k = 1; k < path.Length; k++)
        {
            (fromX, fromY) = (x + path[k - 1].Width, y);
            x = path[k].X;
            y = path[k].Y + (k == path.Length - 1 ? port : 0);
            double middle = (fromX + x) / 2;
            curve.Append(CultureInfo.InvariantCulture, $" C {middle:F1} {fromY:F1} {middle:F1} {y:F1} {x:F1} {y:F1}");
            if (k < path.Length - 1) { curve.Append(CultureInfo.InvariantCulture, $" H {x + path[k].Width:F1}"); }
        }
        Line(svg, $"""  <path class="arrow" d="{curve}"/>""");
        // Where the arrows to a box have parted: beside a steep one before it levels out, on the side from which it turns away; else at
        // its end, on the side where no neighbour is.
        double rise = fromY - y, slant = Math.Abs(rise) > PortDistance ? rise : 0;
        (double along, double still) = slant != 0 ? (0.68, 0.28) : (0.9, 0.04);
        bool below = slant != 0 ? slant < 0 : port > 0;
        Text(svg, "partial", fromX + (along * (x - fromX)), y + (still * rise) + (below ? 14 : -5), Digits(arrow.Partial));
    }

    private static void Text(StringBuilder svg, string kind, double x, double y, string text) =>
        Line(svg, $"""  <text class="{kind}" x="{x:F1}" y="{y:F1}">{Escape(text)}</text>""");

    private static void Line(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
