namespace Autodiff.Kernels;

/// <summary>Derivatives of the cotangent, for the reflection formula of the polygamma functions.</summary>
internal static class CotangentDerivative
{
    /// <summary>The highest order that is supported: further on the coefficients leave the range of double.</summary>
    internal const int MaximalOrder = 160;

    /// <summary>
    /// (-1)^n (d/dr)^n (pi cot(pi r)) for 1 &lt;= n &lt;= <see cref="MaximalOrder"/> and 0 &lt; |r| &lt;= 1/2, with a relative error of at most
    /// 4 (n + 1) ulp, also beside the zeros of the even orders at |r| = 1/2.
    /// </summary>
    internal static double Evaluate(int order, double r)
    {
        // With c = cot(pi r), dc/dr = -pi (1 + c^2), the result is pi^(n+1) P_n(c), where P_0 = c and P_n+1 = (1 + c^2) P_n'.
        // All coefficients are positive integers and all powers have the same parity, so that nothing cancels. As each
        // coefficient depends on its two neighbours, which belong to the other parity, one array serves for both.
        Span<double> coefficients = stackalloc double[order + 3];
        coefficients.Clear();
        coefficients[1] = 1.0;
        for (int n = 1; n <= order; n++)
        {
            for (int power = n + 1; power > 0; power -= 2)
            {
                coefficients[power] = ((power + 1) * coefficients[power + 1]) + ((power - 1) * coefficients[power - 1]);
            }

            coefficients[0] = coefficients[1];
        }

        double cotangent = Cotangent(r);
        double square = cotangent * cotangent;
        double sum = coefficients[order + 1];
        for (int power = order - 1; power >= 0; power -= 2)
        {
            sum = Math.FusedMultiplyAdd(sum, square, coefficients[power]);
        }

        bool isEven = (order & 1) == 0;
        return (isEven ? sum * cotangent : sum) * HurwitzZeta.Power(Math.PI, order + 1.0);
    }

    /// <summary>cot(pi r), from the tangent of the exact distance to the nearer one of 0 and 1/2.</summary>
    private static double Cotangent(double r)
    {
        return Math.Abs(r) <= 0.25
            ? 1.0 / Math.Tan(Math.PI * r)
            : Math.CopySign(Math.Tan(Math.PI * (0.5 - Math.Abs(r))), r);
    }
}
