using Xunit;

namespace Autodiff.Tests.Ops;

/// <summary>What holds of every operation in the table.</summary>
public sealed partial class OpTableTests
{
    public static TheoryData<string> Names => [.. OpTable.Rows.Select(row => row.Name)];

    public static TheoryData<string> NamesOfBinary => [.. OpTable.Rows.Where(row => row.Arity == 2).Select(row => row.Name)];

    public static TheoryData<string> NamesOfBinaryWithRule => [.. OpTable.Rows.Where(row => row is { Arity: 2, Rule: not null }).Select(row => row.Name)];

    public static TheoryData<string> NamesWithRule => [.. OpTable.Rows.Where(row => row.Rule != null).Select(row => row.Name)];

    public static TheoryData<string> NamesWithSpecials => [.. OpTable.Rows.Where(row => row.Specials.Length > 0).Select(row => row.Name)];

    public static TheoryData<string> NamesWithKinks => [.. OpTable.Rows.Where(row => row.Kinks.Length > 0).Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_and_derivatives_equal_the_reference(string name)
    {
        OpRow row = OpTable.Row(name);
        foreach (double[] x in row.Points())
        {
            Near(row.Value(x), row.Function.Of<double>(x), 1e-13, row, x);
            double[] expected = [.. row.Derivatives.Select(derivative => derivative(x))];
            Near(expected, Modes.Reverse(row.Function, x), 1e-13, row, x);
            Near(expected, Modes.Forward(row.Function, x), 1e-13, row, x);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_is_the_same_bits_on_every_number(string name)
    {
        OpRow row = OpTable.Row(name);
        foreach (double[] x in row.Points())
        {
            double value = row.Function.Of<double>(x);
            Assert.Equal(value, row.Function.Of<Dual<double>>([.. x.Select(Dual.Seed)]).Value);
            Assert.Equal(value, Autograd.ValueAndGradient<double>(row.Function.Of, x).Value);
            Assert.Equal(value, row.Function.Of<Dual<Dual<double>>>([.. x.Select(number => Dual.Seed(Dual.Seed(number)))]).Value.Value);
            Dual<double>[] duals = [.. x.Select(Dual.Seed)];
            Assert.Equal(value, Autograd.ValueAndGradient<Dual<double>>(row.Function.Of, duals).Value.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Derivatives_equal_central_differences(string name)
    {
        OpRow row = OpTable.Row(name);
        foreach (double[] x in row.Points())
        {
            double[] expected = [.. x.Select((_, i) => CentralDifference(y => row.Function.Of<double>(y), x, i))];
            Near(expected, Modes.Reverse(row.Function, x), 1e-9, row, x);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nested_numbers_agree_on_the_second_derivatives_and_with_differences_of_the_first(string name)
    {
        OpRow row = OpTable.Row(name);
        foreach (double[] x in row.Points())
        {
            double[] hessian = Flat(Modes.ForwardOverReverse(row.Function, x));
            Near(hessian, Flat(Modes.ReverseOverForward(row.Function, x)), 1e-13, row, x);
            Near(hessian, Flat(Modes.ReverseOverReverse(row.Function, x)), 1e-13, row, x);
            Near(hessian, Flat(Modes.ForwardOverForward(row.Function, x)), 1e-13, row, x);
            for (int i = 0; i < row.Arity; i++)
            {
                double[] differences = [.. x.Select((_, j) => CentralDifference(y => Modes.Reverse(row.Function, y)[i], x, j))];
                Near(differences, hessian.AsSpan(i * row.Arity, row.Arity).ToArray(), 1e-8, row, x);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Single_precision_is_double_precision_to_its_own_accuracy(string name)
    {
        OpRow row = OpTable.Row(name);
        foreach (double[] point in row.Points())
        {
            float[] narrow = [.. point.Select(number => (float)number)];
            double[] x = [.. narrow.Select(number => (double)number)];
            double[] expected = Modes.Reverse(row.Function, x);
            Near(row.Function.Of<double>(x), row.Function.Of<float>(narrow), 1e-6, row, x);
            Near(expected, [.. Autograd.Gradient<float>(row.Function.Of, narrow).Select(slope => (double)slope)], 3e-6, row, x);
            for (int i = 0; i < row.Arity; i++)
            {
                Dual<float>[] seeded = [.. narrow.Select((number, j) => new Dual<float>(number, i == j ? 1 : 0))];
                Near(expected[i], row.Function.Of<Dual<float>>(seeded).Tangent, 3e-6, row, x);
            }
        }
    }

    private static double[] Flat(double[,] matrix) => [.. matrix.Cast<double>()];

    /// <summary>The derivative by one argument to fourth order in the step.</summary>
    private static double CentralDifference(Func<double[], double> function, double[] x, int argument)
    {
        const double Step = 1.0 / 1024;
        return ((8 * (Shifted(1) - Shifted(-1))) - (Shifted(2) - Shifted(-2))) / (12 * Step);

        double Shifted(int steps)
        {
            double[] shifted = [.. x];
            shifted[argument] += steps * Step;
            return function(shifted);
        }
    }

    private static void Near(double[] expected, double[] actual, double tolerance, OpRow row, double[] x)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++) { Near(expected[i], actual[i], tolerance, row, x); }
    }

    /// <summary>Equal but for an error relative to the larger of 1 and the expected number; NaN equals NaN.</summary>
    private static void Near(double expected, double actual, double tolerance, OpRow row, double[] x)
    {
        bool near = double.IsFinite(expected) ? Math.Abs(actual - expected) <= tolerance * Math.Max(1, Math.Abs(expected)) : actual.Equals(expected);
        Assert.True(near, $"{row.Name} at ({string.Join(", ", x)}): {actual:R}, expected {expected:R}");
    }
}
