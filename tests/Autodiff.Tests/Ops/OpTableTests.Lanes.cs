using Xunit;

namespace Autodiff.Tests.Ops;

/// <content>Lanes: each of eight points side by side has the value and the derivatives that it has alone.</content>
public sealed partial class OpTableTests
{
    private const int Shifts = 3;

    [Theory]
    [MemberData(nameof(Names))]
    public void In_lanes_each_point_has_the_value_and_the_derivatives_that_it_has_alone(string name)
    {
        OpRow row = OpTable.Row(name);
        double[][] points = [.. row.Points(), .. row.Specials.Select(special => special.Point)];
        for (int shift = 0; shift < Shifts; shift++)
        {
            // Ordinary points stand beside infinite slopes and the like, which must not spread.
            double[][] eight = [.. Enumerable.Range(0, Lanes.Count).Select(i => points[((i * 5) + (shift * 7)) % points.Length])];
            Lanes[] x = [.. Enumerable.Range(0, row.Arity).Select(k => Lanes.Load([.. eight.Select(point => point[k])]))];
            Lanes value = row.Function.Of<Lanes>(x);
            Lanes[] reverse = Autograd.Gradient<Lanes>(row.Function.Of, x), forward = new Lanes[row.Arity];
            for (int k = 0; k < row.Arity; k++)
            {
                Dual<Lanes>[] seeded = [.. x.Select((lanes, i) => new Dual<Lanes>(lanes, i == k ? 1 : 0))];
                forward[k] = row.Function.Of<Dual<Lanes>>(seeded).Tangent;
            }
            for (int i = 0; i < Lanes.Count; i++)
            {
                Near(row.Function.Of<double>(eight[i]), value[i], 1e-13, row, eight[i]);
                double[] expected = Modes.Reverse(row.Function, eight[i]);
                Near(expected, [.. reverse.Select(lanes => lanes[i])], 1e-13, row, eight[i]);
                Near(expected, [.. forward.Select(lanes => lanes[i])], 1e-13, row, eight[i]);
            }
        }
    }
}
