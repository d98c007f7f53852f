using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Autodiff.Diagnostics;

/// <summary>A graph as JSON.</summary>
internal static class GraphJson
{
    internal static string Write(Graph graph)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            WriteNumbers(json, "inputs", graph.Inputs);
            json.WriteNumber("result", graph.Result);
            json.WriteStartArray("nodes");
            foreach (GraphNode node in graph.Nodes) { WriteNode(json, node); }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteNode(Utf8JsonWriter json, GraphNode node)
    {
        json.WriteStartObject();
        json.WriteString("name", node.Name);
        json.WriteString("operation", node.Operation);
        WriteNumbers(json, "operands", node.Operands);
        json.WritePropertyName("value");
        WriteNumber(json, node.Value);
        json.WritePropertyName("adjoint");
        WriteNumber(json, node.Adjoint);
        json.WriteStartArray("localPartials");
        foreach (double partial in node.LocalPartials) { WriteNumber(json, partial); }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IReadOnlyList<int> numbers)
    {
        json.WriteStartArray(name);
        foreach (int number in numbers) { json.WriteNumberValue(number); }
        json.WriteEndArray();
    }

    // JSON has no word for numbers that are not finite.
    private static void WriteNumber(Utf8JsonWriter json, double number)
    {
        if (double.IsFinite(number)) { json.WriteNumberValue(number); }
        else { json.WriteStringValue(GraphText.Exact(number)); }
    }
}
