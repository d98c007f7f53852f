using Xunit;

namespace Autodiff.Tests.Ops;

/// <content>Special values, kinks, and one number in several places.</content>
public sealed partial class OpTableTests
{
    [Theory]
    [MemberData(nameof(NamesWithSpecials))]
    public void Special_values_are_as_the_table_says_in_every_mode(string name)
    {
        OpRow row = OpTable.Row(name);
        foreach (Special special in row.Specials)
        {
            double value = row.Function.Of<double>(special.Point);
            Near(special.Value, value, 1e-15, row, special.Point);
            Assert.True(value != 0 || double.IsNegative(value) == double.IsNegative(special.Value), $"{name} at {special.Point[0]}: the sign of zero");
            Near(special.Derivatives, Modes.Forward(row.Function, special.Point), 1e-15, row, special.Point);
            Near(special.Derivatives, Modes.Reverse(row.Function, special.Point), 1e-15, row, special.Point);
        }
    }

    [Theory]
    [MemberData(nameof(NamesWithKinks))]
    public void A_kink_is_as_smooth_as_the_table_says(string name)
    {
        const double Aside = 1e-6;
        OpRow row = OpTable.Row(name);
        foreach (double kink in row.Kinks)
        {
            for (int order = 0; order <= Math.Min(row.Smoothness + 1, 2); order++)
            {
                double jump = Math.Abs(Derivative(row.Function, order, kink + Aside) - Derivative(row.Function, order, kink - Aside));
                Assert.True(jump < 1e-4 == order <= row.Smoothness, $"{name}: the derivative of order {order} jumps by {jump} at {kink}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(NamesOfBinary))]
    public void One_number_in_both_places_has_the_sum_of_both_derivatives(string name)
    {
        OpRow row = OpTable.Row(name);
        foreach (double x in row.Points().Select(point => Math.Abs(point[1])))
        {
            double sum = Modes.Forward(row.Function, [x, x]).Sum();
            Near(sum, Autograd.Derivative(number => row.Function.Of<Scalar<double>>([number, number]), x), 1e-13, row, [x, x]);
            Near(sum, row.Function.Of<Dual<double>>([Dual.Seed(x), Dual.Seed(x)]).Tangent, 1e-13, row, [x, x]);
        }
    }

    private static double Derivative(IFunction function, int order, double x) => order switch
    {
        0 => function.Of<double>([x]),
        1 => Modes.Reverse(function, [x])[0],
        _ => Modes.ForwardOverReverse(function, [x])[0, 0],
    };
}
