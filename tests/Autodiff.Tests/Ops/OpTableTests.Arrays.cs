using System.Numerics;
using Xunit;

namespace Autodiff.Tests.Ops;

/// <content>Points as arrays, and a gradient that has a derivative of its own.</content>
public sealed partial class OpTableTests
{
    [Fact]
    public void A_gradient_that_is_zero_has_its_own_derivative()
    {
        // tanh(x)²/2 at 0: the adjoint of tanh is tanh(0) = 0, but the second derivative is 1.
        Variable<double> x = Variable.Zeros<double>(3).AttachGradient();
        using (Autograd.Record())
        {
            Variable<double> tanh = Variable.Tanh(x), y = Variable.Sum(tanh * tanh * 0.5);
            Variable<double> gradient = Autograd.Gradient(y, [x], createGraph: true)[0];
            Assert.Equal([0, 0, 0], gradient.ToArray());
            Assert.Equal([1, 1, 1], Autograd.Gradient(Variable.Sum(gradient), [x])[0].ToArray());
        }
    }

    // All points of a row: one array for each argument.
    private static Variable<T>[] Columns<T>(double[][] points)
        where T : unmanaged, IFloatingPointIeee754<T> =>
    [
        .. Enumerable.Range(0, points[0].Length).Select(i =>
            Variable.Create<T>([.. points.Select(point => T.CreateTruncating(point[i]))], points.Length).AttachGradient()),
    ];

    private static IEnumerable<double[]> AllPoints(OpRow row) => row.Points().Concat(row.Specials.Select(special => special.Point));
}
