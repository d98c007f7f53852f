using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Autodiff.Diagnostics;

/// <summary>Every error of the engine: what came, what was expected, what to do.</summary>
[StackTraceHidden]
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void DerivativeLost(Type from, Type to) =>
        throw new InvalidOperationException(
            $"Converting a {Describe(from)} to {Describe(to)} would drop its derivative. If that is meant, convert its Value; "
            + "otherwise keep the computation generic in the number type.");

    [DoesNotReturn]
    internal static void NotRecording() =>
        throw new InvalidOperationException(
            "An independent variable needs a recording: call Independent inside `using (Autograd.Record())`, and not inside Pause.");

    [DoesNotReturn]
    internal static void TapeFull(Type type) =>
        throw new InvalidOperationException(
            $"The tape of {Describe(type)} numbers is full. Raise Autograd.ScalarCapacity before recording, record less at a time, "
            + "or use the span functions (Dot, Sum, LinearCombination), which record one node for many arguments.");

    [DoesNotReturn]
    internal static void TapeMemory(Type type) =>
        throw new InsufficientMemoryException(
            $"The system grants no memory for a tape of {Describe(type)} numbers. Lower Autograd.ScalarCapacity, or record on fewer threads.");

    [DoesNotReturn]
    internal static void RecordingsMixed(Type type) =>
        throw new InvalidOperationException(
            $"Two Scalar<{Describe(type)}> of different recordings meet in one operation: a number of an outer recording or of another thread is "
            + "used inside a function that is being differentiated. Pass it as an argument, nest the number types, or take its Value.");

    [DoesNotReturn]
    internal static void LanesDisagree(Lanes left, Lanes right) =>
        throw new InvalidOperationException(
            $"The comparison of {left} with {right} is true in some lanes and false in others, and a branch goes one way for all. Choose without a branch "
            + "(Maximum, Minimum, Abs, Relu, UnitStep ...), or compute such points one by one, as double.");

    [DoesNotReturn]
    internal static void PositionOfAnotherRecording() =>
        throw new InvalidOperationException("The position is of another recording, or of one that is gone: take it with Autograd.Position in this one.");

    [DoesNotReturn]
    internal static void PositionRewound() =>
        throw new InvalidOperationException("The recording has been taken back behind this position with Autograd.Rewind: take the position again.");

    [DoesNotReturn]
    internal static void NumberRewound() =>
        throw new InvalidOperationException("The number was recorded behind a position that the recording has been taken back to: compute it again.");

    [DoesNotReturn]
    internal static void NoSuchRow(int row, int count) =>
        throw new ArgumentOutOfRangeException(nameof(row), row, $"There is no row {row} in a matrix of {count} rows.");

    [DoesNotReturn]
    internal static void NoLanes(Type type) =>
        throw new NotSupportedException($"Lanes.Total: a {Describe(type)} has no lanes; they are summed of Lanes and of Scalar<Lanes>.");

    [DoesNotReturn]
    internal static void LanesDiffer(Lanes lanes) =>
        throw new InvalidOperationException(
            $"One number is asked for, and the lanes hold several: {lanes}. Read them by index or with CopyTo; a test of them needs an answer that all give.");

    [DoesNotReturn]
    internal static void GradientOfConstant() =>
        throw new InvalidOperationException("A constant has no gradient. Make the number with Scalar.Independent, or compute it from one that was.");

    [DoesNotReturn]
    internal static void GradientWithoutNode() =>
        throw new InvalidOperationException(
            "The number has no node of its own, so no gradient was kept for it: a function of one number rides on its argument's node. "
            + "Wrap it in Scalar.Watch where it is computed.");

    [DoesNotReturn]
    internal static void RecordingGone() =>
        throw new InvalidOperationException(
            "The number's recording is gone: it was discarded, replaced by the thread's next outermost Record or, after its sweep, by a new independent "
            + "variable, or it belongs to another thread. "
            + "Sweep and read gradients on the thread that recorded, before its next recording.");

    [DoesNotReturn]
    internal static void NotSwept() =>
        throw new InvalidOperationException("No sweep has passed the number since it was recorded. Call Backward on a result first.");

    [DoesNotReturn]
    internal static void BackwardOfConstant() =>
        throw new InvalidOperationException(
            "Backward from a constant: the number depends on no independent variable of an open recording.");

    [DoesNotReturn]
    internal static void NoHeads() => throw new ArgumentException("Backward needs at least one head.");

    [DoesNotReturn]
    internal static void SweptTwice() =>
        throw new InvalidOperationException(
            "The recording has been swept, or discarded, and is closed. Sweep several results at once with Autograd.Backward([first, second]), "
            + "or keep the recording open with retainGraph: true.");

    [DoesNotReturn]
    internal static void HeadCount(int heads, int weights) =>
        throw new ArgumentException($"Backward: {heads} heads and {weights} head gradients; there must be one for each head.");

    [DoesNotReturn]
    internal static void DestinationLength(string function, int actual, int expected, string what) =>
        throw new ArgumentException($"{function}: the destination has length {actual}, and {what} needs {expected}.");

    [DoesNotReturn]
    internal static void DirectionLength(string function, int actual, int expected) =>
        throw new ArgumentException($"{function}: the direction has length {actual}, the point {expected}; they must be equal.");

    [DoesNotReturn]
    internal static void MatrixLength(string function, int actual, int rows, int columns) =>
        throw new ArgumentException($"{function}: the destination has length {actual}, and {rows} x {columns} elements are needed.");

    [DoesNotReturn]
    internal static void LengthsDiffer(string function, int first, int second) =>
        throw new ArgumentException($"{function}: the first span has length {first}, the second {second}; they must be equal.");

    [DoesNotReturn]
    internal static void TracedDecision(Type type) =>
        throw new InvalidOperationException(
            $"A comparison, a test or a conversion reads the value of a {Describe(type)} that depends on an input. The branch taken by it would be "
            + "frozen into the graph, and be wrong for other arguments. Choose inside an operation (Max, Min, Clamp, Abs, CopySign, Relu, UnitStep), "
            + "or differentiate with Scalar or Dual, which follow the branch.");

    [DoesNotReturn]
    internal static void TracesMixed(Type type) =>
        throw new InvalidOperationException(
            $"Two {Describe(type)} of different traces meet: a number of one Autograd.Trace is used inside the function of another. "
            + "Pass it as an argument, or take its Value.");

    [DoesNotReturn]
    internal static void SweptInDriver() =>
        throw new InvalidOperationException(
            "Backward inside a function that is being differentiated would close the recording of its driver, which sweeps it itself. "
            + "Return the number; or record inside the function with Autograd.Record.");

    [DoesNotReturn]
    internal static void NoSpecialFunctions(Type type) =>
        throw new NotSupportedException(
            $"{Describe(type)} has no special functions. They are defined for float, double and Half, and for Scalar, Dual and Traced over them.");

    /// <summary>A type as one writes it in C#: Scalar&lt;Dual&lt;double&gt;&gt;.</summary>
    internal static string Describe(Type type) =>
        type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Describe))}>"
            : type == typeof(double) ? "double" : type == typeof(float) ? "float" : type.Name;
}
