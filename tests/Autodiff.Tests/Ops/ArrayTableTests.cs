using Xunit;

namespace Autodiff.Tests.Ops;

/// <summary>What holds of every operation on arrays in the table.</summary>
public sealed partial class ArrayTableTests
{
    public static TheoryData<string> Names => [.. ArrayTable.Rows.Select(row => row.Name)];

    public static TheoryData<string> NamesWithSpecials => [.. ArrayTable.Rows.Where(row => row.Specials.Length > 0).Select(row => row.Name)];

    public static TheoryData<string> NamesWithMalformed => [.. ArrayTable.Rows.Where(row => row.Malformed.Length > 0).Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_value_is_that_of_plain_loops(string name)
    {
        ForEachSample(name, (call, x, where) => Near(call.Reference(x), call.Function.Value<double>(x), 1e-13, where));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradients_to_the_third_order_equal_central_differences(string name)
    {
        ForEachSample(name, (call, x, where) =>
        {
            Grid u = Cotangent(call, x);
            Grid[][] directions = [.. Enumerable.Range(0, 2).Select(k => Directions(x, 10 * k))];
            for (int order = 0; order < 3; order++)
            {
                Grid?[] gradients = call.Derivative(x, u, directions, order).Gradients;
                for (int i = 0; i < x.Length; i++)
                {
                    if (gradients[i] is not { } gradient) { continue; }
                    int input = i, k = order;
                    double[] differences =
                        [.. x[i].Values.Select((_, element) => ArraySweeps.Difference(y => call.Derivative(y, u, directions, k).Value, x, input, element))];
                    Near(x[i] with { Values = differences }, gradient, 2e-8, $"{where}, order {order + 1}, input {i}");
                }
            }
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_ordinary_sweep_and_a_recorded_one_agree(string name)
    {
        ForEachSample(name, (call, x, where) =>
        {
            Grid u = Cotangent(call, x);
            Grid?[] recorded = call.Derivative(x, u, [Directions(x, 0)], 0).Gradients, direct = call.Gradients<double>(x, u);
            NearEach(recorded, direct, 1e-13, where);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Pushing_forward_is_the_adjoint_of_pulling_back(string name)
    {
        ForEachSample(name, (call, x, where) =>
        {
            // ⟨Jv, u⟩ = ⟨v, Jᵀu⟩, with Jv by differences of values and by the derivative of the pull.
            Grid u = Cotangent(call, x);
            Grid[] v = [.. Directions(x, 20).Select((direction, i) => call.HasGradient(i) ? direction : direction.Map(_ => 0))];
            double pulled = call.Gradients<double>(x, u).Select((gradient, i) => gradient is null ? 0 : ArraySweeps.Dot(gradient, v[i])).Sum();
            double t = ArraySweeps.Difference(at => ArraySweeps.Dot(u, call.Reference(Moved(at[0].Values[0]))), [Grid.Of(0)], 0, 0);
            Near(Grid.Of(t), Grid.Of(pulled), 1e-8, where);
            Near(Grid.Of(pulled), Grid.Of(ArraySweeps.Dot(call.Pushed(x, u, v), u)), 1e-12, where);

            Grid[] Moved(double step) => [.. x.Select((grid, i) => grid.Zip(v[i], (element, along) => element + (step * along)))];
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradients_are_linear_in_the_cotangent(string name)
    {
        ForEachSample(name, (call, x, where) =>
        {
            Grid u = Cotangent(call, x), w = ArraySweeps.Weights(u.Shape, 7);
            Grid?[] ofU = call.Gradients<double>(x, u), ofW = call.Gradients<double>(x, w);
            Grid?[] ofBoth = call.Gradients<double>(x, u.Zip(w, (a, b) => (2 * a) - (3 * b)));
            NearEach([.. ofU.Select((gradient, i) => gradient?.Zip(ofW[i]!, (a, b) => (2 * a) - (3 * b)))], ofBoth, 1e-12, where);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Single_precision_is_double_precision_to_its_own_accuracy(string name)
    {
        ForEachSample(name, (call, x, where) =>
        {
            Grid u = Cotangent(call, x);
            Near(call.Function.Value<double>(x), call.Function.Value<float>(x), 3e-6, where);
            NearEach(call.Gradients<double>(x, u), call.Gradients<float>(x, u), 2e-5, where);
        });
    }

    [Theory]
    [MemberData(nameof(NamesWithSpecials))]
    public void Special_points_have_their_value_and_gradients(string name)
    {
        foreach ((SpecialArrays special, int number) in ArrayTable.Row(name).Specials.Select((special, number) => (special, number)))
        {
            string where = $"{name}, special point {number}";
            Near(special.Value, special.Function.Value<double>(special.Inputs), special.Tolerance, where);
            ArrayCall call = new(special.Function, _ => special.Value);
            Grid cotangent = special.Cotangent ?? special.Value.Map(_ => 1);
            NearEach(special.Gradients, call.Gradients<double>(special.Inputs, cotangent), special.Tolerance, where);
            Grid?[] recorded = call.Derivative(special.Inputs, cotangent, [], 0).Gradients;
            bool isFinite = special.Inputs.All(input => input.Values.All(double.IsFinite));
            if (isFinite) { NearEach(special.Gradients, recorded, special.Tolerance, where + ", recorded"); }
        }
    }

    private static void ForEachSample(string name, Action<ArrayCall, Grid[], string> test)
    {
        foreach ((ArrayCall call, int number) in ArrayTable.Row(name).Calls.Select((call, number) => (call, number)))
        {
            foreach (Grid[] x in call.Samples())
            {
                test(call, x, $"{name}, call {number}, of {string.Join(" and ", x.Select(input => $"[{string.Join(", ", input.Shape)}]"))}");
            }
        }
    }

    private static Grid Cotangent(ArrayCall call, Grid[] x) => ArraySweeps.Weights(call.Reference(x).Shape, 5);

    private static Grid[] Directions(Grid[] x, int seed) => [.. x.Select((input, i) => ArraySweeps.Weights(input.Shape, seed + i + 100))];

    private static void NearEach(Grid?[] expected, Grid?[] actual, double tolerance, string where)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i] is null, actual[i] is null);
            if (expected[i] is { } grid) { Near(grid, actual[i]!, tolerance, $"{where}, input {i}"); }
        }
    }

    /// <summary>Equal but for an error relative to the larger of 1 and the expected number; NaN equals NaN.</summary>
    private static void Near(Grid expected, Grid actual, double tolerance, string where)
    {
        Assert.True(expected.Shape.SequenceEqual(actual.Shape), $"{where}: the shape is [{string.Join(", ", actual.Shape)}], expected {expected}");
        for (int i = 0; i < expected.Values.Length; i++)
        {
            (double wanted, double came) = (expected.Values[i], actual.Values[i]);
            bool near = double.IsFinite(wanted) ? Math.Abs(came - wanted) <= tolerance * Math.Max(1, Math.Abs(wanted)) : came.Equals(wanted);
            Assert.True(near, $"{where}: element {i} is {came:R}, expected {wanted:R}");
        }
    }
}
