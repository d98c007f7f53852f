using System.Diagnostics.CodeAnalysis;

namespace Autodiff.Diagnostics;

// Equations of the summation convention.
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void EinsumOperands(string equation, int named, int came) =>
        throw new ArgumentException($"Einsum: '{equation}' names {named} operands, and {came} came. Commas separate them; the result stands behind ->.");

    [DoesNotReturn]
    internal static void EinsumCharacter(string equation, char character, bool hasEllipsis) =>
        throw new ArgumentException(
            $"Einsum: '{character}' in '{equation}' {(character == '.' && hasEllipsis ? "begins a second ellipsis" : "is no label")}. Labels are the "
            + "letters a to z and A to Z; each operand, and the result, may have one ellipsis (...).");

    [DoesNotReturn]
    internal static void EinsumAxes(string equation, string term, int operand, int labels, Shape shape) =>
        throw new ArgumentException(
            $"Einsum: '{term}' in '{equation}' names {labels} axes of operand {operand}, which is {shape} and has {shape.Rank}. Name each, or let "
            + "an ellipsis (...) stand for the others.");

    [DoesNotReturn]
    internal static void EinsumResultTwice(string equation, string label) =>
        throw new ArgumentException($"Einsum: '{label}' comes twice in the result of '{equation}'. DiagonalMatrix puts numbers on a diagonal.");

    [DoesNotReturn]
    internal static void EinsumResultUnknown(string equation, string label) =>
        throw new ArgumentException($"Einsum: '{label}' in the result of '{equation}' is no label of an operand. Expand repeats a value along new axes.");

    [DoesNotReturn]
    internal static void EinsumDiagonal(string equation, string label, int operand, Shape shape) =>
        throw new ArgumentException(
            $"Einsum: '{label}' comes twice for operand {operand} of '{equation}', which is {shape}; the axes of a diagonal must have equal lengths.");

    [DoesNotReturn]
    internal static void EinsumLengths(string equation, string label, Shape first, Shape second, int lengthOfFirst, int lengthOfSecond) =>
        throw new ShapeMismatchException(
            $"Einsum: '{label}' in '{equation}' stands for {lengthOfFirst} in {first} and for {lengthOfSecond} in {second}; what has the same label "
            + "must have equal lengths, or 1.",
            first,
            second);
}
