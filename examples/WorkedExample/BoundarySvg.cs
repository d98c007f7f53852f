using System.Globalization;
using System.Text;
using Autodiff;

namespace WorkedExample;

/// <summary>Draws what a network says of every place in the plane, the line where it is undecided, and the points it was trained on.</summary>
internal static class BoundarySvg
{
    private const int Cells = 80, CellSize = 6, Margin = 16, LegendHeight = 28;
    private const int Side = Cells * CellSize;

    private const string Head = """
          <style>
            text { font: 12px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #66727e; }
            .first { fill: #2b6cb0; stroke: #ffffff; }
            .second { fill: #c05621; stroke: #ffffff; }
            .line { stroke: #1b2733; stroke-width: 2; fill: none; stroke-linecap: round; }
          </style>

        """;

    /// <summary>The picture as the text of an SVG file.</summary>
    internal static string Render(Classification result, string title)
    {
        Plane plane = Plane.Around(result.Points);
        double[,] p = Probabilities(result, plane);
        int width = Side + (2 * Margin), height = Side + (2 * Margin) + LegendHeight;
        StringBuilder svg = new();
        Line(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">""");
        svg.Append(Head);
        Line(svg, $"""  <rect width="100%" height="100%" fill="#ffffff"/>""");
        Line(svg, $"""  <g transform="translate({Margin} {Margin})">""");
        Line(svg, $"""  <g shape-rendering="crispEdges">""");
        for (int row = 0; row < Cells; row++) { DrawRow(svg, p, row); }
        Line(svg, $"""  </g>""");
        Line(svg, $"""  <path class="line" d="{LevelLine.Path(p, 0.5, CellSize)}"/>""");
        for (int i = 0; i < result.Classes.Length; i++)
        {
            (double x, double y) = plane.ToPicture(result.Points[2 * i], result.Points[(2 * i) + 1]);
            Line(svg, $"""  <circle class="{(result.Classes[i] > 0 ? "second" : "first")}" cx="{x:F1}" cy="{y:F1}" r="4"/>""");
        }
        Line(svg, $"""  </g>""");
        Line(svg, $"""  <text x="{Margin}" y="{height - Margin}">{title}: the probability of orange; the line is 1/2</text>""");
        Line(svg, $"</svg>");
        return svg.ToString();
    }

    // At the corners of the cells, row by row from the top.
    private static double[,] Probabilities(Classification result, Plane plane)
    {
        const int Corners = Cells + 1;
        double[] places = new double[2 * Corners * Corners];
        for (int i = 0; i < Corners * Corners; i++)
        {
            (places[2 * i], places[(2 * i) + 1]) = plane.FromPicture(i % Corners * CellSize, i / Corners * CellSize);
        }
        double[] p = Variable.Sigmoid(result.Model.Forward(Variable.Create<double>(places, Corners * Corners, 2))).ToArray();
        double[,] corners = new double[Corners, Corners];
        Buffer.BlockCopy(p, 0, corners, 0, p.Length * sizeof(double));
        return corners;
    }

    // Neighbours of one colour are one rectangle.
    private static void DrawRow(StringBuilder svg, double[,] p, int row)
    {
        for (int from = 0, to; from < Cells; from = to)
        {
            string colour = Colour(Middle(p, row, from));
            for (to = from + 1; to < Cells && Colour(Middle(p, row, to)) == colour; to++) { }
            Line(svg, $"""  <rect x="{from * CellSize}" y="{row * CellSize}" width="{(to - from) * CellSize}" height="{CellSize}" fill="{colour}"/>""");
        }
    }

    private static double Middle(double[,] p, int row, int column) =>
        (p[row, column] + p[row, column + 1] + p[row + 1, column] + p[row + 1, column + 1]) / 4;

    // From light blue over white to light orange, in steps that the eye hardly sees.
    private static string Colour(double p)
    {
        const int Shades = 24;
        double shade = Math.Round(((2 * p) - 1) * Shades) / Shades, depth = Math.Abs(shade);
        (int red, int green, int blue) = shade < 0 ? (95, 50, 16) : (12, 60, 110);
        return $"#{255 - (int)(depth * red):x2}{255 - (int)(depth * green):x2}{255 - (int)(depth * blue):x2}";
    }

    private static void Line(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    /// <summary>The part of the plane that is drawn, a square; y grows upwards there and downwards in the picture.</summary>
    private readonly record struct Plane(double Left, double Top, double Length)
    {
        private const double Border = 0.15;

        internal static Plane Around(double[] points)
        {
            double[] x = [.. points.Where((_, i) => i % 2 == 0)], y = [.. points.Where((_, i) => i % 2 == 1)];
            double length = Math.Max(x.Max() - x.Min(), y.Max() - y.Min()) * (1 + (2 * Border));
            return new(((x.Min() + x.Max()) - length) / 2, ((y.Min() + y.Max()) + length) / 2, length);
        }

        internal (double X, double Y) ToPicture(double x, double y) => ((x - Left) / Length * Side, (Top - y) / Length * Side);

        internal (double X, double Y) FromPicture(double x, double y) => (Left + (x / Side * Length), Top - (y / Side * Length));
    }
}
