namespace Autodiff.Kernels;

/// <summary>Evaluation of polynomials and of tables of polynomials, one row of coefficients per interval.</summary>
internal static class Polynomials
{
    /// <summary>
    /// c1 x + c2 x^2 + ... : the polynomial with coefficients <paramref name="c"/> (constant term first) without its constant term.
    /// The number of coefficients must be even and at least 4.
    /// </summary>
    /// <remarks>
    /// The caller adds the constant term last: as long as the tail is small beside it, the sum is then correct to little more than
    /// half an ulp. Odd and even powers are summed as two independent Horner chains, which halves the latency.
    /// </remarks>
    internal static double Tail(ReadOnlySpan<double> c, double x)
    {
        double square = x * x;
        double odd = c[^1];
        double even = c[^2];
        for (int i = c.Length - 3; i >= 3; i -= 2)
        {
            odd = Math.FusedMultiplyAdd(odd, square, c[i]);
            even = Math.FusedMultiplyAdd(even, square, c[i - 1]);
        }

        return x * Math.FusedMultiplyAdd(x, Math.FusedMultiplyAdd(x, odd, even), c[1]);
    }

    /// <summary>The polynomial with coefficients <paramref name="c"/>, constant term first; an even number of them, at least 4.</summary>
    internal static double Evaluate(ReadOnlySpan<double> c, double x) => c[0] + Tail(c, x);

    /// <summary>
    /// <paramref name="factor"/> times the polynomial. The product with the constant term is rounded only once, with all the rest.
    /// </summary>
    internal static double Evaluate(ReadOnlySpan<double> c, double x, double factor) =>
        Math.FusedMultiplyAdd(factor, c[0], factor * Tail(c, x));

    /// <summary>
    /// Finds the row of a table whose intervals split every octave [2^k, 2^(k+1)) into 2^<paramref name="splitBits"/> equal parts.
    /// </summary>
    /// <param name="position">A positive number inside the range of the table.</param>
    /// <param name="splitBits">The binary logarithm of the number of intervals in an octave.</param>
    /// <param name="centre">The midpoint of the interval that holds <paramref name="position"/>.</param>
    /// <returns>The number of the interval, counted from the interval that starts at 2^-1023.</returns>
    internal static int FindInterval(double position, int splitBits, out double centre)
    {
        // The exponent and the leading fraction bits of a double, read as an integer, number these intervals.
        int shift = 52 - splitBits;
        long number = BitConverter.DoubleToInt64Bits(position) >> shift;
        centre = BitConverter.Int64BitsToDouble((number << shift) | (1L << (shift - 1)));
        return (int)number;
    }
}
