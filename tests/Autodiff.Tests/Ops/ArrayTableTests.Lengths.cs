using Xunit;

namespace Autodiff.Tests.Ops;

/// <content>Axes without elements and of one, where the table does not name them; and the mode that looks for anomalies.</content>
public sealed partial class ArrayTableTests
{
    [Theory]
    [MemberData(nameof(Names))]
    public void Axes_made_empty_or_single_are_computed_or_refused_by_name(string name)
    {
        ForEachSample(name, (call, x, where) =>
        {
            foreach (int length in x.SelectMany(input => input.Shape).Distinct())
            {
                foreach (int replacement in new[] { 0, 1 })
                {
                    Grid[] changed = [.. x.Select((input, i) => Redrawn([.. input.Shape.Select(old => old == length ? replacement : old)], i, call))];
                    IsConsistent(call, changed, $"{where}, {replacement} instead of {length}");
                }
            }
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Looking_for_anomalies_changes_no_bit(string name)
    {
        ForEachSample(name, (call, x, where) =>
        {
            Grid u = Cotangent(call, x);
            Grid?[] expected = call.Gradients<double>(x, u), single = call.Gradients<float>(x, u);
            using (Autograd.DetectAnomalies())
            {
                SameBits(expected, call.Gradients<double>(x, u), where);
                SameBits(single, call.Gradients<float>(x, u), where);
            }
        });
    }

    // Shapes of the results, and the adjoint of pulling back by the recorded sweep, need no reference. A refusal names the operation. A point without a
    // derivative, such as the variance of one element, has no adjoint either.
    private static void IsConsistent(ArrayCall call, Grid[] x, string where)
    {
        Grid value;
        try
        {
            value = call.Function.Value<double>(x);
        }
        catch (ArgumentException error)
        {
            Assert.Matches(@"^(\w+|\[\]): ", error.Message);
            return;
        }
        Grid u = ArraySweeps.Weights(value.Shape, 5);
        Grid[] v = [.. x.Select((input, i) => ArraySweeps.Weights(input.Shape, 120 + i).Map(weight => call.HasGradient(i) ? weight : 0))];
        Grid?[] gradients = call.Gradients<double>(x, u);
        double pulled = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (gradients[i] is not { } gradient) { continue; }
            Assert.Equal(x[i].Shape, gradient.Shape);
            pulled += ArraySweeps.Dot(gradient, v[i]);
        }
        NearEach(call.Derivative(x, u, [], 0).Gradients, gradients, 1e-12, where);
        if (!double.IsFinite(pulled)) { return; }
        Grid pushed = call.Pushed(x, u, v);
        Assert.Equal(value.Shape, pushed.Shape);
        Near(Grid.Of(pulled), Grid.Of(ArraySweeps.Dot(pushed, u)), 1e-11, where);
        NearEach(gradients, call.Gradients<float>(x, u), 1e-3, where);
    }

    private static Grid Redrawn(int[] shape, int input, ArrayCall call)
    {
        if (!call.HasGradient(input)) { return Grid.Of(shape, index => index.Sum() % 2); }
        double middle = (call.Low + call.High) / 2, half = (call.High - call.Low) / 2;
        return ArraySweeps.Weights(shape, 30 + input).Map(weight => Math.Round((middle + (half * weight)) * 64) / 64);
    }

    private static void SameBits(Grid?[] expected, Grid?[] actual, string where)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            long[]? wanted = Bits(expected[i]), came = Bits(actual[i]);
            Assert.True(wanted is null ? came is null : wanted.AsSpan().SequenceEqual(came), $"{where}, input {i}: {actual[i]}, expected {expected[i]}");
        }

        static long[]? Bits(Grid? grid) => grid is null ? null : Array.ConvertAll(grid.Values, BitConverter.DoubleToInt64Bits);
    }
}
