using Xunit;

namespace Autodiff.Tests;

public sealed class ShapeTests
{
    [Fact]
    public void Shapes_of_equal_lengths_are_equal_and_others_are_not()
    {
        Assert.Equal(Shape.Of(2, 3), Shape.Of(2, 3));
        Assert.Equal(Shape.Of(2, 3).GetHashCode(), Shape.Of(2, 3).GetHashCode());
        Assert.Equal(Shape.Scalar, Shape.Of());
        Assert.NotEqual(Shape.Of(2, 3), Shape.Of(3, 2));
        Assert.NotEqual(Shape.Of(2, 3), Shape.Of(2, 3, 1));
        Assert.NotEqual(Shape.Of(6), Shape.Of(2, 3));
        Assert.False(Shape.Of(2).Equals(null));
    }

    [Fact]
    public void A_shape_says_its_lengths_rank_and_number_of_elements()
    {
        Shape shape = Shape.Of(2, 0, 3);
        Assert.Equal("[2, 0, 3]", shape.ToString());
        Assert.Equal((3, 0), (shape.Rank, shape.ElementCount));
        Assert.Equal((2, 3), (shape[0], shape[-1]));
        Assert.Equal((0, 1, "[]"), (Shape.Scalar.Rank, Shape.Scalar.ElementCount, Shape.Scalar.ToString()));
        ReadOnlySpan<int> lengths = shape;
        Assert.Equal([2, 0, 3], lengths);
    }

    [Fact]
    public void Many_threads_that_make_shapes_get_the_shapes_they_asked_for()
    {
        // More shapes than the table of those met lately has places, so that threads take them from each other.
        Parallel.For(0, 8, thread =>
        {
            Random random = new(thread % 2);
            for (int i = 0; i < 20_000; i++)
            {
                int[] lengths = [random.Next(20), random.Next(20), random.Next(20)];
                Shape shape = Shape.Of(lengths);
                Assert.True(shape.Lengths.SequenceEqual(lengths), $"{shape} came for {string.Join(", ", lengths)}.");
                Assert.Equal(lengths[0] * lengths[1] * lengths[2], shape.ElementCount);
            }
        });
    }

    [Fact]
    public void More_elements_than_an_array_holds_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Shape.Of(1 << 16, 1 << 15));
        Assert.Contains("[65536, 32768]", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Shape.Of(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue));
        Assert.Equal(Array.MaxLength, Shape.Of(Array.MaxLength).ElementCount);
        Assert.Equal(0, Shape.Of(int.MaxValue, 0, int.MaxValue).ElementCount);
        Assert.Throws<ArgumentException>(() => Shape.Of(2, -1));
    }

    [Theory]
    [InlineData(new[] { 2, 3 }, new[] { 3 }, new[] { 2, 3 })]
    [InlineData(new[] { 2, 1 }, new[] { 1, 3 }, new[] { 2, 3 })]
    [InlineData(new int[0], new[] { 2, 3 }, new[] { 2, 3 })]
    [InlineData(new[] { 0, 3 }, new[] { 1, 1 }, new[] { 0, 3 })]
    [InlineData(new[] { 1 }, new[] { 0 }, new[] { 0 })]
    [InlineData(new[] { 4, 1, 3 }, new[] { 2, 1 }, new[] { 4, 2, 3 })]
    public void Shapes_broadcast_from_the_last_axis(int[] a, int[] b, int[] common)
    {
        Assert.Equal(Shape.Of(common), Shape.Broadcast("Add", Shape.Of(a), Shape.Of(b)));
        Assert.Equal(Shape.Of(common), Shape.Broadcast("Add", Shape.Of(b), Shape.Of(a)));
        Assert.True(Shape.Of(a).CanExpandTo(Shape.Of(common)) && Shape.Of(b).CanExpandTo(Shape.Of(common)));
    }

    [Theory]
    [InlineData(new[] { 2, 3 }, new[] { 2 })]
    [InlineData(new[] { 0 }, new[] { 2 })]
    [InlineData(new[] { 2, 1, 3 }, new[] { 2, 2 })]
    public void Shapes_that_do_not_broadcast_are_both_named(int[] a, int[] b)
    {
        var error = Assert.Throws<ShapeMismatchException>(() => Shape.Broadcast("Add", Shape.Of(a), Shape.Of(b)));
        Assert.StartsWith($"Add: the shapes {Shape.Of(a)} and {Shape.Of(b)} do not broadcast", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_length_that_is_left_open_follows_from_the_others()
    {
        Shape shape = Shape.Of(4, 6);
        Assert.Equal(Shape.Of(3, 8), shape.Complete([3, -1]));
        Assert.Equal(Shape.Of(24), shape.Complete([-1]));
        Assert.Equal(Shape.Of(2, 1, 12), shape.Complete([2, -1, 12]));
        Assert.Equal(Shape.Of(0, 5), Shape.Of(0, 3).Complete([-1, 5]));
        Assert.Throws<ArgumentException>(() => shape.Complete([5, -1]));
        Assert.Throws<ArgumentException>(() => shape.Complete([-1, -1]));
        Assert.Throws<ArgumentException>(() => shape.Complete([-1, -2]));
        Assert.Throws<ArgumentException>(() => shape.Complete([-1, 0]));
        Assert.Throws<ArgumentException>(() => shape.Complete([-1, int.MaxValue, int.MaxValue]));
    }

    [Fact]
    public void Axes_count_from_either_end()
    {
        Shape shape = Shape.Of(2, 3, 4);
        Assert.Equal((0, 2, 2, 0), (shape.Axis(0, "Sum"), shape.Axis(2, "Sum"), shape.Axis(-1, "Sum"), shape.Axis(-3, "Sum")));
        Assert.Equal(0b101u, shape.Axes([-1, 0], "Sum"));
        Assert.Equal(0b111u, shape.Axes([], "Sum"));
        Assert.Equal(Shape.Of(1, 3, 1), shape.Without(0b101, keepAxes: true));
        Assert.Equal(Shape.Of(3), shape.Without(0b101, keepAxes: false));
        Assert.Equal(Shape.Of(2, 5, 3, 4), shape.With(1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => shape.Axis(3, "Sum"));
        Assert.Throws<ArgumentOutOfRangeException>(() => shape.Axis(int.MinValue, "Sum"));
        Assert.Throws<ArgumentException>(() => shape.Axes([1, -2], "Sum"));
    }
}
