using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Recording;

namespace Autodiff;

// Functions of many recorded numbers that record one node for all of them: value by a plain loop, partials in one list.
public static partial class Scalar
{
    // The values are summed in methods of their own: next to a call, the JIT would keep the sum in memory.

    /// <summary>x₁ + x₂ + ... + xₙ; 0 of nothing.</summary>
    public static Scalar<T> Sum<T>(ReadOnlySpan<Scalar<T>> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TermWriter<T> terms = new(x.Length);
        foreach (ref readonly Scalar<T> element in x) { terms.Add(element, T.One); }
        return terms.Record(SumOfValues(x));
    }

    /// <summary>c₁ x₁ + ... + cₙ xₙ with constant coefficients.</summary>
    /// <param name="coefficients">The coefficients c, n of them.</param>
    /// <param name="x">The numbers, n of them.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Scalar<T> LinearCombination<T>(ReadOnlySpan<T> coefficients, ReadOnlySpan<Scalar<T>> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameLength(nameof(LinearCombination), coefficients.Length, x.Length);
        TermWriter<T> terms = new(x.Length);
        terms.Add(x, coefficients);
        return terms.Record(DotOfValues(coefficients, x));
    }

    /// <summary>The scalar product x₁ y₁ + ... + xₙ yₙ.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Scalar<T> Dot<T>(ReadOnlySpan<Scalar<T>> x, ReadOnlySpan<Scalar<T>> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameLength(nameof(Dot), x.Length, y.Length);
        TermWriter<T> terms = new(checked(2 * x.Length));
        for (int i = 0; i < x.Length; i++) { terms.Add(x[i], y[i].Value); }
        for (int i = 0; i < x.Length; i++) { terms.Add(y[i], x[i].Value); }
        return terms.Record(DotOfValues(x, y));
    }

    /// <summary>x₁² + ... + xₙ².</summary>
    public static Scalar<T> SumOfSquares<T>(ReadOnlySpan<Scalar<T>> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TermWriter<T> terms = new(x.Length);
        foreach (ref readonly Scalar<T> element in x) { terms.Add(element, element.Value + element.Value); }
        return terms.Record(DotOfValues(x, x));
    }

    /// <summary>ln(exp x₁ + ... + exp xₙ) without overflow. Its derivatives are the softmax of x.</summary>
    /// <remarks>
    /// As m + ln(1 + Σ exp(xᵢ - m)), m the largest number and the sum over the others, so that a result near 0 keeps its digits. Of nothing,
    /// or where all are -∞, it is -∞ and the derivatives are 0.
    /// </remarks>
    public static Scalar<T> LogSumExp<T>(ReadOnlySpan<Scalar<T>> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int at = 0;
        T largest = T.NegativeInfinity;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i].Value > largest || T.IsNaN(x[i].Value)) { (at, largest) = (i, x[i].Value); }
            if (T.IsNaN(largest)) { break; }
        }
        if (!T.IsFinite(largest)) { return Degenerate(x, largest); }
        T others = T.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            if (i != at) { others += T.Exp(x[i].Value - largest); }
        }
        TermWriter<T> terms = new(x.Length);
        T sum = T.One + others;
        foreach (ref readonly Scalar<T> element in x) { terms.Add(element, T.Exp(element.Value - largest) / sum); }
        return terms.Record(largest + LogP1(others));
    }

    // No mass at all has no gradient; infinite masses share it; NaN stays NaN.
    private static Scalar<T> Degenerate<T>(ReadOnlySpan<Scalar<T>> x, T largest)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T shares = T.Zero;
        foreach (ref readonly Scalar<T> element in x) { shares += element.Value == largest ? T.One : T.Zero; }
        TermWriter<T> terms = new(x.Length);
        foreach (ref readonly Scalar<T> element in x)
        {
            T share = T.IsNegativeInfinity(largest) || element.Value != largest ? T.Zero : T.One / shares;
            terms.Add(element, T.IsNaN(largest) ? T.NaN : share);
        }
        return terms.Record(largest);
    }

    [MethodImpl(NoInlining)]
    private static T SumOfValues<T>(ReadOnlySpan<Scalar<T>> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        foreach (ref readonly Scalar<T> element in x) { sum += element.Value; }
        return sum;
    }

    [MethodImpl(NoInlining)]
    private static T DotOfValues<T>(ReadOnlySpan<T> coefficients, ReadOnlySpan<Scalar<T>> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        for (int i = 0; i < coefficients.Length; i++) { sum += coefficients[i] * x[i].Value; }
        return sum;
    }

    [MethodImpl(NoInlining)]
    private static T DotOfValues<T>(ReadOnlySpan<Scalar<T>> x, ReadOnlySpan<Scalar<T>> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        for (int i = 0; i < x.Length; i++) { sum += x[i].Value * y[i].Value; }
        return sum;
    }

    private static void RequireSameLength(string function, int first, int second)
    {
        if (first != second) { Throw.LengthsDiffer(function, first, second); }
    }
}
