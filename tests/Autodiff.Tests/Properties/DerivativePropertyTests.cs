using Xunit;
using Xunit.Abstractions;

namespace Autodiff.Tests.Properties;

public sealed class DerivativePropertyTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_way_of_differentiating_a_random_formula_agrees_with_its_symbolic_derivative()
    {
        DerivativeCheck check = new(new Symbolic());
        output.WriteLine(Property.Check(Trees.Arbitrary, check.Judge).ToString());
    }
}
