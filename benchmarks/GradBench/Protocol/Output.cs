using System.Text.Json;
using Autodiff;

namespace GradBench.Protocol;

/// <summary>Writes results: numbers, lists of them, arrays as nested lists, and dictionaries of those.</summary>
internal static class Output
{
    internal static void Write(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case double number: Write(writer, number); break;
            case int number: writer.WriteNumberValue(number); break;
            case IEnumerable<double> numbers: WriteList(writer, numbers, Write); break;
            case IEnumerable<int> numbers: WriteList(writer, numbers, static (to, number) => to.WriteNumberValue(number)); break;
            case Variable<double> array: WriteNested(writer, array.ToArray(), array.Shape.Lengths); break;
            case IReadOnlyDictionary<string, object> named:
                writer.WriteStartObject();
                foreach ((string name, object item) in named)
                {
                    writer.WritePropertyName(name);
                    Write(writer, item);
                }
                writer.WriteEndObject();
                break;
            default: throw new ArgumentException($"a result of type {value.GetType()} has no form in JSON", nameof(value));
        }
    }

    private static void WriteNested(Utf8JsonWriter writer, ReadOnlySpan<double> values, ReadOnlySpan<int> lengths)
    {
        if (lengths.IsEmpty)
        {
            Write(writer, values[0]);
            return;
        }
        writer.WriteStartArray();
        int size = lengths[0] == 0 ? 0 : values.Length / lengths[0];
        for (int i = 0; i < lengths[0]; i++) { WriteNested(writer, values.Slice(i * size, size), lengths[1..]); }
        writer.WriteEndArray();
    }

    private static void WriteList<T>(Utf8JsonWriter writer, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (T item in items) { write(writer, item); }
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, double number)
    {
        InputException.Require(double.IsFinite(number), $"the result holds {number}, which JSON cannot express");
        writer.WriteNumberValue(number);
    }
}
