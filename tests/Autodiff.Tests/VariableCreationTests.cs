using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests;

public sealed class VariableCreationTests
{
    [Fact]
    public void Create_copies_and_wrap_does_not()
    {
        double[] values = [1, 2, 3, 4];
        Variable<double> copy = Create<double>(values, 2, 2), wrapped = Wrap(values, 2, 2);
        values[0] = 7;
        Assert.Equal([1, 2, 3, 4], copy.ToArray());
        Assert.Equal([7, 2, 3, 4], wrapped.ToArray());
        wrapped.Update([5, 6, 7, 8]);
        Assert.Equal([5, 6, 7, 8], values);
    }

    [Fact]
    public void Values_without_a_shape_stand_along_one_axis_and_an_empty_shape_means_no_axes()
    {
        double[] values = [1, 2, 3];
        Assert.Equal(Shape.Of(3), Create<double>([1, 2, 3]).Shape);
        Assert.Equal(Shape.Of(3), Create<double>(values).Shape);
        Assert.Equal(Shape.Of(1), Create<float>([5]).Shape);
        Assert.Equal(Shape.Of(0), Create<double>([]).Shape);
        Assert.Equal(Shape.Scalar, Create<double>([5], []).Shape);
        Assert.Equal(Shape.Scalar, Create<double>([5], Shape.Scalar).Shape);
        Variable<double> wrapped = Wrap(values);
        wrapped.Update([4, 5, 6]);
        Assert.Equal([4, 5, 6], values);
        Assert.Equal(Shape.Of(3), wrapped.Shape);
        Assert.Equal(Shape.Scalar, Wrap([5.0], []).Shape);
        Assert.Throws<ArgumentException>(() => Create<double>(values, []));
    }

    [Fact]
    public void A_matrix_keeps_its_rows()
    {
        Variable<double> x = Create(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        Assert.Equal(Shape.Of(2, 3), x.Shape);
        Assert.Equal([4, 5, 6], x[1].ToArray());
        Assert.Equal(Shape.Of(0, 3), Create(new double[0, 3]).Shape);
    }

    [Fact]
    public void A_count_that_does_not_fill_the_shape_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Create([1.0, 2, 3], 2, 2));
        Assert.Contains("3 values came, and the shape [2, 2] holds 4", error.Message, StringComparison.Ordinal);
        Assert.Contains("Wrap", Assert.Throws<ArgumentException>(() => Wrap([1.0, 2], 3)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Zeros<double>(2, -1));
        Assert.Throws<NotSupportedException>(() => Zeros<Half>(2));
    }

    [Fact]
    public void A_shape_stands_wherever_lengths_are_asked_for()
    {
        Shape shape = Shape.Of(2, 3);
        Assert.Equal(shape, Zeros<double>(shape).Shape);
        Assert.All(Ones<float>(shape).ToArray(), one => Assert.Equal(1, one));
        Assert.Equal(shape, Full(shape, 2.5).Shape);
        Assert.Equal(shape, Normal<double>(shape, new Random(1)).Shape);
        Assert.Equal(shape, Sequence<double>(6).Reshape(shape).Shape);
    }

    [Fact]
    public void Sequences_step_from_the_start()
    {
        Assert.Equal([0, 1, 2], Sequence<double>(3).ToArray());
        Assert.Equal([5f, 4.5f, 4], Sequence<float>(3, 5, -0.5).ToArray());
        Assert.Equal(0.1 * 7, Sequence<double>(8, 0, 0.1)[7].Value);
        Assert.Equal(0, Sequence<double>(0).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => Sequence<double>(-1));
    }

    [Fact]
    public void Linspace_meets_both_ends_exactly()
    {
        Assert.Equal([0, 0.25, 0.5, 0.75, 1], Linspace(0.0, 1, 5).ToArray());
        double[] values = Linspace(-0.1, 0.7, 101).ToArray();
        Assert.Equal((-0.1, 0.7), (values[0], values[^1]));
        Assert.Equal(double.MaxValue, Linspace(-double.MaxValue, double.MaxValue, 3)[2].Value);
        Assert.Equal(0, Linspace(-double.MaxValue, double.MaxValue, 3)[1].Value);
        Assert.Equal([3], Linspace(3.0, 4, 1).ToArray());
        Assert.Equal(0, Linspace(3.0, 4, 0).Length);
    }

    [Fact]
    public void The_identity_and_the_labels_have_ones_at_their_places()
    {
        Assert.Equal([1, 0, 0, 1], Identity<double>(2).ToArray());
        Assert.Equal(Shape.Of(0, 0), Identity<double>(0).Shape);
        Variable<float> hot = OneHot<float>(Indices.Create([2, 0], 2, 1), 3);
        Assert.Equal(Shape.Of(2, 1, 3), hot.Shape);
        Assert.Equal([0, 0, 1, 1, 0, 0], hot.ToArray());
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => OneHot<float>([1, 3], 3));
        Assert.Contains("OneHot: there is no index 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_values_come_from_the_numbers_that_are_passed_in()
    {
        Assert.Equal(Normal<double>([5], new Random(3)).ToArray(), Normal<double>([5], new Random(3)).ToArray());
        double[] uniform = Uniform<double>([1000], new Random(4), -2, 3).ToArray();
        Assert.All(uniform, value => Assert.InRange(value, -2, 3));
        Assert.InRange(uniform.Average(), 0.3, 0.7);
        double[] normal = Normal<double>([4000], new Random(5), mean: 2, deviation: 0.5).ToArray();
        Assert.InRange(normal.Average(), 1.96, 2.04);
        Assert.InRange(Math.Sqrt(normal.Average(value => (value - 2) * (value - 2))), 0.48, 0.52);
    }
}
