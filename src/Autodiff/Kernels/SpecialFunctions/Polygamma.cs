namespace Autodiff.Kernels;

/// <summary>The polygamma functions, the derivatives of the digamma function.</summary>
internal static class Polygamma
{
    /// <summary>170! is the largest factorial below infinity.</summary>
    private const int LargestFactorial = 170;

    // Up to this order, and with an argument between these bounds, no step of the scaling can overflow or underflow.
    private const int SmallOrder = 8;
    private const double SmallArgument = 1e-25;
    private const double LargeArgument = 1e25;

    /// <summary>
    /// psi_n(x) = (d/dx)^n psi(x) = (-1)^(n+1) n! (sum of 1 / (x + k)^(n+1) over k &gt;= 0) for an order n &gt;= 1 and every real x.
    /// Order 0 is the digamma function and negative orders give NaN. For orders up to 6 the relative error is below 4e-15, but for
    /// the surroundings of the roots which the even orders have between negative integers; it grows with the order.
    /// Poles: +infinity for an odd order; for an even one -infinity at +0, +infinity at -0 and NaN at -1, -2, ...
    /// A zero at +infinity; NaN at -infinity and for NaN.
    /// </summary>
    internal static double Evaluate(int order, double x)
    {
        if (order <= 0)
        {
            return order == 0 ? GammaFunction.Digamma(x) : double.NaN;
        }

        bool isOdd = (order & 1) == 1;
        if (x > 0.0)
        {
            double magnitude = PositiveMagnitude(order, x);
            return isOdd ? magnitude : -magnitude;
        }

        double distance = x - Math.Round(x);
        if (!double.IsFinite(distance))
        {
            return double.NaN;
        }

        if (distance == 0.0)
        {
            return AtPole(isOdd, x);
        }

        return Reflect(order, x, distance);
    }

    private static double AtPole(bool isOdd, double x)
    {
        if (isOdd)
        {
            return double.PositiveInfinity;
        }

        return x == 0.0 ? -1.0 / x : double.NaN;
    }

    /// <summary>|psi_n(x)| = n! zeta(n + 1, x) for positive x.</summary>
    private static double PositiveMagnitude(int order, double x) =>
        double.IsPositiveInfinity(x) ? 0.0 : Scale(order, x, HurwitzZeta.Relative(order + 1.0, x));

    /// <summary>
    /// psi_n(x) = (-1)^n psi_n(1 - x) - (d/dx)^n (pi cot(pi x)), the reflection formula DLMF 5.15.6, for a negative x at
    /// <paramref name="distance"/> from the nearest integer.
    /// </summary>
    private static double Reflect(int order, double x, double distance)
    {
        double derivative = SignedCotangentDerivative(order, distance);
        double signed = (order & 1) == 1 ? derivative : -derivative;

        // Beside an infinite derivative the other term is negligible, although it may exceed the range of double, too.
        return double.IsInfinity(signed) ? signed : signed - PositiveMagnitude(order, 1.0 - x);
    }

    private static double SignedCotangentDerivative(int order, double distance)
    {
        if (order <= CotangentDerivative.MaximalOrder)
        {
            return CotangentDerivative.Evaluate(order, distance);
        }

        // Such derivatives exceed the range of double, 161! 2^162 being above 1e335, even at the smallest distance from the zeros
        // which those of even order have at 1/2.
        if ((order & 1) == 1)
        {
            return double.PositiveInfinity;
        }

        return Math.Abs(distance) == 0.5 ? 0.0 : Math.CopySign(double.PositiveInfinity, distance);
    }

    /// <summary>order! * sum / x^(order + 1) without intermediate overflow or underflow.</summary>
    private static double Scale(int order, double x, double sum)
    {
        double s = order + 1.0;
        if (order > LargestFactorial)
        {
            return Math.Exp(GammaFunction.LogGamma(s) - (s * Math.Log(x)) + Math.Log(sum));
        }

        double factorial = 1.0;
        for (int i = 2; i <= order; i++)
        {
            factorial *= i;
        }

        if (order <= SmallOrder && x is > SmallArgument and < LargeArgument)
        {
            return factorial * sum / HurwitzZeta.Power(x, s);
        }

        // All exponents are applied in the end; the significands are harmless, with 1 <= significand^s <= 2^171.
        int exponent = Math.ILogB(x);
        int factorialExponent = Math.ILogB(factorial);
        double significand = Math.ScaleB(x, -exponent);
        double product = sum / HurwitzZeta.Power(significand, s) * Math.ScaleB(factorial, -factorialExponent);
        return Math.ScaleB(product, factorialExponent - ((order + 1) * exponent));
    }
}
