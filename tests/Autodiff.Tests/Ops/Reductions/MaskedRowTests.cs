using System.Numerics;
using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests.Ops.Reductions;

/// <summary>A row that is masked as a whole, and that nobody uses, must not spoil the derivatives of the others.</summary>
public sealed class MaskedRowTests
{
    [Fact]
    public void Point_8_a_masked_row_that_is_not_used_carries_nothing_back_in_two_orders()
    {
        NothingComesBack<float>();
        NothingComesBack<double>();
    }

    private static void NothingComesBack<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T infinity = T.PositiveInfinity;
        foreach (bool isLogarithm in new[] { false, true })
        {
            Variable<T> x = Create([-infinity, -infinity, -infinity, T.Zero, T.One, T.Zero], 2, 3).AttachGradient();
            using (Autograd.Record())
            {
                Variable<T> used = (isLogarithm ? LogSoftmax(x, 1) : Softmax(x, 1))[1];
                Variable<T> gradient = Autograd.Gradient(Sum(used * used), [x], createGraph: true)[0];
                Assert.Equal(new T[3], gradient[0].ToArray());
                Sum(gradient[1] * gradient[1]).Backward();
            }
            Assert.Equal(new T[3], x.Gradient[0].ToArray());
            Assert.All(x.Gradient[1].ToArray(), value => Assert.True(T.IsFinite(value) && value != T.Zero));
        }
    }
}
