using Xunit;

namespace Autodiff.Tests.Ops;

/// <content>What a rule does not read may change between recording and sweep; what it reads may not.</content>
public sealed partial class OpTableTests
{
    [Theory]
    [MemberData(nameof(NamesWithRule))]
    public void An_argument_that_is_not_read_may_be_updated_before_the_sweep_and_one_that_is_read_may_not(string name)
    {
        OpRow row = OpTable.Row(name);
        for (int updated = 0; updated < row.Arity; updated++)
        {
            Variable<double>[] x = Columns<double>([.. row.Points()]);
            double[] before = [.. Unchanged(row).SelectMany(gradient => gradient)];
            Variable<double> y;
            using (Autograd.Record()) { y = Variable.Sum(row.Rule!.Apply<double>(x)); }
            x[updated].Update(new double[x[updated].Length]);
            if (row.Rule.ReadsArgument(updated))
            {
                var error = Assert.Throws<InvalidOperationException>(() => y.Backward());
                Assert.Contains(row.Rule.Type.Name, error.Message, StringComparison.Ordinal);
            }
            else
            {
                y.Backward();
                Assert.Equal(before, x.SelectMany(variable => variable.Gradient.ToArray()));
            }
        }
    }

    private static double[][] Unchanged(OpRow row)
    {
        Variable<double>[] x = Columns<double>([.. row.Points()]);
        using (Autograd.Record()) { Variable.Sum(row.Rule!.Apply<double>(x)).Backward(); }
        return [.. x.Select(variable => variable.Gradient.ToArray())];
    }
}
