using System.Globalization;
using System.Numerics;
using Xunit;

namespace Autodiff.Tests.Ops.SpecialValues;

/// <summary>Gathers where results differ from the table.</summary>
internal sealed class Differences<T>(string path, int ulpsOfOne)
    where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private const int MostShown = 40;

    private readonly HashSet<string> found = [];

    public void Add(SpecialPoint<T> point, T value, T[] gradients, int valueUlps, int gradientUlps, string how = "")
    {
        if (!Agree(value, point.Value, valueUlps, ofOne: 0) || (T.IsZero(value) && T.IsNegative(value) != T.IsNegative(point.Value)))
        {
            Note(point, "value", value, point.Value, how);
        }
        for (int i = 0; i < gradients.Length; i++)
        {
            if (!Agree(gradients[i], point.Gradients[i], gradientUlps, ulpsOfOne)) { Note(point, $"gradient {i}", gradients[i], point.Gradients[i], how); }
        }
    }

    public void AssertNone() => Assert.True(found.Count == 0, $"{found.Count} cells: {string.Join("; ", found.Take(MostShown))}");

    // NaN, infinities and zero have to be what they are; a number may be off by some units in the last place.
    private static bool Agree(T actual, T expected, int ulps, int ofOne)
    {
        if (T.IsNaN(expected) || T.IsNaN(actual)) { return T.IsNaN(expected) && T.IsNaN(actual); }
        if (T.IsInfinity(expected) || T.IsInfinity(actual)) { return actual == expected; }
        T distance = T.Abs(actual - expected), magnitude = T.Abs(expected);
        bool near = distance <= T.CreateChecked(ofOne) * (T.BitIncrement(T.One) - T.One);
        if (T.IsZero(expected)) { return T.IsZero(actual) || near; }
        T unit = magnitude == T.MaxValue ? magnitude - T.BitDecrement(magnitude) : T.BitIncrement(magnitude) - magnitude;
        return near || distance <= T.CreateChecked(ulps) * unit;
    }

    private void Note(SpecialPoint<T> point, string what, T actual, T expected, string how) =>
        found.Add(string.Create(CultureInfo.InvariantCulture, $"{path} {point.Operation}{point.Place} {what} {actual:R}, table {expected:R} {how}"));
}
