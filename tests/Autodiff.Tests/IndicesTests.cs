using Xunit;

namespace Autodiff.Tests;

public sealed class IndicesTests
{
    [Fact]
    public void A_list_makes_indices_along_one_axis()
    {
        Indices indices = [3, 1, 2];
        Assert.Equal(Shape.Of(3), indices.Shape);
        Assert.Equal([3, 1, 2], indices.AsReadOnlySpan());
        Assert.Equal((3, 1, 2), (indices[0], indices[1], indices[2]));
        Assert.Equal([3, 1, 2], indices.ToList());
    }

    [Fact]
    public void Indices_do_not_change_with_what_they_were_made_of()
    {
        int[] values = [0, 1];
        Indices indices = Indices.Create(values, 2, 1);
        values[0] = 5;
        Assert.Equal([0, 1], indices.AsReadOnlySpan());
    }

    [Fact]
    public void Parts_and_other_shapes_show_the_same_indices()
    {
        Indices indices = Indices.Create([0, 1, 2, 3, 4, 5], 3, 2);
        Indices part = indices[1..];
        Assert.Equal(Shape.Of(2, 2), part.Shape);
        Assert.Equal([2, 3, 4, 5], part.AsReadOnlySpan());
        Assert.Equal([4, 5], part[^1..].Reshape(-1).AsReadOnlySpan());
        Assert.Equal(0, indices[3..].Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => indices[2..4]);
        Assert.ThrowsAny<ArgumentException>(() => indices.Reshape(4));
    }

    [Fact]
    public void A_part_is_judged_by_its_own_indices()
    {
        Indices indices = [0, 9, 1];
        Variable<double> x = Variable.Sequence<double>(2);
        Assert.Equal([1.0], Variable.IndexSelect(x, 0, indices[2..]).ToArray());
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Variable.IndexSelect(x, 0, indices[..2]));
        Assert.Contains("index 9", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Indices_show_their_shape_and_their_first_elements()
    {
        Assert.Equal("Indices [2, 1]: 4, 5", Indices.Create([4, 5], 2, 1).ToString());
        Assert.Equal("Indices [12]: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...", Indices.Of([.. Enumerable.Range(0, 12)]).ToString());
        Assert.Throws<ArgumentException>(() => Indices.Create([1, 2], 3));
    }
}
