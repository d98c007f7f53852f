namespace Autodiff.Kernels;

/// <summary>The natural logarithm to about 64 bits, for sums in which the rounding of Math.Log would be amplified.</summary>
internal static class ExtendedLogarithm
{
    // ln 2 = Ln2High + Ln2Low, where Ln2High is a multiple of 2^-42, so that k * Ln2High is exact for every exponent k.
    private const double Ln2High = 0.6931471805598903;
    private const double Ln2Low = 5.497923018708371e-14;

    /// <summary>
    /// Row i holds c, h, l for the significands m in [1 + i/32, 1 + (i+1)/32): c is 1 / (the midpoint) rounded to a multiple of
    /// 2^-10, so |m c - 1| &lt;= 2^-6, and -ln c = h + l with h a multiple of 2^-42.
    /// </summary>
    private static ReadOnlySpan<double> Reciprocals =>
    [
        0.984375, 0.01574835696806076, 7.840703382506278e-14, 0.955078125, 0.04596213556465045, -1.4693284460141064e-14,
        0.927734375, 0.07500982100486908, -2.5061174934837362e-15, 0.9013671875, 0.10384257109649297, 1.0796188687604807e-13,
        0.876953125, 0.13130173729723538, 1.811460150533731e-14, 0.853515625, 0.1583914299440039, -8.626913488119114e-14,
        0.8310546875, 0.18505967702617454, -9.558151758503085e-14, 0.810546875, 0.21004610480872543, 8.405546663347035e-14,
        0.7900390625, 0.23567288854087565, 8.57578692794238e-14, 0.771484375, 0.2594388601382889, 9.704226792067357e-14,
        0.7529296875, 0.28378343203621625, -9.26499207910109e-14, 0.7353515625, 0.3074065777996111, -5.1597174189939714e-14,
        0.71875, 0.33024168687052224, 5.4612144489920215e-14, 0.703125, 0.35222059358943625, -8.414918193489195e-14,
        0.6884765625, 0.37327400278718414, 2.965194468328915e-16, 0.673828125, 0.39478020800811464, 3.338653644511022e-14,
        0.66015625, 0.41527872955657585, -8.685084519048513e-14, 0.646484375, 0.43620624966251853, -7.364641509648443e-14,
        0.6337890625, 0.4560390888952952, 6.789129072095539e-14, 0.62109375, 0.4762732422593672, -3.623014231206613e-14,
        0.609375, 0.4953214372301318, -1.0634899648532451e-13, 0.59765625, 0.5147395230872007, -7.371094138879885e-14,
        0.5869140625, 0.532876871064218, 2.7520909653877865e-14, 0.576171875, 0.551349268699596, 9.196382525405468e-14,
        0.56640625, 0.5684437020590849, -9.682523838163498e-14, 0.556640625, 0.5858354447709644, -1.0712765722883764e-13,
        0.546875, 0.603535021870357, -9.883674306179806e-14, 0.5380859375, 0.6197369964465906, -5.203080815478623e-14,
        0.529296875, 0.636205804159772, 3.4869830751518754e-14, 0.5205078125, 0.652950381433584, 2.4583604765149812e-14,
        0.51171875, 0.6699801212785133, -1.0232084821304799e-13, 0.50390625, 0.6853650401178584, 3.19898201408802e-14,
    ];

    /// <summary>
    /// (ln(1 + r) - r) / r^2 on |r| &lt;= 2^-6: the polynomial through its values at the 10 Chebyshev nodes, absolute error below 1e-20.
    /// </summary>
    private static ReadOnlySpan<double> Log1PlusRemainder =>
    [
        -0.5, 0.3333333333333333, -0.24999999999999997, 0.19999999999999998,
        -0.16666666666761634, 0.14285714285801948, -0.12499998911577231, 0.11111110106408162,
        -0.10005091251062484, 0.09095608725045679,
    ];

    /// <summary>ln x as an unevaluated sum; the absolute error is below 2^-59.</summary>
    /// <param name="x">A finite number, at least 2.</param>
    /// <param name="low">What the returned double lacks of the logarithm.</param>
    /// <returns>The logarithm, rounded to double.</returns>
    internal static double Evaluate(double x, out double low)
    {
        // x = 2^k m, m c = 1 + r:  ln x = k ln 2 - ln c + ln(1 + r). The two high parts below add up exactly.
        long bits = BitConverter.DoubleToInt64Bits(x);
        long exponent = (bits >> 52) - 1023;
        int row = 3 * (int)((bits >> 47) & 31);
        double significand = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        double r = Math.FusedMultiplyAdd(significand, Reciprocals[row], -1.0);

        double head = Math.FusedMultiplyAdd(exponent, Ln2High, Reciprocals[row + 1]);
        double remainder = r * r * Polynomials.Evaluate(Log1PlusRemainder, r);
        double tail = Math.FusedMultiplyAdd(exponent, Ln2Low, Reciprocals[row + 2]) + remainder;

        // Fast two-sums: |head| >= ln 2 exceeds |r|, and the sum exceeds what is left.
        double sum = head + r;
        tail += r - (sum - head);
        double high = sum + tail;
        low = tail - (high - sum);
        return high;
    }
}
