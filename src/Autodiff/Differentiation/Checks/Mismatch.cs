using System.Numerics;

namespace Autodiff.Differentiation;

/// <summary>What a check has found wrong: it ends the check.</summary>
internal sealed class Mismatch(string message) : Exception(message)
{
    /// <summary>Requires two numbers to be equal but for an error relative to the larger of 1 and the expected one; NaN equals NaN.</summary>
    internal static void Unless(double expected, double actual, double tolerance, string what, ReadOnlySpan<double> x)
    {
        bool near = double.IsFinite(expected) ? Math.Abs(actual - expected) <= tolerance * Math.Max(1, Math.Abs(expected)) : actual.Equals(expected);
        if (!near) { throw new Mismatch($"{what} at ({string.Join(", ", x.ToArray())}) is {actual:R}, expected {expected:R}"); }
    }

    internal static void Unless(double[] expected, double[] actual, double tolerance, string what, ReadOnlySpan<double> x)
    {
        Require(expected.Length == actual.Length, $"{what}: {actual.Length} numbers, expected {expected.Length}");
        for (int i = 0; i < expected.Length; i++) { Unless(expected[i], actual[i], tolerance, what, x); }
    }

    internal static void Unless(Plain expected, Plain actual, double tolerance, string what)
    {
        Require(expected.Shape.Equals(actual.Shape), $"{what}: the shape is {actual.Shape}, expected {expected.Shape}");
        for (int i = 0; i < expected.Values.Length; i++)
        {
            (double wanted, double came) = (expected.Values[i], actual.Values[i]);
            bool near = double.IsFinite(wanted) ? Math.Abs(came - wanted) <= tolerance * Math.Max(1, Math.Abs(wanted)) : came.Equals(wanted);
            if (!near) { throw new Mismatch($"{what}: element {i} is {came:R}, expected {wanted:R}"); }
        }
    }

    /// <summary>Requires each array to be near the expected one; null is none.</summary>
    internal static void Unless(Plain?[] expected, Plain?[] actual, double tolerance, string what)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Require(expected[i] is null == actual[i] is null, $"{what}, input {i}: one gradient is missing");
            if (expected[i] is { } wanted) { Unless(wanted, actual[i]!, tolerance, $"{what}, input {i}"); }
        }
    }

    internal static void Require(bool condition, string otherwise)
    {
        if (!condition) { throw new Mismatch(otherwise); }
    }

    /// <summary>Whether two results agree: the same kind of special value with the same sign, else within a number of ulps, or of ulps of 1.</summary>
    internal static bool Agree<T>(T actual, T expected, int ulps, int slack)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (T.IsNaN(expected) || T.IsNaN(actual)) { return T.IsNaN(expected) && T.IsNaN(actual); }
        if (T.IsInfinity(expected) || T.IsInfinity(actual)) { return actual == expected; }
        if (T.IsZero(expected) && T.IsZero(actual)) { return T.IsNegative(expected) == T.IsNegative(actual); }
        T distance = T.Abs(actual - expected), magnitude = T.Abs(expected);
        T unit = T.BitIncrement(magnitude) - magnitude;
        return distance <= T.CreateChecked(ulps) * unit || distance <= T.CreateChecked(slack) * (T.BitIncrement(T.One) - T.One);
    }
}
