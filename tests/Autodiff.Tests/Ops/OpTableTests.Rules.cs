using Xunit;

namespace Autodiff.Tests.Ops;

/// <content>Functions and their rules.</content>
public sealed partial class OpTableTests
{
    [Theory]
    [MemberData(nameof(NamesWithRule))]
    public void The_function_applies_its_rule(string name)
    {
        OpRow row = OpTable.Row(name);
        foreach (double[] x in row.Points())
        {
            double value = row.Rule!.Forward(x);
            Near(value, row.Function.Of<Dual<double>>([.. x.Select(number => (Dual<double>)number)]).Value, 0, row, x);
            double[] derivatives = [.. x.Select((_, i) => row.Rule.Derivative(i, x, value))];
            Near(derivatives, Modes.Forward(row.Function, x), 1e-15, row, x);
            Near(derivatives, Modes.Reverse(row.Function, x), 1e-15, row, x);
        }
    }
}
