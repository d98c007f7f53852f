using Xunit;
using static Autodiff.Scalar;

namespace Autodiff.Tests;

/// <summary>Eight numbers side by side as one number.</summary>
public sealed class LanesTests
{
    private static readonly Lanes X = Lanes.Load([1, 2, 3, 4, 5, 6, 7, 8]);

    [Fact]
    public void Numbers_go_in_and_come_out_in_order()
    {
        double[] numbers = [1, 2, 3, 4, 5, 6, 7, 8], read = new double[8], few = [0, 0, 0];
        X.CopyTo(read);
        X.CopyTo(few);
        Assert.Equal(numbers, read);
        Assert.Equal([1, 2, 3], few);
        Assert.Equal(numbers, Enumerable.Range(0, Lanes.Count).Select(i => X[i]));
        Assert.Equal(36, Lanes.Sum(X));
        Assert.Equal("[1, 2, 3, 4, 5, 6, 7, 8]", X.ToString());
    }

    [Fact]
    public void The_last_of_too_few_numbers_stands_for_the_missing_ones()
    {
        Assert.Equal(Lanes.Load([1, 2, 3, 3, 3, 3, 3, 3]), Lanes.Load([1, 2, 3]));
        Assert.Throws<ArgumentException>(() => Lanes.Load([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => X[8]);
        Assert.Throws<ArgumentOutOfRangeException>(() => X[-1]);
    }

    [Fact]
    public void A_question_has_the_answer_of_all_or_none()
    {
        Assert.True(X > 0);
        Assert.True(X >= 1);
        Assert.True(X < 9);
        Assert.True(X <= 8);
        Assert.False(X == 0);
        Assert.True(X != 0);
        Assert.False(Lanes.Load([double.NaN]) <= X);
        Assert.Equal(2.0, double.CreateChecked((Lanes)2));
        foreach (Action question in new Action[] { () => _ = X > 4, () => _ = X == 4, () => _ = X <= 4, () => X.CompareTo(4), () => double.CreateChecked(X) })
        {
            Assert.Contains("[1, 2, 3, 4, 5, 6, 7, 8]", Assert.Throws<InvalidOperationException>(question).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Lanes_are_equal_if_each_number_is_the_other()
    {
        Assert.Equal(Lanes.Load([1, double.NaN]), Lanes.Load([1, double.NaN]));
        Assert.NotEqual(X, X + Lanes.Load([0, 0, 0, 0, 0, 0, 0, 1]));
        Assert.Equal(X.GetHashCode(), (X + 0).GetHashCode());
    }

    [Fact]
    public void One_recording_serves_eight_points()
    {
        Lanes[] point = [X, Lanes.Load([-1, 0.5, 2, 0, 3, -2, 1, 4])];
        Lanes[] gradient = Autograd.Gradient(Formula, point);
        for (int i = 0; i < Lanes.Count; i++)
        {
            double[] alone = Autograd.Gradient(Formula, [point[0][i], point[1][i]]);
            Assert.Equal(alone[0], gradient[0][i], 1e-13);
            Assert.Equal(alone[1], gradient[1][i], 1e-13);
        }

        static T Formula<T>(ReadOnlySpan<T> x)
            where T : System.Numerics.IFloatingPointIeee754<T> =>
            Exp(Sin(x[0] * x[1])) + (x[1] / Sqrt(x[0])) + Tanh(MultiplyAdd(x[0], x[1], x[0]));
    }

    [Fact]
    public void An_infinite_slope_stays_in_its_lane()
    {
        Lanes x = Lanes.Load([0, 1, 4, 9, 16, 25, 36, 49]);
        Lanes slope = Autograd.Derivative(y => Sqrt(y), x), hidden = Autograd.Derivative(y => Sqrt(y) * (Scalar<Lanes>)Lanes.Load([0, 1]), x);
        Assert.Equal(double.PositiveInfinity, slope[0]);
        Assert.Equal(0, hidden[0]);
        for (int i = 1; i < Lanes.Count; i++)
        {
            Assert.Equal(0.5 / i, slope[i], 1e-15);
            Assert.Equal(0.5 / i, hidden[i], 1e-15);
        }
    }

    [Fact]
    public void A_sum_over_the_lanes_is_in_each_of_them_and_pulls_to_each()
    {
        // log Σ exp: its gradient is the softmax.
        Lanes[] gradient = Autograd.Gradient<Lanes>(x => Log(Lanes.Total(Exp(x[0] * 0.5))) * (Scalar<Lanes>)Lanes.Load([1, 0]), [X]);
        double sum = Enumerable.Range(1, 8).Sum(k => Math.Exp(0.5 * k));
        Assert.Equal((Lanes)36, Lanes.Total(X));
        for (int i = 0; i < Lanes.Count; i++) { Assert.Equal(0.5 * Math.Exp(0.5 * (i + 1)) / sum, gradient[0][i], 1e-15); }
        Assert.Contains("double", Assert.Throws<NotSupportedException>(() => Lanes.Total(1.0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Second_derivatives_of_eight_points_are_those_of_each_or_an_exception()
    {
        Lanes[] point = [X * 0.25, Lanes.Load([-1, 0.5, 2, 0, 3, -2, 1, 4])], direction = [0.5, Lanes.Load([1, 2])];
        Lanes[] product = Autograd.HessianVectorProduct(Smooth, point, direction);
        for (int i = 0; i < Lanes.Count; i++)
        {
            double[] alone = Autograd.HessianVectorProduct(Smooth, [point[0][i], point[1][i]], [direction[0][i], direction[1][i]]);
            for (int k = 0; k < alone.Length; k++) { Assert.Equal(alone[k], product[k][i], 1e-12 * Math.Max(1, Math.Abs(alone[k]))); }
        }
        Assert.Throws<InvalidOperationException>(() => Autograd.HessianVectorProduct<Lanes>(x => Relu(x[1]) * x[0], point, direction));

        static T Smooth<T>(ReadOnlySpan<T> x)
            where T : System.Numerics.IFloatingPointIeee754<T> =>
            (Exp(Sin(x[0] * x[1])) / Sqrt(x[0])) + (Tanh(x[1]) * Log(x[0] + T.One));
    }

    [Fact]
    public void Functions_of_many_numbers_record_lanes_too()
    {
        Lanes[] point = [X, X * 2, 3];
        Lanes[] sum = Autograd.Gradient<Lanes>(x => Sum(x) + Dot(x, x), point);
        for (int k = 0; k < point.Length; k++) { Assert.Equal(1 + (2 * point[k]), sum[k]); }
    }
}
