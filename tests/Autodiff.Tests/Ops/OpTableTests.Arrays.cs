using System.Numerics;
using Autodiff.Tests.Kernels.Lanes;
using Xunit;

namespace Autodiff.Tests.Ops;

/// <content>Rules over arrays: value and gradient element by element are those of one number.</content>
public sealed partial class OpTableTests
{
    // A lane may differ from the number by a few ulp; where terms of size 1 cancel, by a few ulp of 1.
    private const int LaneUlps = 8;
    private const int LaneSlack = 4;

    [Theory]
    [MemberData(nameof(NamesWithRule))]
    public void An_array_has_the_values_and_gradients_of_its_numbers(string name)
    {
        OpRow row = OpTable.Row(name);
        ArrayEqualsNumbers<double>(row, [.. row.Points()], LaneSlack);
        ArrayEqualsNumbers<float>(row, [.. row.Points()], LaneSlack);
    }

    [Theory]
    [MemberData(nameof(NamesWithSpecials))]
    public void An_array_has_the_special_values_of_the_table(string name)
    {
        OpRow row = OpTable.Row(name);
        if (row.Rule is null) { return; }
        ArrayEqualsNumbers<double>(row, [.. row.Specials.Select(special => special.Point)], slack: 0);
        ArrayEqualsNumbers<float>(row, [.. row.Specials.Select(special => special.Point)], slack: 0);
    }

    [Theory]
    [MemberData(nameof(NamesWithRule))]
    public void A_head_gradient_of_zero_pulls_exactly_zero_whatever_the_partial(string name)
    {
        OpRow row = OpTable.Row(name);
        Variable<double>[] x = Columns<double>([.. AllPoints(row)]);
        Variable<double> zero = Variable.Zeros<double>(x[0].Length);
        using (Autograd.Record())
        {
            Variable<double> y = row.Rule!.Apply<double>(x);
            foreach (bool createGraph in new[] { false, true })
            {
                Variable<double>[] gradients = Autograd.Gradient([y], x, [zero], retainGraph: true, createGraph);
                Assert.All(gradients, gradient => Assert.All(gradient.ToArray(), slope => Assert.True(slope == 0, $"{name}: {slope}")));
            }
        }
    }

    [Theory]
    [MemberData(nameof(NamesWithRule))]
    public void Gradients_are_proportional_to_the_head_gradient(string name)
    {
        OpRow row = OpTable.Row(name);
        double[][] points = [.. row.Points()];
        Variable<double>[] x = Columns<double>(points);
        double[] weight = Weights(points.Length);
        using (Autograd.Record())
        {
            Variable<double> y = row.Rule!.Apply<double>(x);
            Variable<double>[] once = Gradients(y, x, weight), fourTimes = Gradients(y, x, [.. weight.Select(w => -4 * w)]);
            for (int i = 0; i < x.Length; i++)
            {
                // Times a power of two, so without rounding.
                Assert.Equal(once[i].ToArray().Select(slope => (slope * -4) + 0), fourTimes[i].ToArray().Select(slope => slope + 0));
            }
        }
    }

    [Theory]
    [MemberData(nameof(NamesWithRule))]
    public void Float_is_near_double(string name)
    {
        OpRow row = OpTable.Row(name);
        double[][] points = [.. row.Points().Select(point => point.Select(number => (double)(float)number).ToArray())];
        (double[] Value, double[][] Gradients) wide = Swept<double>(row, points), narrow = Swept<float>(row, points);
        for (int k = 0; k < points.Length; k++)
        {
            Near(wide.Value[k], narrow.Value[k], 4e-6, row, points[k]);
            for (int i = 0; i < row.Arity; i++) { Near(wide.Gradients[i][k], narrow.Gradients[i][k], 1e-5, row, points[k]); }
        }
    }

    private static void ArrayEqualsNumbers<T>(OpRow row, double[][] points, int slack)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[][] numbers = [.. points.Select(point => point.Select(T.CreateTruncating).ToArray())];
        Variable<T>[] x = Columns<T>(points);
        T[] weight = [.. Weights(points.Length).Select(T.CreateTruncating)];
        using (Autograd.Record())
        {
            Variable<T> y = row.Rule!.Apply<T>(x);
            T[] values = y.ToArray();
            Variable<T>[] swept = Gradients(y, x, weight);
            Variable<T>[] recorded = Autograd.Gradient([y], x, [Variable.Create<T>(weight, weight.Length)], createGraph: true);
            for (int k = 0; k < numbers.Length; k++)
            {
                T value = row.Rule.Forward(numbers[k]);
                Agree(row, "value", values[k], value, numbers[k], slack);
                for (int i = 0; i < row.Arity; i++)
                {
                    T slope = row.Rule.Derivative(i, numbers[k], value) * weight[k];
                    Agree(row, $"gradient {i}", swept[i].ToArray()[k], slope, numbers[k], slack);
                    Agree(row, $"recorded gradient {i}", recorded[i].ToArray()[k], slope, numbers[k], slack);
                }
            }
        }
    }

    private static (double[] Value, double[][] Gradients) Swept<T>(OpRow row, double[][] points)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T>[] x = Columns<T>(points);
        using (Autograd.Record())
        {
            Variable<T> y = row.Rule!.Apply<T>(x);
            return (Doubles(y), [.. Gradients(y, x, [.. Enumerable.Repeat(T.One, points.Length)]).Select(Doubles)]);
        }
    }

    private static void Agree<T>(OpRow row, string what, T actual, T expected, T[] x, int slack)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // The sign of a zero is checked of values alone: 0 times a negative weight is a matter of rounding.
        bool near = Closeness.Agree(actual, expected, LaneUlps, slack) || (T.IsZero(actual) && T.IsZero(expected) && what != "value");
        Assert.True(near, $"{row.Name}, {typeof(T).Name}: the {what} at ({string.Join(", ", x)}) is {actual:R}, alone {expected:R}");
    }

    // All points of a row: one array for each argument.
    private static Variable<T>[] Columns<T>(double[][] points)
        where T : unmanaged, IFloatingPointIeee754<T> =>
    [
        .. Enumerable.Range(0, points[0].Length).Select(i =>
            Variable.Create<T>([.. points.Select(point => T.CreateTruncating(point[i]))], points.Length).AttachGradient()),
    ];

    private static Variable<T>[] Gradients<T>(Variable<T> y, Variable<T>[] x, T[] weight)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Autograd.Gradient([y], x, [Variable.Create<T>(weight, y.Shape.Lengths)], retainGraph: true);

    private static IEnumerable<double[]> AllPoints(OpRow row) => row.Points().Concat(row.Specials.Select(special => special.Point));

    private static double[] Weights(int count) => [.. Enumerable.Range(0, count).Select(k => (k % 5) switch { 0 => 1, 1 => -2, 2 => 0.5, 3 => 4, _ => -0.25 })];

    private static double[] Doubles<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. x.ToArray().Select(double.CreateTruncating)];
}
