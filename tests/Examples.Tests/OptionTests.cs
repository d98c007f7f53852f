using Xunit;

namespace Examples.Tests;

public sealed class OptionTests
{
    [Theory]
    [InlineData("unknown option '--frobnicate'", "--frobnicate")]
    [InlineData("unknown option '0.5'", "0.5")]
    [InlineData("--x needs a value", "--x")]
    [InlineData("--out needs a value", "--out", "--quick")]
    [InlineData("--digits needs a value", "--digits", "")]
    [InlineData("--x needs a finite number, not 'one'", "--x", "one")]
    [InlineData("--x needs a finite number, not 'NaN'", "--x", "NaN")]
    [InlineData("--x needs a finite number, not '1e999'", "--x", "1e999")]
    [InlineData("--seed needs an integer, not '1.5'", "--seed", "1.5")]
    [InlineData("--pair needs two different digits such as 3,8, not '3,3'", "--digits", "data", "--pair", "3,3")]
    [InlineData("--pair needs two different digits such as 3,8, not '3,10'", "--digits", "data", "--pair", "3,10")]
    [InlineData("--pair needs --digits", "--pair", "3,8")]
    public void A_wrong_command_line_is_explained(string message, params string[] args)
    {
        Outcome outcome = Outcome.Of(args);
        Assert.Equal((2, ""), (outcome.Code, outcome.Output));
        Assert.Equal(2, outcome.ErrorLines.Length);
        Assert.Equal(message, outcome.ErrorLines[0]);
        Assert.StartsWith("usage: WorkedExample ", outcome.ErrorLines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Help_names_every_option()
    {
        Outcome outcome = Outcome.Of("--help");
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        foreach (string option in new[] { "--x", "--out", "--digits", "--pair", "--seed", "--quick" })
        {
            Assert.Contains(outcome.Lines, line => line.StartsWith($"  {option} ", StringComparison.Ordinal));
        }
    }
}
