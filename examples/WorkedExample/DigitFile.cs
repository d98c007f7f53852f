using System.Globalization;

namespace WorkedExample;

/// <summary>Reads rows of 64 pixels, 0 to 16, and the class; a first line that starts with # is a comment.</summary>
internal static class DigitFile
{
    private const int Pixels = 64, Darkest = 16, LastClass = 9, MostShown = 20;

    internal static List<Digit> Read(string path)
    {
        string[] lines = LinesOf(path);
        List<Digit> digits = [];
        for (int i = lines is [['#', ..], ..] ? 1 : 0; i < lines.Length; i++) { digits.Add(Parse(lines[i], $"{path}({i + 1})")); }
        return digits.Count > 0 ? digits : throw new FileException($"{path}: no rows");
    }

    private static string[] LinesOf(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileException($"{path}: file not found");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new FileException($"{path}: cannot be read");
        }
    }

    private static Digit Parse(string line, string place)
    {
        string[] fields = line.Length == 0 ? [] : line.Split(',');
        if (fields.Length != Pixels + 1) { throw new FileException($"{place}: expected {Pixels + 1} numbers, found {fields.Length}"); }
        double[] inputs = new double[Pixels + 1];
        for (int i = 0; i < Pixels; i++) { inputs[i] = Number(fields[i], Darkest, $"{place}: pixel {i + 1}") / (double)Darkest; }
        inputs[Pixels] = 1;
        return new(inputs, Number(fields[Pixels], LastClass, $"{place}: class"));
    }

    private static int Number(string field, int largest, string what)
    {
        if (!int.TryParse(field, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number))
        {
            throw new FileException($"{what} is not an integer: '{Printable(field)}'");
        }
        return number >= 0 && number <= largest ? number : throw new FileException($"{what} is {number}, not in 0..{largest}");
    }

    // A file of another kind must not print control characters or fill the screen.
    private static string Printable(string field) =>
        string.Concat(field.Select(c => char.IsControl(c) ? '?' : c).Take(MostShown)) + (field.Length > MostShown ? "..." : "");
}
