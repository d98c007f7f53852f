using Xunit;

namespace GradBench.Tests.Evals;

public sealed class LogSumExpTests
{
    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(100, -100, 100)]
    [InlineData(5000, 0, 1)]
    [InlineData(20, -2000, -1900)]
    [InlineData(20, 800, 900)]
    public void The_gradient_is_the_softmax(int count, double low, double high)
    {
        double[] x = Instance.Uniform(new(count), count, low, high);
        double largest = x.Max(), sum = x.Sum(element => Math.Exp(element - largest));
        Near.Equal(largest + Math.Log(sum), Tool.Number("lse", "primal", new { x }));
        Near.Equal([.. x.Select(element => Math.Exp(element - largest) / sum)], Tool.Numbers("lse", "gradient", new { x }));
    }
}
