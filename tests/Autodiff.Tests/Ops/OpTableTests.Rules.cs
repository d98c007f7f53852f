using Xunit;

namespace Autodiff.Tests.Ops;

/// <content>Rules, and the sweep over them.</content>
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

    [Theory]
    [MemberData(nameof(NamesWithRule))]
    public void A_rule_reads_nothing_but_what_it_declares(string name)
    {
        OpRow row = OpTable.Row(name);
        IEnumerable<double[]> points = row.Points().Concat(row.Specials.Select(special => special.Point));
        foreach (double[] x in points)
        {
            double y = row.Rule!.Forward(x);
            for (int i = 0; i < row.Arity; i++)
            {
                Reads reads = row.Rule.Reads[i];
                double[] visible = [.. x.Select((number, j) => reads.HasFlag(j == 0 ? Reads.A : Reads.B) ? number : double.NaN)];
                double blind = row.Rule.Derivative(i, visible, reads.HasFlag(Reads.Output) ? y : double.NaN);
                Assert.Equal(row.Rule.Derivative(i, x, y), blind);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_gradient_is_linear_in_the_weights_of_the_heads(string name)
    {
        OpRow row = OpTable.Row(name);
        double[] direction = [0.75, -1.5, 0.375];
        foreach (double[] x in row.Points())
        {
            double[] gradient = Modes.Reverse(row.Function, x), weighted = new double[row.Arity], once = new double[row.Arity];
            Autograd.VectorJacobianProduct<double>(Twice, x, [2.5, -0.5], weighted);
            Autograd.VectorJacobianProduct<double>(Twice, x, [0, -1], once);
            Near([.. gradient.Select(slope => 2 * slope)], weighted, 1e-15, row, x);
            Near([.. gradient.Select(slope => -slope)], once, 0, row, x);
            double forward = Autograd.JacobianVectorProduct<double>(Twice, x, direction.AsSpan(0, row.Arity), outputs: 2)[1];
            Near(gradient.Zip(direction, (slope, v) => slope * v).Sum(), forward, 1e-14, row, x);
        }

        void Twice<T>(ReadOnlySpan<T> x, Span<T> y)
            where T : System.Numerics.IFloatingPointIeee754<T> =>
            (y[0], y[1]) = (row.Function.Of(x), row.Function.Of(x));
    }
}
