using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests;

/// <summary>What frames, shifts and grids do beside their formulas.</summary>
public sealed class VariablePaddingTests
{
    [Fact]
    public void A_grid_of_more_vectors_than_an_array_has_axes_is_refused_before_it_takes_stack()
    {
        Exception? refused = null;
        Thread thread = new(
            () =>
            {
                Variable<double>[] vectors = new Variable<double>[1_000_000];
                Array.Fill(vectors, Ones<double>(2));
                refused = Record.Exception(() => Meshgrid(vectors));
            },
            maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.IsType<ArgumentException>(refused);
    }
}
