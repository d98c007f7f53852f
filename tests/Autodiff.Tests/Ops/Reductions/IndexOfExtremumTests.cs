using Xunit;

namespace Autodiff.Tests.Ops.Reductions;

/// <summary>Where extrema stand.</summary>
public sealed class IndexOfExtremumTests
{
    private static Variable<double> Matrix => Variable.Create<double>([1, 3, 3, 2, -1, 2], 2, 3);

    [Fact]
    public void The_first_of_equal_elements_is_the_extremum()
    {
        Assert.Equal([1, 0], Variable.ArgMax(Matrix, 1));
        Assert.Equal([1, 0, 0], Variable.ArgMax(Matrix, 0));
        Assert.Equal([0, 1], Variable.ArgMin(Matrix, -1));
        Assert.Equal([0, 1, 1], Variable.ArgMin(Matrix, 0));
        Assert.Equal([1, 0], Variable.MaxWithIndices(Matrix, 1).Indices);
        Assert.Equal([0, 1], Variable.MinWithIndices(Matrix, 1).Indices);
    }

    [Fact]
    public void The_first_NaN_comes_before_all()
    {
        var x = Variable.Create<float>([1, float.NaN, float.PositiveInfinity, float.NaN], 4);
        Assert.Equal([1], Variable.ArgMax(x, 0));
        Assert.Equal([1], Variable.ArgMin(x, 0));
    }

    [Fact]
    public void Indices_are_those_of_the_view_that_is_asked()
    {
        Assert.Equal(Variable.ArgMax(Matrix, 0), Variable.ArgMax(Matrix.Transpose(), 1));
        Assert.Equal(Variable.ArgMin(Matrix, 1), Variable.ArgMin(Matrix.Transpose(), 0));
    }

    [Fact]
    public void Indices_of_nothing_are_refused_but_no_lines_have_none()
    {
        Assert.Empty(Variable.ArgMax(Variable.Zeros<double>(0, 3), 1));
        var error = Assert.Throws<ArgumentException>(() => Variable.ArgMin(Variable.Zeros<double>(0, 3), 0));
        Assert.Contains("ArgMin", error.Message, StringComparison.Ordinal);
        Assert.Contains("[0, 3]", error.Message, StringComparison.Ordinal);
    }
}
