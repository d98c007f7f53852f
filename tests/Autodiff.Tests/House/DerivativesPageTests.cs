using Xunit;

namespace Autodiff.Tests.House;

/// <summary>The page of derivatives says what the sources say.</summary>
public sealed class DerivativesPageTests
{
    [Fact]
    public void The_page_is_the_one_that_the_sources_make()
    {
        string path = Path.Combine(Repository.Root, "docs/derivatives.md"), made = DerivativesPage.Make();
        if (Environment.GetEnvironmentVariable("AUTODIFF_UPDATE_SNAPSHOTS") == "1") { File.WriteAllText(path, made); }
        Assert.True(
            File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == made,
            "docs/derivatives.md is stale: run the tests once with AUTODIFF_UPDATE_SNAPSHOTS=1 and look at the difference.");
    }

    [Fact]
    public void Every_rule_states_value_and_derivative_in_its_first_sentence()
    {
        string[] without = [.. DerivativesPage.WithoutFormula()];
        Assert.True(without.Length == 0, $"The first doc sentence must read y = ...; dx = ...: {string.Join(", ", without)}");
    }

    [Fact]
    public void Every_operation_of_the_library_stands_on_the_page()
    {
        string page = DerivativesPage.Make();
        IEnumerable<string> rules = typeof(Autograd).Assembly.GetTypes()
            .Where(type => type.IsValueType && type.Namespace == "Autodiff.Ops" && type != typeof(Autodiff.Ops.DenseRule<>))
            .Where(type => type.GetInterfaces().Any(contract => contract.Name.EndsWith("Rule", StringComparison.Ordinal)))
            .Select(type => type.Name.Split('`')[0]);
        string[] missing = [.. rules.Where(name => !page.Contains($"| {name} |", StringComparison.Ordinal))];
        Assert.True(missing.Length == 0, $"Not on the page: {string.Join(", ", missing)}");
    }
}
