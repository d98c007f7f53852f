using System.Diagnostics.CodeAnalysis;

namespace Autodiff.Diagnostics;

// Recorded arrays: what may be read, swept and changed, and when.
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void ElementType(Type type) =>
        throw new NotSupportedException($"Variable<{Describe(type)}>: the elements of an array are float or double. For other numbers use Scalar or Dual.");

    [DoesNotReturn]
    internal static void DefaultVariable(Type type) =>
        throw new InvalidOperationException(
            $"The Variable<{Describe(type)}> is default: no value was ever assigned to it. Make one with Variable.Create, Zeros, Normal, ...");

    [DoesNotReturn]
    internal static void Recycled() =>
        throw new InvalidOperationException(
            "The value belongs to a recording that is gone: the thread's next outermost Record has used its memory again. "
            + "Read it before that, or keep it with Detach().");

    [DoesNotReturn]
    internal static void OtherRecording(Shape shape) =>
        throw new InvalidOperationException(
            $"The value of shape {shape} belongs to a recording of another thread, or to one outside the function that is being differentiated. "
            + "Use it on the thread that recorded it, pass it as an argument, or keep it with Detach() there.");

    [DoesNotReturn]
    internal static void RecordingFull(int nodes) =>
        throw new InvalidOperationException($"The recording has {nodes} nodes, which is the most. Sweep or discard it earlier.");

    [DoesNotReturn]
    internal static void NotSingle(Shape shape) =>
        throw new InvalidOperationException(
            $"Value: the shape is {shape}, and only a value of one element has a Value. Use ToArray, AsReadOnlySpan or an index.");

    [DoesNotReturn]
    internal static void NotDense(Shape shape) =>
        throw new InvalidOperationException(
            $"The value of shape {shape} is a view whose elements do not stand row by row. ToArray copies them; AsReadOnlyTensorSpan shows them with strides.");

    [DoesNotReturn]
    internal static T NotDense<T>(Shape shape)
    {
        NotDense(shape);
        return default;
    }

    [DoesNotReturn]
    internal static void NoGradient(Shape shape) =>
        throw new InvalidOperationException(
            $"The value of shape {shape} has no gradient attached. Call AttachGradient() before recording, "
            + "or ask for the gradient with Autograd.Gradient(head, [value]).");

    [DoesNotReturn]
    internal static void AttachToResult(Shape shape) =>
        throw new InvalidOperationException(
            $"AttachGradient: the value of shape {shape} was computed inside a recording. Detach() it first to make a variable of its own, "
            + "or ask for its gradient with Autograd.Gradient(head, [value]).");

    [DoesNotReturn]
    internal static void UnknownRequest(GradientRequest request) =>
        throw new ArgumentOutOfRangeException(nameof(request), request, "AttachGradient: the requests are Write, Add and Null.");

    [DoesNotReturn]
    internal static void GradientBeingWritten(Shape shape) =>
        throw new InvalidOperationException(
            $"Two sweeps write the attached gradient of shape {shape} at the same time. Sweep on one thread at a time, "
            + "or collect with Autograd.Gradient, which writes to values of its own.");

    [DoesNotReturn]
    internal static void BackwardOfConstantArray(Shape shape) =>
        throw new InvalidOperationException(
            $"Backward from a constant: the value of shape {shape} depends on no variable with a gradient attached, or was computed outside Record.");

    [DoesNotReturn]
    internal static void GradientByConstant(Shape shape) =>
        throw new InvalidOperationException(
            $"Gradient: the value of shape {shape} is a constant of this recording. Attach a gradient to it before recording, with the request Write or Add.");

    [DoesNotReturn]
    internal static void HeadNotSingle(Shape shape) =>
        throw new InvalidOperationException(
            $"Backward: the head has the shape {shape}. A head of more than one element needs a head gradient of its shape, or a Sum to one number.");

    [DoesNotReturn]
    internal static void HeadGradientShape(Shape head, Shape gradient) =>
        throw new ShapeMismatchException($"Backward: the head has the shape {head}, its head gradient {gradient}; they must be equal.", gradient, head);

    [DoesNotReturn]
    internal static void ChangedSinceRecorded(string operation, Shape shape, int input) =>
        throw new InvalidOperationException(
            $"Backward: input {input} of {operation}, of shape {shape}, was updated after the recording had read it, so the gradient would be wrong. "
            + "Update after the sweep, or record again.");

    [DoesNotReturn]
    internal static void ReadsItsOwnGradient(Shape shape) =>
        throw new InvalidOperationException(
            $"Backward: the recording reads the attached gradient of shape {shape} as an operand, and the sweep would overwrite it meanwhile. "
            + "Compute with a copy, Variable.Create(x.Gradient.ToArray(), x.Shape), or collect with Autograd.Gradient.");

    [DoesNotReturn]
    internal static void HeadGone() =>
        throw new InvalidOperationException(
            "Backward: the recording of the head is gone. Sweep before the thread's next outermost Record, which uses its memory again.");

    [DoesNotReturn]
    internal static void SweptInArrayDriver() =>
        throw new InvalidOperationException(
            "Backward inside a function that is being differentiated: its argument has no gradient attached, and the driver sweeps the result itself. "
            + "Return the result.");

    [DoesNotReturn]
    internal static void AttachAfterUse(Shape shape) =>
        throw new InvalidOperationException(
            $"AttachGradient: the open recording has read the value of shape {shape} already, so that its gradient would be partial. Attach before recording.");

    [DoesNotReturn]
    internal static void ResultNotSingle(Shape shape) =>
        throw new InvalidOperationException(
            $"The result of the function has the shape {shape}, and a gradient or Hessian is that of one number. Sum it up, or ask for its Jacobian.");

    [DoesNotReturn]
    internal static void UpdateOfResult(Shape shape) =>
        throw new InvalidOperationException(
            $"Update: the value of shape {shape} was computed inside a recording. Only values made outside can be updated; Detach() makes one of it.");

    [DoesNotReturn]
    internal static void UpdateWhileRecording(Shape shape) =>
        throw new InvalidOperationException(
            $"Update: the variable of shape {shape} has a gradient attached, and the thread records. Update after the scope, or inside Autograd.Pause().");

    [DoesNotReturn]
    internal static void Anomaly(string operation, Shape input, Shape output, int index, string location) =>
        throw new AnomalyException(
            $"{operation}: the derivative of the result, of shape {output}, by input {index}, of shape {input}, is not finite. Recorded at {location}.",
            operation,
            location);
}
