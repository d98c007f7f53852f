using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Examples.Tests;

public sealed class DigitTests : IDisposable
{
    private const string Training = "optdigits.tra", Test = "optdigits.tes", Comment = "# the last number is the class";

    private readonly TemporaryDirectory directory = new();

    public DigitTests()
    {
        Random random = new(7);
        directory.Write(Training, [Comment, .. Rows(random, 0, 60), .. Rows(random, 1, 60), .. Rows(random, 5, 3)]);
        directory.Write(Test, [.. Rows(random, 0, 40), .. Rows(random, 1, 40)]);
    }

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData(20)]
    [InlineData(3, "--quick")]
    public void Two_separable_classes_are_told_apart(int epochs, params string[] args)
    {
        Outcome outcome = Run(args);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.Contains("digits 0 against 1: 120 training rows, 80 test rows", outcome.Lines);
        MatchCollection progress = Regex.Matches(outcome.Output, @"epoch \d+, loss (.*)");
        double[] losses = [.. progress.Select(line => double.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture))];
        Assert.Equal(epochs, losses.Length);
        Assert.True(losses[^1] < losses[0] && losses[0] < Math.Log(2));
        Assert.Contains("pair accuracy 1.0000", outcome.Lines);
    }

    [Fact]
    public void A_network_learns_all_classes_and_its_accuracy_is_the_last_line()
    {
        Outcome outcome = Run();
        Assert.Contains("all digits: 123 training rows, 80 test rows", outcome.Lines);
        Assert.Equal("test accuracy 1.0000", outcome.Lines[^1]);
        Assert.Matches(@"^test accuracy \d\.\d{4}$", Run("--quick").Lines[^1]);
    }

    [Fact]
    public void The_seed_decides_every_digit()
    {
        string first = Run("--quick", "--seed", "3").Output;
        Assert.Equal(first, Run("--quick", "--seed", "3").Output);
        Assert.NotEqual(first, Run("--quick", "--seed", "4").Output);
    }

    [Theory]
    [InlineData("1,0")]
    [InlineData("0,1")]
    public void The_pair_may_be_given_in_either_order(string pair) => Assert.Contains("pair accuracy 1.0000", Run("--quick", "--pair", pair).Lines);

    [Theory]
    [InlineData(Training)]
    [InlineData(Test)]
    public void A_missing_file_is_named(string name)
    {
        File.Delete(Path.Combine(directory.Path, name));
        AssertRefused($"{Path.Combine(directory.Path, name)}: file not found");
    }

    [Fact]
    public void A_directory_in_place_of_a_file_is_named()
    {
        string path = Path.Combine(directory.Path, Test);
        File.Delete(path);
        Directory.CreateDirectory(path);
        AssertRefused($"{path}: cannot be read");
    }

    [Theory]
    [InlineData(63, "0", "expected 65 numbers, found 64")]
    [InlineData(65, "0", "expected 65 numbers, found 66")]
    [InlineData(64, "ten", "class is not an integer: 'ten'")]
    [InlineData(64, "", "class is not an integer: ''")]
    [InlineData(64, "1.5", "class is not an integer: '1.5'")]
    [InlineData(64, "99999999999999999999999", "class is not an integer: '99999999999999999999...'")]
    [InlineData(64, "\u00071", "class is not an integer: '?1'")]
    [InlineData(64, "10", "class is 10, not in 0..9")]
    [InlineData(64, "-1", "class is -1, not in 0..9")]
    public void A_malformed_row_is_named_with_its_line(int pixels, string last, string message)
    {
        string path = directory.Write(Training, [Comment, Row(64, "0"), Row(pixels, last), Row(64, "1")]);
        AssertRefused($"{path}(3): {message}");
    }

    [Theory]
    [InlineData("17", "pixel 3 is 17, not in 0..16")]
    [InlineData("-1", "pixel 3 is -1, not in 0..16")]
    [InlineData("x", "pixel 3 is not an integer: 'x'")]
    public void A_malformed_pixel_is_named_with_its_place(string pixel, string message)
    {
        string path = directory.Write(Test, [$"1,2,{pixel},{Row(61, "0")}"]);
        AssertRefused($"{path}(1): {message}");
    }

    [Fact]
    public void An_empty_line_and_a_late_comment_are_malformed_rows()
    {
        AssertRefused($"{directory.Write(Training, [Row(64, "0"), "", Row(64, "1")])}(2): expected 65 numbers, found 0");
        AssertRefused($"{directory.Write(Training, [Row(64, "0"), Comment])}(2): expected 65 numbers, found 1");
    }

    [Fact]
    public void A_file_without_rows_is_named()
    {
        AssertRefused($"{directory.Write(Test, [])}: no rows");
        AssertRefused($"{directory.Write(Test, [Comment])}: no rows");
    }

    [Fact]
    public void A_file_without_a_class_of_the_pair_is_named()
    {
        AssertRefused($"{Path.Combine(directory.Path, Training)}: no row of class 8", "--pair", "1,8");
        AssertRefused($"{Path.Combine(directory.Path, Test)}: no row of class 5", "--pair", "5,1");
    }

    private static string Row(int pixels, string last) => string.Join(',', Enumerable.Repeat("8", pixels).Append(last));

    // Ink on the left or on the right, and weak noise everywhere: a line separates the two.
    private static IEnumerable<string> Rows(Random random, int digit, int count)
    {
        for (int row = 0; row < count; row++)
        {
            var pixels = Enumerable.Range(0, 64).Select(i => random.Next(4) + ((i % 8 < 4) == (digit == 0) ? 10 : 0));
            yield return string.Join(',', pixels.Append(digit));
        }
    }

    private Outcome Run(params string[] args) => Outcome.Of(["--digits", directory.Path, "--out", Path.Combine(directory.Path, "graph"), .. args]);

    private void AssertRefused(string message, params string[] args)
    {
        Outcome outcome = Run(args);
        Assert.Equal((2, ""), (outcome.Code, outcome.Output));
        Assert.Equal([message], outcome.ErrorLines);
    }
}
