using System.Diagnostics.CodeAnalysis;

namespace Autodiff.Diagnostics;

// Normalisation over axes.
internal static partial class Throw
{
    [DoesNotReturn]
    internal static void NothingToNormalize(string operation, Shape shape) =>
        throw new ArgumentException($"{operation}: no lengths were given; name those of the last axes of {shape}, at least one, over which to normalise.");

    [DoesNotReturn]
    internal static void NormalizedShape(string operation, Shape shape, Shape normalized) =>
        throw new ShapeMismatchException(
            $"{operation}: x is {shape}, and its last lengths are not those of {normalized}, over which to normalise.", shape, normalized);

    [DoesNotReturn]
    internal static void NoChannels(string operation, Shape shape) =>
        throw new ArgumentException($"{operation}: {shape} has no axis of channels; x is [n, channels, ...].");

    [DoesNotReturn]
    internal static void GroupsOfChannels(int groups, Shape shape) =>
        throw new ArgumentException(
            $"GroupNorm: the {shape.Lengths[1]} channels of {shape} cannot be divided into {groups} equal groups; the number of groups must divide theirs.");

    [DoesNotReturn]
    internal static void OneValueToNormalize(string operation, Shape shape, string group) =>
        throw new ArgumentException($"{operation}: in {shape}, {group} has only one element, and less its mean that is always 0.");

    [DoesNotReturn]
    internal static void OneRunningStatistic(bool isMean) =>
        throw new ArgumentException(
            $"BatchNorm: a running {(isMean ? "mean" : "variance")} is given without a running {(isMean ? "variance" : "mean")}; give both or none.");

    [DoesNotReturn]
    internal static void Momentum(double momentum) =>
        throw new ArgumentOutOfRangeException(nameof(momentum), momentum, "BatchNorm: the momentum must be within 0 and 1.");

    [DoesNotReturn]
    internal static void NormalizationEpsilon(string operation, double epsilon) =>
        throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, $"{operation}: ε must be 0 or more.");
}
