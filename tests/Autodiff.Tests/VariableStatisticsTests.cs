using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests;

public sealed class VariableStatisticsTests
{
    [Fact]
    public void The_spread_over_axes_named_one_by_one_is_that_of_a_sample()
    {
        Variable<double> x = Create<double>([1, 3, 2, 6, 0, 3], 2, 3);
        Assert.Equal([1, 9], Variance(x, 1).ToArray());
        Assert.Equal([1, 3], StandardDeviation(x, -1).ToArray());
        Assert.Equal(Variance(x, [0, 1], keepAxes: false).ToArray(), Variance(x, 0, 1).ToArray());
        Assert.Equal(Variance(x, correction: 1).Value, Variance(x).Value);
        Assert.Equal(StandardDeviation(x, [0, 1]).Value, StandardDeviation(x).Value);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => StandardDeviation(x, 2));
        Assert.Contains("StandardDeviation", error.Message, StringComparison.Ordinal);
    }
}
