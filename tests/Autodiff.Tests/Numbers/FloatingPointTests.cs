using System.Numerics;
using Xunit;

namespace Autodiff.Tests.Numbers;

/// <summary>Members of IFloatingPointIeee754 that are not functions with a rule: constants, questions, bits.</summary>
public sealed class FloatingPointTests
{
    private static readonly double[] Samples =
    [
        double.NegativeInfinity, double.MinValue, -2.5, -1, -double.Epsilon, -0.0, 0.0, double.Epsilon, 0.5, 1, 2, 2.5, 7, double.MaxValue,
        double.PositiveInfinity, double.NaN,
    ];

    private static string Questions<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        bool[] answers =
        [
            T.IsCanonical(x), T.IsComplexNumber(x), T.IsEvenInteger(x), T.IsFinite(x), T.IsImaginaryNumber(x), T.IsInfinity(x), T.IsInteger(x),
            T.IsNaN(x), T.IsNegative(x), T.IsNegativeInfinity(x), T.IsNormal(x), T.IsOddInteger(x), T.IsPositive(x), T.IsPositiveInfinity(x),
            T.IsRealNumber(x), T.IsSubnormal(x), T.IsZero(x), x == T.One, x < T.One, x <= T.One, x > T.One, x >= T.One, x != T.One,
        ];
        return string.Concat(answers.Select(answer => answer ? '1' : '0')) + $" {T.ILogB(x)} {x.GetExponentByteCount()} {x.GetSignificandBitLength()}"
            + $" {x.GetExponentShortestBitLength()} {x.GetSignificandByteCount()} {T.Radix}";
    }

    private static double[] Functions<T>(T x, Func<T, double> value)
        where T : IFloatingPointIeee754<T>
    {
        T y = T.CreateChecked(1.75);
        T[] results =
        [
            T.BitIncrement(x), T.BitDecrement(x), T.ScaleB(x, 3), T.MaxMagnitude(x, y), T.MinMagnitude(x, y), T.MaxMagnitudeNumber(x, y),
            T.MinMagnitudeNumber(x, y), T.MaxNumber(x, y), T.MinNumber(x, y), T.Max(x, y), T.Min(x, y), T.CopySign(y, x), T.Clamp(x, -y, y), T.Floor(x),
            T.Ceiling(x), T.Round(x), T.Truncate(x), T.Round(x, 1), T.Round(x, MidpointRounding.AwayFromZero), T.FusedMultiplyAdd(x, y, y),
            T.Ieee754Remainder(x, y), x % y, T.Lerp(x, y, T.One), T.Exp10(x), T.Exp2M1(x), T.Exp10M1(x), T.Log2P1(x), T.Log10P1(x), T.Log(x, y),
            T.AsinPi(x), T.AcosPi(x), T.AtanPi(x), T.Atan2Pi(x, y), T.SinCosPi(x).SinPi, T.SinCos(x).Cos, T.RootN(x, 3), T.DegreesToRadians(x),
            T.Pow(x, y), T.Pow(y, x), T.Hypot(x, y), T.Abs(x), -x, +x, x + y, x - y, x * y, x / y,
        ];
        return [.. results.Select(value)];
    }

    [Fact]
    public void Questions_are_answered_by_the_value()
    {
        using (Autograd.Record())
        {
            foreach (double x in Samples)
            {
                string expected = Questions(x);
                Assert.Equal(expected, Questions(Scalar.Independent(x)));
                Assert.Equal(expected, Questions(Dual.Seed(x)));
                Assert.Equal(expected, Questions(Scalar.Independent(Dual.Seed(x))));
            }
        }
    }

    [Fact]
    public void Values_are_those_of_plain_numbers_bit_by_bit()
    {
        using (Autograd.Record())
        {
            foreach (double x in Samples)
            {
                double[] expected = Functions(x, y => y);
                Assert.Equal(expected, Functions(Scalar.Independent(x), y => y.Value));
                Assert.Equal(expected, Functions(Dual.Seed(x), y => y.Value));
                Assert.Equal(expected, Functions(new Dual<Scalar<double>>(Scalar.Independent(x), 1.0), y => y.Value.Value));
            }
        }
    }

    [Fact]
    public void Constants_are_those_of_the_plain_number_without_a_derivative()
    {
        Check<Scalar<double>>(x => x.Value);
        Check<Dual<double>>(x => x.Tangent == 0 ? x.Value : double.NaN);

        static void Check<T>(Func<T, double> value)
            where T : IFloatingPointIeee754<T>
        {
            T[] constants =
            [
                T.Zero, T.One, T.NegativeOne, T.E, T.Pi, T.Tau, T.Epsilon, T.PositiveInfinity, T.NegativeInfinity, T.NegativeZero, T.AdditiveIdentity,
                T.MultiplicativeIdentity,
            ];
            Assert.Equal(
                [0, 1, -1, Math.E, Math.PI, Math.Tau, double.Epsilon, double.PositiveInfinity, double.NegativeInfinity, -0.0, 0, 1],
                constants.Select(value));
            Assert.True(T.IsNaN(T.NaN));
        }
    }

    [Fact]
    public void The_neighbouring_number_keeps_the_derivative_and_the_chosen_one_has_its_own()
    {
        Assert.Equal(1, Tangent(2.0, Next));
        Assert.Equal(1, Tangent(-3.0, x => Larger(x, 2.0)));
        Assert.Equal(0, Tangent(-3.0, x => Larger(x, 4.0)));

        static double Tangent(double x, Func<Dual<double>, Dual<double>> f) => f(Dual.Seed(x)).Tangent;

        static T Next<T>(T x)
            where T : IFloatingPointIeee754<T> =>
            T.BitIncrement(x);

        static T Larger<T>(T x, T y)
            where T : INumberBase<T> =>
            T.MaxMagnitude(x, y);
    }
}
