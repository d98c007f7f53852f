using System.Globalization;
using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests;

public sealed class VariableDisplayTests
{
    private static string Text(params string[] lines) => string.Join('\n', lines);

    [Fact]
    public void A_value_without_axes_shows_its_number_in_full()
    {
        Assert.Equal("0.30000000000000004", Full([], 0.1 + 0.2).ToString());
        Assert.Equal("NaN", Full([], float.NaN).ToString());
    }

    [Fact]
    public void A_vector_stands_in_brackets() => Assert.Equal(Text("[1, 2, 3]", "double [3]"), Create([1.0, 2, 3], 3).ToString());

    [Fact]
    public void The_numbers_of_a_matrix_stand_below_each_other_by_their_points() => Assert.Equal(
        Text(
            "[[    1    ,    -2.5  ,     3    ],",
            " [   10.25 ,   100    ,     1E-07],",
            " [      NaN,     0    , 12345.7  ]]",
            "float [3, 3]"),
        Create([1f, -2.5f, 3, 10.25f, 100, 1e-7f, float.NaN, 0, 12345.678f], 3, 3).ToString());

    [Fact]
    public void Axes_before_the_last_two_are_set_apart() => Assert.Equal(
        Text("[[[0, 1],", "  [2, 3]],", "", " [[4, 5],", "  [6, 7]]]", "double [2, 2, 2]"), Sequence<double>(8).Reshape(2, 2, 2).ToString());

    [Fact]
    public void Views_show_what_they_show() =>
        Assert.Equal(Text("[[5, 2],", " [4, 1],", " [3, 0]]", "double [3, 2]"), Flip(Sequence<double>(6).Reshape(2, 3).Transpose()).ToString());

    [Fact]
    public void Of_many_elements_the_ends_are_shown()
    {
        Assert.Equal(Text("[   0,    1,    2, ..., 1098, 1099, 1100]", "float [1101]"), Sequence<float>(1101).ToString());
        Assert.Equal(
            Text(
                "[[   0,    1,    2, ...,   37,   38,   39],",
                " [  40,   41,   42, ...,   77,   78,   79],",
                " [  80,   81,   82, ...,  117,  118,  119],",
                " ...,",
                " [1080, 1081, 1082, ..., 1117, 1118, 1119],",
                " [1120, 1121, 1122, ..., 1157, 1158, 1159],",
                " [1160, 1161, 1162, ..., 1197, 1198, 1199]]",
                "double [30, 40]"),
            Sequence<double>(1200).Reshape(30, 40).ToString());
    }

    [Fact]
    public void Long_rows_go_on_in_the_next_line()
    {
        string[] lines = Sequence<double>(100).ToString().Split('\n');
        Assert.Equal("double [100]", lines[^1]);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 121));
        Assert.StartsWith("[ 0,  1,", lines[0], StringComparison.Ordinal);
        Assert.Equal(' ', lines[1][0]);
        Assert.Equal(5, lines.Length);
    }

    [Fact]
    public void An_empty_value_shows_empty_brackets_and_its_shape() => Assert.Equal(Text("[]", "float [2, 0]"), Zeros<float>(2, 0).ToString());

    [Fact]
    public void The_culture_of_the_reader_does_not_matter()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat.NumberDecimalSeparator = ",";
        commas.NumberFormat.NegativeSign = "~";
        try
        {
            CultureInfo.CurrentCulture = commas;
            Assert.Equal(Text("[-1.5,  2  ]", "double [2]"), Create([-1.5, 2], 2).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_value_that_is_not_there_says_so()
    {
        Assert.Equal("Variable<double>: default, without a value", default(Variable<double>).ToString());
        Variable<double> x = Ones<double>(2).AttachGradient(), doubled, sum;
        using (Autograd.Record()) { (doubled, sum) = (x + x, Sum(x)); }
        Assert.Equal(Text("[2, 2]", "double [2]"), doubled.ToString());
        string? elsewhere = null;
        Thread thread = new(() => elsewhere = doubled.ToString());
        thread.Start();
        thread.Join();
        Assert.Equal("Variable<double> of another thread's recording", elsewhere);
        using (Autograd.Record())
        {
            _ = x * x;
            Assert.Equal("Variable<double>: gone with its recording", doubled.ToString());
            Assert.Equal("2", sum.ToString());
        }
    }

    [Fact]
    public void A_result_of_one_element_shows_its_axes_after_its_recording()
    {
        Variable<double> x = Ones<double>(2, 1).AttachGradient(), kept;
        using (Autograd.Record()) { kept = Sum(x, [0], keepAxes: true); }
        using (Autograd.Record()) { Assert.Equal(Text("[[2]]", "double [1, 1]"), kept.ToString()); }
    }
}
