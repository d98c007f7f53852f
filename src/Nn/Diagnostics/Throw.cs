using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Autodiff.Nn.Diagnostics;

/// <summary>Every error of the networks, and its text: what came, what was expected, what to do.</summary>
[StackTraceHidden]
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void ParameterNotDense(string name, Shape shape) =>
        throw new ArgumentException($"The parameter {name} {shape} is a view whose elements do not stand row by row. Make it of a copy.");

    [DoesNotReturn]
    internal static void NameWithDot(string name) =>
        throw new ArgumentException($"The name '{name}' has a dot, and dots separate the names of modules and parameters.");

    [DoesNotReturn]
    internal static void NameTaken(string name, Type module) =>
        throw new ArgumentException($"{module.Name.Split('`')[0]} has declared '{name}' already. Names within a module differ.");

    [DoesNotReturn]
    internal static void InputLength(string layer, Shape input, Shape weights) =>
        throw new ShapeMismatchException($"{layer}: the input is {input}, and its last length must be {weights[0]}.", input, weights);

    [DoesNotReturn]
    internal static void StepWhileRecording() =>
        throw new InvalidOperationException(
            "Step changes parameters, which the recording that is open may have read. Call it after the Record scope, or inside Autograd.Pause().");

    [DoesNotReturn]
    internal static void StaleGradient(string name, Shape shape) =>
        throw new InvalidOperationException(
            $"Step: no sweep has written the gradient of {name} {shape} since the last step. Call Backward first, on a loss that depends on it, or "
            + "Step(ignoreStale: true), which leaves such parameters as they are.");

    [DoesNotReturn]
    internal static void NesterovWithoutMomentum(double momentum, double dampening) =>
        throw new ArgumentException($"Sgd: Nesterov's form needs momentum above 0 and dampening 0; momentum is {momentum}, dampening {dampening}.");

    [DoesNotReturn]
    internal static void NoParameters() => throw new ArgumentException("There are no parameters to optimize.");
}
