using Xunit;

namespace GradBench.Tests.Evals;

public sealed class DescentTests
{
    public static TheoryData<string> Nestings => ["rr", "ff", "fr", "rf"];

    // The constant that the benchmark compares with.
    [Theory]
    [MemberData(nameof(Nestings))]
    public void The_charge_is_where_the_particle_lands_nearest_to_0(string nesting) =>
        Near.Equal(0.2071918746486116, Tool.Number("particle", nesting, new { w = 0.0 }), 1e-8);

    [Theory]
    [MemberData(nameof(Nestings))]
    public void The_saddle_is_at_0(string nesting)
    {
        double[] saddle = Tool.Numbers("saddle", nesting, new { start = new[] { 1.0, 1.0 } });
        Assert.Equal(4, saddle.Length);
        Assert.All(saddle, coordinate => Assert.InRange(Math.Abs(coordinate), 0, 1e-5));
        Near.Equal(8.246324826140356e-06, saddle[0], 1e-12);
    }

    [Fact]
    public void The_nestings_agree_from_any_start()
    {
        double[] start = [-0.3, 2.5], first = Tool.Numbers("saddle", "rr", new { start });
        foreach (string nesting in new[] { "ff", "fr", "rf" }) { Near.Equal(first, Tool.Numbers("saddle", nesting, new { start }), 1e-12); }
    }

    [Theory]
    [InlineData(3, 9)]
    [InlineData(-4.5, 81.0 / 4)]
    public void A_number_is_squared_and_the_square_differentiated(double x, double square)
    {
        Assert.Equal(square, Tool.Number("hello", "square", x));
        Assert.Equal(2 * x, Tool.Number("hello", "double", x));
    }
}
