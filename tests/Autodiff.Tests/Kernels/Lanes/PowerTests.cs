using System.Numerics;
using Autodiff.Kernels;
using Autodiff.Ops;
using Autodiff.Tests.Accuracy;
using Xunit;

namespace Autodiff.Tests.Kernels.Lanes;

/// <summary>The power over lanes of every width: accuracy inside the domain of the algorithm, the platform's values outside.</summary>
public sealed class PowerTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int Count = 500;

    // The exponential multiplies an error of the logarithm by y ln x: the exponent is chosen for powers up to the ends of the range.
    [Theory]
    [InlineData("x of any magnitude, y small")]
    [InlineData("x of any magnitude, powers to the ends of the range")]
    [InlineData("x within a factor of the root of two, powers near the ends of the range")]
    [InlineData("x near 1, y huge")]
    [InlineData("negative x, y an integer")]
    public void Powers_are_within_one_ulp(string points)
    {
        Assert.True(WorstDouble(points) <= 1, points);
        Assert.True(WorstSingle(points) <= 1, points);
    }

    [Fact]
    public void Special_arguments_have_the_powers_of_the_platform()
    {
        AtSpecialPoints<double>();
        AtSpecialPoints<float>();
    }

    [Fact]
    public void Powers_that_leave_the_range_are_those_of_the_platform()
    {
        // Beyond the bounds of the normal numbers, on both sides of the thresholds of 0 and infinity.
        OutsideRange(1.0000001, [-7.451e9, -7.44e9, -7.0852e9, -7.0838e9, 7.0977e9, 7.0979e9, 8e9, -8e9, 1e300, -1e300]);
        OutsideRange(1.0001f, [-1.04e6f, -1.03e6f, -8.8e5f, -8.735e5f, 8.872e5f, 8.874e5f, 1e6f, 1e38f, -1e38f]);
        OutsideRange(-3.0, [-679, -678, -645, -644, 645, 646, 647, 1e15, 9007199254740991, 9007199254740992, 1e300, 0.5]);
        OutsideRange(-3f, [-95, -94, -80, -79, 80, 81, 16777215, 16777216, 1e38f, 0.5f]);
    }

    [Fact]
    public void Exact_powers_are_exact()
    {
        double[] x = new double[Count], y = new double[Count], power = new double[Count];
        Random random = new(11);
        for (int i = 0; i < Count; i++) { (x[i], y[i]) = (random.Next(-99, 100), random.Next(0, 8)); }
        Elementwise.Forward(default(Pow), x, y, power);
        Assert.Equal(x.Zip(y, (a, b) => (double)BigInteger.Pow((BigInteger)a, (int)b)), power);

        float[] n = [.. Enumerable.Range(-126, 254).Select(i => (float)i)], twos = new float[n.Length];
        Elementwise.Forward(default(Exp2), n, twos);
        Assert.Equal(n.Select(i => MathF.ScaleB(1, (int)i)), twos);
    }

    private double WorstDouble(string points)
    {
        (double[] x, double[] y) = Points(points, 708, 1022, 52);
        double[] power = new double[Count];
        Elementwise.Forward(default(Pow), x, y, power);
        double worst = 0;
        for (int i = 0; i < Count; i++) { worst = Math.Max(worst, UlpDistance.Ulps(power[i], BigReal.Pow(x[i], y[i]))); }
        output.WriteLine($"double: {worst:f2} ulp, {points}");
        return worst;
    }

    // The power of doubles is exact enough to judge floats.
    private double WorstSingle(string points)
    {
        (double[] wideX, double[] wideY) = Points(points, 87, 126, 23);
        float[] x = [.. wideX.Select(value => (float)value)], y = [.. wideY.Select(value => (float)value)], power = new float[Count];
        Elementwise.Forward(default(Pow), x, y, power);
        double worst = 0;
        for (int i = 0; i < Count; i++)
        {
            double exact = Math.Pow(x[i], y[i]);
            if (!float.IsNormal((float)exact)) { continue; }
            worst = Math.Max(worst, Math.Abs(power[i] - exact) / Math.ScaleB(1, Math.ILogB(exact) - 23));
        }
        output.WriteLine($"float: {worst:f2} ulp, {points}");
        return worst;
    }

    private static (double[] X, double[] Y) Points(string points, double reach, int exponents, int fraction)
    {
        Random random = new(23);
        double[] x = new double[Count], y = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            double part = random.NextDouble(), sign = random.Next(2) == 0 ? 1 : -1;
            double magnitude = Math.Pow(2, exponents * sign * random.NextDouble()), near = 1 + (sign * Math.Pow(2, -1 - ((fraction - 1) * part)));
            near = fraction == 23 ? (float)near : near;
            (x[i], y[i]) = points switch
            {
                "x of any magnitude, y small" => (magnitude, (2 * part - 1) * Math.Min(10, reach / Math.Abs(Math.Log(magnitude)))),
                "x of any magnitude, powers to the ends of the range" => (magnitude, (2 * part - 1) * reach / Math.Abs(Math.Log(magnitude))),
                "x near 1, y huge" => (near, (2 * random.NextDouble() - 1) * reach / Math.Abs(Math.Log(near))),
                "negative x, y an integer" => (-Math.Pow(2, 40 * part - 20), random.Next(-4, 5)),
                _ => Extreme(0.7 + (0.72 * part), sign * reach * (1 - (0.05 * random.NextDouble()))),
            };
        }
        return (x, y);
    }

    private static (double X, double Y) Extreme(double x, double logarithm) => (x, logarithm / Math.Abs(Math.Log(x)));

    private static void AtSpecialPoints<T>()
        where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        T[] special = Closeness.Special<T>();
        Check([.. special.SelectMany(x => special.Select(_ => x))], [.. special.SelectMany(_ => special)]);
        T[] integers = [.. Enumerable.Range(-4, 9).Select(i => T.CreateChecked(i))];
        Check([.. special.SelectMany(x => integers.Select(_ => x))], [.. special.SelectMany(_ => integers)]);
    }

    private static void OutsideRange<T>(T x, T[] y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Check([.. y.Select(_ => x)], y);

    private static void Check<T>(T[] x, T[] y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] power = new T[x.Length];
        foreach (LaneWidth<T> width in LaneWidth<T>.All)
        {
            width.Forward(default(Pow), x, y, power);
            for (int i = 0; i < x.Length; i++)
            {
                // An ordinary power is rounded by either; everything else has the same bits.
                T expected = T.Pow(x[i], y[i]);
                bool isSame = T.IsNormal(expected) && !T.IsInteger(expected)
                    ? Closeness.Agree(power[i], expected, 1, slack: 0)
                    : Closeness.SameBits(power[i], expected);
                Assert.True(isSame, $"{width}: {x[i]:R} to the {y[i]:R} is {power[i]:R}, not {expected:R}");
            }
        }
    }
}
