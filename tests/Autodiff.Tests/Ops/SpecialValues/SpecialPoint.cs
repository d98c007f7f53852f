using System.Globalization;
using System.Numerics;

namespace Autodiff.Tests.Ops.SpecialValues;

/// <summary>A line of the written table: an operation at a point, its value and its gradients.</summary>
internal sealed record SpecialPoint<T>(string Operation, T[] Point, T Value, T[] Gradients)
    where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
{
    /// <summary>The names of the fourteen operands.</summary>
    public static IReadOnlyList<string> Operands { get; } =
        ["-inf", "-max", "-2.5", "-1", "-tiny", "-0", "0", "tiny", "0.5", "1", "2.5", "max", "inf", "nan"];

    public static ILookup<string, SpecialPoint<T>> Table { get; } = Read("unary", 1).Concat(Read("binary", 2)).ToLookup(point => point.Operation);

    public string Place => $"({string.Join(", ", Point.Select(x => x.ToString("G5", CultureInfo.InvariantCulture)))})";

    private static IEnumerable<SpecialPoint<T>> Read(string functions, int arity)
    {
        string format = typeof(T) == typeof(float) ? "float" : "double";
        string path = Path.Combine(AppContext.BaseDirectory, "Ops", "SpecialValues", $"{functions}.{format}.txt");
        foreach (string line in File.ReadLines(path).Where(line => !line.StartsWith('#')))
        {
            string[] cells = line.Split(" | ");
            T[] numbers = [.. cells[1..].Select(Parse)];
            yield return new(cells[0], numbers[..arity], numbers[arity], numbers[(arity + 1)..]);
        }
    }

    private static T Parse(string cell) => cell switch
    {
        "inf" => T.PositiveInfinity,
        "-inf" => T.NegativeInfinity,
        "nan" => T.NaN,
        "max" => T.MaxValue,
        "-max" => T.MinValue,
        "tiny" => T.Epsilon,
        "-tiny" => -T.Epsilon,
        _ => T.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture),
    };
}
