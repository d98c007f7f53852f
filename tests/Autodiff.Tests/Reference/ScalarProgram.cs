using System.Text.Json;

namespace Autodiff.Tests.Reference;

/// <summary>A list of operations, each on results before it: the first slots are the inputs, and each node appends one.</summary>
internal sealed class ScalarProgram(IReadOnlyList<ScalarProgram.Node> nodes, int[] outputs, double[] weights) : IFunction
{
    /// <summary>The program of a case, or null where an operation in it is not known.</summary>
    public static ScalarProgram? Of(VectorCase c)
    {
        if (c.Parameter("nodes") is not { } list || c.Parameter("outputs") is not { } outputs || c.Parameter("weights") is not { } weights) { return null; }
        Node?[] nodes = [.. list.EnumerateArray().Select(Read)];
        return nodes.Any(node => node == null)
            ? null
            : new([.. nodes.Select(node => node!)], [.. outputs.EnumerateArray().Select(slot => slot.GetInt32())], VectorArray.ReadFlat(weights).Data);
    }

    T IFunction.Of<T>(ReadOnlySpan<T> x)
    {
        List<T> slots = [.. x];
        foreach (Node node in nodes) { slots.Add(node.Operation.Of<T>([.. node.Arguments.Select(slot => slots[slot])])); }
        T sum = T.Zero;
        for (int i = 0; i < outputs.Length; i++) { sum += T.CreateTruncating(weights[i]) * slots[outputs[i]]; }
        return sum;
    }

    private static Node? Read(JsonElement node)
    {
        string name = node[0].GetString()!;
        int[] arguments = [.. node.EnumerateArray().Skip(1).Select(slot => slot.GetInt32())];
        IFunction? operation = arguments.Length == 1 ? Operations.Unary(name) : Operations.Binary(name);
        return operation == null ? null : new(operation, arguments);
    }

    internal sealed record Node(IFunction Operation, int[] Arguments);
}
