using System.Diagnostics.CodeAnalysis;

namespace Autodiff.Diagnostics;

// Operations of users.
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void NoSuchInput(int index, int count) =>
        throw new ArgumentOutOfRangeException(nameof(index), index, $"The operation has {count} {(count == 1 ? "input" : "inputs")}, counted from 0.");

    [DoesNotReturn]
    internal static void NoOperands(string operation) =>
        throw new ArgumentException($"{operation}: no arrays were given. An operation on whole arrays has at least one operand.");

    [DoesNotReturn]
    internal static void NoResultShape(string operation) =>
        throw new InvalidOperationException($"{operation}: its ResultShape returned null. Return the shape of the result, Shape.Scalar for a single number.");

    [DoesNotReturn]
    internal static void PulledShape(string operation, int index, Shape pulled, Shape input) =>
        throw new ShapeMismatchException(
            $"{operation}: its pull adds an array of shape {pulled} to the adjoint of input {index}, which has the shape {input}. "
            + "Pull back an array of that shape, or of one that it broadcasts to, which is then summed.",
            pulled,
            input);

    [DoesNotReturn]
    internal static void PulledCount(string operation, int? count, int expected) =>
        throw new InvalidOperationException(
            $"{operation}: its pull returned {(count is null ? "null" : $"{count} arrays")} for {expected} arguments. "
            + "Return an array for each, or null in the place of one that has no gradient.");

    [DoesNotReturn]
    internal static void ReadWithinRecordedPull(string operation, Shape shape) =>
        throw new InvalidOperationException(
            $"{operation}: its pull reads the elements of an array of shape {shape} in a sweep with createGraph. "
            + "What it computes from them would count as constant in the next derivative, so it has first derivatives only. "
            + "State the pull in operations on arrays, or Detach() what really is constant.");

    [DoesNotReturn]
    internal static void EndsRecordingWithinPull() =>
        throw new InvalidOperationException(
            "The pull of an operation would end the recording that is being swept, by Record, Backward, Discard or AttachGradient. "
            + "State the pull in operations on arrays; a driver such as Autograd.Gradient(function, point) has a recording of its own.");
}
