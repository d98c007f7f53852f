using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests;

/// <summary>Places of elements in their order, and of the greatest of windows; chance.</summary>
public sealed class VariableOrderingTests
{
    [Fact]
    public void Equal_elements_stay_in_the_order_they_have()
    {
        Variable<double> x = Create<double>([1, 0, 1, -0.0, 1], 5);
        Assert.Equal([1, 3, 0, 2, 4], ArgSort(x));
        Assert.Equal([0, 2, 4, 1, 3], ArgSort(x, 0, descending: true));
    }

    [Fact]
    public void The_places_stand_where_the_elements_do()
    {
        Variable<double> x = Create<double>([3, 1, 2, 4, 6, 5], 2, 3);
        (Variable<double> values, Indices indices) = Sort(x, 0, descending: true);
        Assert.Equal([4, 6, 5, 3, 1, 2], values.ToArray());
        Assert.Equal([1, 1, 1, 0, 0, 0], indices);
        Assert.Equal([2, 3], indices.Shape.Lengths.ToArray());
    }

    [Fact]
    public void Many_equal_elements_are_in_order_too()
    {
        Random random = new(5);
        double[] x = [.. Enumerable.Range(0, 3000).Select(_ => (double)random.Next(7))];
        int[] expected = [.. Enumerable.Range(0, x.Length).OrderBy(i => x[i])];
        Assert.Equal(expected, ArgSort(Create<double>(x, x.Length)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    public void Few_of_many_are_the_first_of_all_in_order(int count)
    {
        Random random = new(6);
        double[] x = [.. Enumerable.Range(0, 500).Select(k => k % 50 == 3 ? double.NaN : random.Next(100))];
        Variable<double> line = Create<double>(x, x.Length);
        Assert.Equal(ArgSort(line, 0, descending: true).Take(count), TopK(line, count).Indices);
        Assert.Equal(ArgSort(line).Take(count), TopK(line, count, largest: false).Indices);
    }

    [Fact]
    public void The_greatest_that_are_not_sorted_stay_in_the_order_they_have()
    {
        (Variable<float> values, Indices indices) = TopK(Create<float>([3, 1, 5, 4], 4), 3, sorted: false);
        Assert.Equal([3, 5, 4], values.ToArray());
        Assert.Equal([0, 2, 3], indices);
    }

    [Fact]
    public void The_places_of_the_greatest_count_the_pooled_axes_row_by_row()
    {
        Variable<double> x = Create<double>([1, 2, 2, 1, 1, 0, 0, 9, 9], 1, 3, 3);
        Assert.Equal([1, 1, 7, 7], MaxPoolWithIndices(x, [2, 2], [1, 1]).Indices);
        Assert.Equal([7], AdaptiveMaxPoolWithIndices(x, 1, 1).Indices);
        Assert.Equal([-1], MaxPoolWithIndices(Create<double>([7, 8], 2), [2], [1], [1], [3]).Indices);
    }

    [Fact]
    public void A_share_of_the_elements_is_dropped_and_the_mean_stays()
    {
        Variable<float> x = Ones<float>(100_000), y;
        using (Autograd.TrainMode()) { y = Dropout(x, 0.25, new Random(11)); }
        Assert.Equal(25_000, y.ToArray().Count(value => value == 0), 600.0);
        Assert.All(y.ToArray().Where(value => value != 0).Distinct(), value => Assert.Equal(1 / 0.75f, value));
    }

    [Fact]
    public void Chance_is_not_asked_where_there_is_none()
    {
        Random used = new(2), fresh = new(2);
        Variable<float> x = Ones<float>(4);
        using (Autograd.TrainMode())
        {
            Dropout(x, 0, used);
            Dropout(x, 1, used);
        }
        Dropout(x, 0.5, used);
        Assert.Equal(fresh.Next(), used.Next());
        Assert.Throws<ArgumentNullException>(() => Dropout(x, 0.5, null!));
    }
}
