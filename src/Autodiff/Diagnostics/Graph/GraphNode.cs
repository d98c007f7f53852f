namespace Autodiff;

/// <summary>One number of a computation.</summary>
/// <param name="Name">
/// The name given with <see cref="Traced.Named"/>; else x, or x0, x1, ..., for an input, v1, v2, ... for what lies between, y for the result,
/// and the number itself for a constant.
/// </param>
/// <param name="Operation">What computed it, with its parameters if it has any; Input and Constant for what nothing did.</param>
/// <param name="Operands">The places in <see cref="Graph.Nodes"/> of what the operation was applied to. In x * x both are the same.</param>
/// <param name="Value">The value.</param>
/// <param name="Adjoint">The derivative of the result by this number, all ways from it to the result taken together.</param>
/// <param name="LocalPartials">The derivative of this number by each operand, the others held fixed.</param>
public sealed record GraphNode(
    string Name, string Operation, IReadOnlyList<int> Operands, double Value, double Adjoint, IReadOnlyList<double> LocalPartials);
