using Xunit;
using static Autodiff.Scalar;

namespace Autodiff.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void The_worked_example_has_its_symbolic_derivative()
    {
        using (Autograd.Record())
        {
            var x = Independent(0.25);
            var a = Exp(x);
            var c = a + (a * a);
            var d = Watch(Exp(c));
            var f = d + Sin(c);
            f.Backward();
            Assert.Equal(81.5541124068288, x.Gradient, 1e-12);
            Assert.Equal(1, d.Gradient);
            Assert.Equal(Math.Exp(c.Value) + Math.Cos(c.Value), c.Gradient, 1e-12);
        }
    }
}
