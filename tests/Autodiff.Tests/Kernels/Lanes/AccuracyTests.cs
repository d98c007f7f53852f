using Autodiff.Kernels;
using Autodiff.Ops;
using Autodiff.Tests.Accuracy;
using Xunit;

namespace Autodiff.Tests.Kernels.Lanes;

/// <summary>The vector algorithms against the reference of high precision.</summary>
public sealed class AccuracyTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int Count = 600;

    [Fact]
    public void Exponential()
    {
        Check(default(Exp), BigReal.Exp, 1.1, [(-1, 1), (-700, 700), (-745.2, -708), (709, 709.79)]);
        Check(default(ExpM1), BigReal.ExpM1, 2.5, [(-1, 1), (-1e-3, 1e-3), (-40, 40), (-1e-12, 1e-12), (700, 709.79)]);
        Check(default(Tanh), BigReal.Tanh, 3, [(-1, 1), (-20, 20), (-1e-3, 1e-3), (-1e-12, 1e-12)]);
        Check(default(Sinh), BigReal.Sinh, 3, [(-1, 1), (-40, 40), (-1e-3, 1e-3), (700, 710.5)]);
        Check(default(Cosh), BigReal.Cosh, 3, [(-1, 1), (-40, 40), (700, 710.5)]);
    }

    [Fact]
    public void Logarithm()
    {
        Check(default(Log), BigReal.Log, 1.5, [(0.5, 2), (0.99, 1.01), (1e-310, 1e-305), (1, 1e300)]);
        Check(default(LogP1), BigReal.LogP1, 2, [(-0.9999, 1), (-0.3, 0.42), (-1e-3, 1e-3), (-1e-12, 1e-12), (1, 1e300), (1, 100)]);
    }

    [Fact]
    public void Circular()
    {
        Check(default(Sin), BigReal.Sin, 2, [(-0.8, 0.8), (-7, 7), (-1e5, 1e5), (3.14159, 3.1416), (9e8, 1e9), (1e9, 1e15)]);
        Check(default(Cos), BigReal.Cos, 2, [(-0.8, 0.8), (-7, 7), (-1e5, 1e5), (1.5707, 1.5708), (9e8, 1e9), (1e9, 1e15)]);
        Check(default(Tan), BigReal.Tan, 4, [(-0.8, 0.8), (-7, 7), (-1e5, 1e5), (1.5707, 1.5708), (9e8, 1e9), (1e9, 1e15)]);
    }

    [Fact]
    public void InverseCircular()
    {
        Check(default(Atan), BigReal.Atan, 2, [(-0.5, 0.5), (-3, 3), (-1e5, 1e5), (1e15, 1e18), (-1e-3, 1e-3)]);
        Check(default(Asin), BigReal.Asin, 3, [(-0.5, 0.5), (-1, 1), (0.999, 1), (-1e-3, 1e-3)]);
        Check(default(Acos), BigReal.Acos, 3, [(-0.5, 0.5), (-1, 1), (0.999, 1), (-1, -0.999)]);
        CheckAngles();
    }

    [Fact]
    public void CubeRoot() => Check(default(Cbrt), BigReal.Cbrt, 1, [(-8, 8), (0.5, 4), (1e-310, 1e-305), (1, 1e300)]);

    [Fact]
    public void ErrorIntegral()
    {
        Check(default(Erf), BigReal.Erf, 2.5, [(-0.5, 0.5), (-3, 3), (0.49, 0.51), (-1e-3, 1e-3)]);
        Check(default(Erfc), BigReal.Erfc, 4, [(-0.5, 0.5), (-3, 3), (3, 26), (26, 27.3)]);
        Check(default(NormalCdf), BigReal.NormalCdf, 4, [(-0.5, 0.5), (-5, 5), (-38, -5), (-38.6, -37)]);
    }

    private void Check<TRule>(TRule rule, Func<BigReal, BigReal> exact, double ulps, (double Low, double High)[] intervals)
        where TRule : struct, IUnaryRule
    {
        double worst = 0, worstSingle = 0, at = 0, atSingle = 0;
        foreach ((double low, double high) in intervals)
        {
            double[] x = Sample(low, high), y = new double[Count];
            float[] xs = [.. x.Select(value => (float)value)], ys = new float[Count];
            Elementwise.Forward(rule, x, y);
            Elementwise.Forward(rule, xs, ys);
            for (int i = 0; i < Count; i++)
            {
                double error = UlpDistance.Ulps(y[i], exact(x[i]));
                if (error > worst) { (worst, at) = (error, x[i]); }
                if (!float.IsNormal(xs[i]) || MathF.Abs(xs[i]) > 1e30f) { continue; }
                double single = SingleUlps(ys[i], exact((double)xs[i]).ToDouble());
                if (single > worstSingle) { (worstSingle, atSingle) = (single, xs[i]); }
            }
        }
        output.WriteLine($"{typeof(TRule).Name}: double {worst:f2} ulp at {at:R}, float {worstSingle:f2} ulp at {atSingle:R}");
        Assert.True(worst <= ulps, $"{typeof(TRule).Name}({at:R}) is wrong by {worst} ulp");
        Assert.True(worstSingle <= ulps, $"{typeof(TRule).Name}({atSingle:R}f) is wrong by {worstSingle} ulp");
    }

    private void CheckAngles()
    {
        double[] y = Sample(-3, 3), x = [.. Sample(-3, 3).Reverse()], angle = new double[Count];
        Elementwise.Forward(default(Atan2), y, x, angle);
        double worst = y.Select((ordinate, i) => UlpDistance.Ulps(angle[i], BigReal.Atan2(ordinate, x[i]))).Max();
        output.WriteLine($"Atan2: double {worst:f2} ulp");
        Assert.True(worst <= 4, $"Atan2 is wrong by {worst} ulp");
    }

    private static double SingleUlps(float actual, double exact)
    {
        // Two results on the far side of the threshold of infinity are the same.
        if ((float)exact == actual) { return 0.5; }
        float rounded = MathF.Min(MathF.Abs((float)exact), float.MaxValue);
        double unit = (double)rounded - MathF.BitDecrement(rounded);
        return Math.Abs(Math.Clamp((double)actual, -3.5e38, 3.5e38) - exact) / Math.Max(unit, float.Epsilon);
    }

    private static double[] Sample(double low, double high)
    {
        Random random = new(17);
        return [.. Enumerable.Range(0, Count).Select(_ => low + ((high - low) * random.NextDouble()))];
    }
}
