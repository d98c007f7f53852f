using System.Globalization;
using System.Text;

namespace WorkedExample;

/// <summary>The line along which values at the corners of a grid pass a level, by marching squares.</summary>
internal static class LevelLine
{
    /// <summary>The line as the path of an SVG file, in pieces of one cell each.</summary>
    internal static string Path(double[,] corners, double level, double cellSize)
    {
        StringBuilder path = new();
        for (int row = 0; row + 1 < corners.GetLength(0); row++)
        {
            for (int column = 0; column + 1 < corners.GetLength(1); column++)
            {
                List<(double X, double Y)> ends = Crossings(corners, level, row, column);
                for (int k = 0; k + 1 < ends.Count; k += 2)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M {cellSize * ends[k].X:F1} {cellSize * ends[k].Y:F1} ");
                    path.Append(CultureInfo.InvariantCulture, $"L {cellSize * ends[k + 1].X:F1} {cellSize * ends[k + 1].Y:F1} ");
                }
            }
        }
        return path.ToString().TrimEnd();
    }

    // Where the sides of a cell are crossed, round the cell, if the values are linear along them: none, two, or at a saddle four places.
    private static List<(double X, double Y)> Crossings(double[,] corners, double level, int row, int column)
    {
        ReadOnlySpan<(int Row, int Column)> round = [(row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)];
        List<(double X, double Y)> crossings = [];
        for (int k = 0; k < round.Length; k++)
        {
            ((int Row, int Column) from, (int Row, int Column) to) = (round[k], round[(k + 1) % round.Length]);
            double before = corners[from.Row, from.Column] - level, after = corners[to.Row, to.Column] - level;
            if (before > 0 == after > 0) { continue; }
            double part = before / (before - after);
            crossings.Add((from.Column + (part * (to.Column - from.Column)), from.Row + (part * (to.Row - from.Row))));
        }
        return crossings;
    }
}
