using Autodiff.Diagnostics;

namespace Autodiff;

/// <summary>
/// A computation, operation by operation in the order it ran, with values and adjoints.
/// <see cref="Autograd.Trace(Func{Traced{double}, Traced{double}}, double)"/> makes it.
/// </summary>
/// <remarks>
/// It holds whatever was computed from an input; what the result does not depend on has adjoint 0. A constant is there once for each
/// use. Where a derivative is exactly 0 nothing passes, be the other factor infinite (strong zero).
/// </remarks>
public sealed class Graph
{
    internal Graph(IReadOnlyList<GraphNode> nodes, int inputCount, int result)
    {
        Nodes = nodes;
        Inputs = [.. Enumerable.Range(0, inputCount)];
        Result = result;
    }

    /// <summary>The numbers; operands stand before what is computed from them.</summary>
    public IReadOnlyList<GraphNode> Nodes { get; }

    /// <summary>The places of the inputs in <see cref="Nodes"/>, in the order of the arguments.</summary>
    public IReadOnlyList<int> Inputs { get; }

    /// <summary>The place of the result in <see cref="Nodes"/>; it may be an input or a constant.</summary>
    public int Result { get; }

    /// <summary>The operation applied to its operands by name, as in <c>Multiply(a, b)</c>; Input or Constant for what nothing computed.</summary>
    /// <param name="node">A place in <see cref="Nodes"/>.</param>
    public string ExpressionOf(int node)
    {
        IReadOnlyList<int> operands = Nodes[node].Operands;
        return operands.Count == 0 ? Nodes[node].Operation : $"{Nodes[node].Operation}({string.Join(", ", operands.Select(k => Nodes[k].Name))})";
    }

    /// <summary>Aligned text, a line a number: name, operation, value, adjoint; all digits that are needed to read the same number again.</summary>
    public string ToTable() => GraphTable.Write(this);

    /// <summary>The graph in the language of Graphviz; arrows bear local partial derivatives. Numbers have six digits.</summary>
    public string ToDot() => GraphDot.Write(this);

    /// <summary>The graph as a Mermaid flowchart; arrows bear local partial derivatives. Numbers have six digits.</summary>
    public string ToMermaid() => GraphMermaid.Write(this);

    /// <summary>
    /// The graph as JSON: <c>{ "inputs": [0], "result": 2, "nodes": [{ "name", "operation", "operands", "value", "adjoint", "localPartials" }] }</c>.
    /// A number that is not finite is the string "NaN", "Infinity" or "-Infinity".
    /// </summary>
    public string ToJson() => GraphJson.Write(this);

    /// <summary>The table.</summary>
    public override string ToString() => ToTable();
}
