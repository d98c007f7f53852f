using System.Buffers;
using System.Text;
using System.Text.Json;
using Autodiff;
using GradBench.Evals;

namespace GradBench.Protocol;

/// <summary>The conversation with an eval: a message a line comes in, an answer a line goes out.</summary>
internal static class Session
{
    private const string Tool = "autodiff";

    private static readonly Dictionary<string, Module> Modules = new[]
    {
        Hello.Module, LeastSquares.Module, LogSumExp.Module, Determinant.Module, DifferentialEquation.Module, GaussianMixture.Module,
        KMeans.Module, Lstm.Module, BundleAdjustment.Module, HandTracking.Module, Particle.Module, Saddle.Module,
    }.ToDictionary(module => module.Name);

    internal static void Run(TextReader input, TextWriter output)
    {
        while (input.ReadLine() is { } line)
        {
            output.Write(Answer(line));
            output.Write('\n');
            output.Flush();
        }
    }

    /// <summary>The answer to one message, whatever it is.</summary>
    internal static string Answer(string line)
    {
        try
        {
            using JsonDocument message = JsonDocument.Parse(line);
            return Answer(message.RootElement);
        }
        catch (JsonException error)
        {
            return Failure(default, $"not JSON: {error.Message}");
        }
    }

    private static string Answer(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object) { return Failure(default, "the message is not an object"); }
        message.TryGetProperty("id", out JsonElement id);
        try
        {
            return Text(message, "kind") switch
            {
                "start" => Reply(id, writer => writer.WriteString("tool", Tool)),
                "define" => Define(id, message),
                "evaluate" => Evaluate(id, Find(message), message),
                "analysis" => Reply(id, static _ => { }),
                string kind => Failure(id, $"there is no kind of message '{kind}'"),
            };
        }
        catch (Exception error)
        {
            // What the function has recorded is nobody's any more.
            Autograd.Discard();
            return Failure(id, error is OutOfMemoryException ? "the memory does not suffice for an input of this size" : error.Message);
        }
    }

    private static string Define(JsonElement id, JsonElement message)
    {
        Find(message);
        return Reply(id, static writer => writer.WriteBoolean("success", true));
    }

    private static string Evaluate(JsonElement id, Module module, JsonElement message)
    {
        string name = Text(message, "function");
        bool exists = module.Functions.TryGetValue(name, out Func<Input, Func<object>>? prepare);
        InputException.Require(exists, $"'{module.Name}' has no function '{name}', only {string.Join(", ", module.Functions.Keys)}");
        InputException.Require(message.TryGetProperty("input", out JsonElement element), "the message has no 'input'");
        Input input = new(element);
        int runs = input.Has("min_runs") ? input["min_runs"].Integer(least: int.MinValue) : 1;
        double seconds = input.Has("min_seconds") ? input["min_seconds"].Number() : 0;
        Timed timed = Timed.Run(() => prepare!(input), runs, seconds);
        return Reply(id, writer =>
        {
            writer.WriteBoolean("success", true);
            writer.WritePropertyName("output");
            Output.Write(writer, timed.Output);
            writer.WriteStartArray("timings");
            Time(writer, "prepare", timed.Preparation);
            foreach (long run in timed.Runs) { Time(writer, "evaluate", run); }
            writer.WriteEndArray();
        });
    }

    private static void Time(Utf8JsonWriter writer, string name, long nanoseconds)
    {
        writer.WriteStartObject();
        writer.WriteString("name", name);
        writer.WriteNumber("nanoseconds", nanoseconds);
        writer.WriteEndObject();
    }

    private static Module Find(JsonElement message)
    {
        string name = Text(message, "module");
        return Modules.TryGetValue(name, out Module? module) ? module : throw new InputException($"there is no module '{name}'");
    }

    private static string Text(JsonElement message, string name)
    {
        bool isText = message.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String;
        return isText ? value.GetString()! : throw new InputException($"the message has no '{name}'");
    }

    private static string Failure(JsonElement id, string reason) => Reply(id, writer =>
    {
        writer.WriteBoolean("success", false);
        writer.WriteString("error", reason);
    });

    private static string Reply(JsonElement id, Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("id");
            if (id.ValueKind == JsonValueKind.Undefined) { writer.WriteNullValue(); }
            else { id.WriteTo(writer); }
            write(writer);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
