using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests.Differentiation;

/// <summary>What goes wrong in an operation of a user is said clearly, and leaves recording and gradients as they were.</summary>
public sealed class FaultTests
{
    private static readonly double[] Bits = [0.1, -0.7, 1.3];

    [Theory]
    [InlineData(Fault.ForwardThrows, typeof(NotSupportedException), "no such value")]
    [InlineData(Fault.ShapeThrows, typeof(NotSupportedException), "no such shape")]
    [InlineData(Fault.ShapeIsNull, typeof(InvalidOperationException), "FaultyProduct[ShapeIsNull]: its ResultShape returned null")]
    internal void An_operation_that_fails_forward_leaves_the_recording_as_it_was(Fault fault, Type exception, string words)
    {
        Refused(exception, words, (a, b) => Autograd.Apply([a, b], new FaultyProduct(fault)));
    }

    [Theory]
    [InlineData(Fault.PullThrows, typeof(NotSupportedException), "no such slope")]
    [InlineData(Fault.PullsWrongShape, typeof(ShapeMismatchException), "FaultyProduct[PullsWrongShape]: its pull adds an array of shape [7]")]
    [InlineData(Fault.PullsNothing, typeof(InvalidOperationException), "is default")]
    [InlineData(Fault.PullsToNoInput, typeof(ArgumentOutOfRangeException), "The operation has 2 inputs")]
    [InlineData(Fault.SweepsInPull, typeof(InvalidOperationException), "Backward")]
    [InlineData(Fault.DiscardsInPull, typeof(InvalidOperationException), "would end the recording")]
    internal void A_pull_that_fails_leaves_gradients_and_recording_as_they_were(Fault fault, Type exception, string words)
    {
        RefusedInSweep(exception, words, (a, b) => Autograd.Apply([a, b], new FaultyProduct(fault)));
    }

    [Fact]
    public void An_elementwise_rule_that_throws_leaves_everything_as_it_was()
    {
        Refused(typeof(NotSupportedException), "no such value", (a, _) => Autograd.Apply(a, new FaultyTriple(Fault.ForwardThrows)));
        RefusedInSweep(typeof(NotSupportedException), "no such slope", (a, b) => Autograd.Apply(a, new FaultyTriple(Fault.PullThrows)) + b);
    }

    [Fact]
    public void A_function_of_its_own_that_fails_leaves_everything_as_it_was()
    {
        Refused(typeof(NotSupportedException), "no value", (a, _) => Autograd.Apply(a, _ => throw new NotSupportedException("no value"), (x, y, dy) => dy));
        Refused(typeof(InvalidOperationException), "is default", (a, _) => Autograd.Apply(a, _ => default, (x, y, dy) => dy));
        Refused(typeof(ArgumentNullException), "forward", (a, _) => Autograd.Apply(a, null!, (x, y, dy) => dy));
        Refused(typeof(ArgumentNullException), "pull", (a, _) => Autograd.Apply([a], x => x[0], null!));
        Refused(typeof(ArgumentNullException), "name", (a, _) => Autograd.Apply([a], Copy, (x, y, dy) => [dy], null!));
        Refused(typeof(ArgumentException), "no arrays were given", (a, _) => Autograd.Apply<double>([], x => a, (x, y, dy) => []));
        RefusedInSweep(
            typeof(NotSupportedException), "no slope", (a, b) => b + Autograd.Apply(a, x => x, (x, y, dy) => throw new NotSupportedException("no slope")));
        RefusedInSweep(typeof(InvalidOperationException), "Copy: its pull returned null", (a, b) => b + Autograd.Apply([a], Copy, (x, y, dy) => null!));
        RefusedInSweep(typeof(InvalidOperationException), "2 arrays for 1 arguments", (a, b) => b + Autograd.Apply([a], Copy, (x, y, dy) => [dy, dy]));
        RefusedInSweep(typeof(ShapeMismatchException), "Copy: its pull adds", (a, b) => b + Autograd.Apply([a], Copy, (x, y, dy) => [Zeros<double>(5)]));

        static Variable<double> Copy(ReadOnlySpan<Variable<double>> x) => x[0];
    }

    [Fact]
    public void A_pull_that_reads_elements_is_refused_where_it_would_have_to_be_differentiated()
    {
        Variable<double> a = Leaf(), b = Leaf();
        using (Autograd.Record())
        {
            Variable<double> y = Sum(Autograd.Apply([a, b], new FaultyProduct(Fault.ReadsElements)));
            Assert.Equal(Bits, Autograd.Gradient(y, [b], retainGraph: true)[0].ToArray());
            var error = Assert.Throws<InvalidOperationException>(() => Autograd.Gradient(y, [a], createGraph: true));
            Assert.StartsWith("FaultyProduct[ReadsElements]: its pull reads the elements of an array of shape [3]", error.Message, StringComparison.Ordinal);
            Assert.Equal(Bits, Autograd.Gradient(y, [b])[0].ToArray());
        }
    }

    [Fact]
    public void A_function_whose_pull_reads_elements_has_first_derivatives_only()
    {
        Variable<double> x = Leaf();
        using (Autograd.Record())
        {
            Variable<double> y = Sum(Autograd.Apply(
                x, v => Create([.. v.ToArray().Select(Math.Exp)], 3), (v, y, dy) => Create([.. y.ToArray().Zip(dy.ToArray(), (s, w) => s * w)], 3), "MyExp"));
            Assert.Equal(Bits.Select(Math.Exp), Autograd.Gradient(y, [x], retainGraph: true)[0].ToArray());
            var error = Assert.Throws<InvalidOperationException>(() => Autograd.Gradient(y, [x], createGraph: true));
            Assert.StartsWith("MyExp: its pull reads the elements", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_pull_that_begins_a_recording_is_refused_where_that_would_end_the_one_that_is_swept()
    {
        Variable<double> a = Leaf(), b = Leaf(), y;
        using (Autograd.Record())
        {
            y = Sum(Autograd.Apply([a, b], new FaultyProduct(Fault.RecordsInPull)));
            y.Backward(retainGraph: true);      // within the scope: it goes on with the recording that is open
        }
        Expect(typeof(InvalidOperationException), "would end the recording", () => y.Backward(retainGraph: true));
        Expect(typeof(InvalidOperationException), "would end the recording", () => Autograd.Gradient(y, [a], createGraph: true));
        Assert.Equal(Bits, a.Gradient.ToArray());
    }

    [Fact]
    public void One_array_may_be_added_to_several_inputs_and_used_after_that()
    {
        Variable<double> x = Leaf();
        using (Autograd.Record())
        {
            Variable<double> u = x * 1.0;
            Sum(Autograd.Apply([u, u, u], default(ThreeAtOnce))).Backward();
        }
        Assert.Equal([3 + 9, 3 + 9, 3 + 9], x.Gradient.ToArray());
    }

    // The operation throws, and a result that was recorded before is swept as if nothing had been.
    private static void Refused(Type exception, string words, Func<Variable<double>, Variable<double>, Variable<double>> operation)
    {
        Variable<double> a = Leaf(), b = Leaf();
        using (Autograd.Record())
        {
            Variable<double> before = Sum(a * b);
            Expect(exception, words, () => operation(a, b));
            before.Backward();
        }
        Assert.Equal(Bits, a.Gradient.ToArray());
        Assert.Equal(Bits, b.Gradient.ToArray());
    }

    // The sweep throws; gradients that were there are there, one that adds goes on adding to what it had, and another head is swept as ever.
    private static void RefusedInSweep(Type exception, string words, Func<Variable<double>, Variable<double>, Variable<double>> operation)
    {
        Variable<double> a = Leaf(), b = Leaf(GradientRequest.Add), c = Leaf();
        using (Autograd.Record())
        {
            Variable<double> good = Sum(a * b * c), bad = Sum(operation(a, b) * c);
            good.Backward(retainGraph: true);
            double[][] before = [a.Gradient.ToArray(), b.Gradient.ToArray(), c.Gradient.ToArray()];
            Expect(exception, words, () => bad.Backward(retainGraph: true));
            Assert.Equal(before, [a.Gradient.ToArray(), b.Gradient.ToArray(), c.Gradient.ToArray()]);
            Expect(exception, words, () => Autograd.Gradient(bad, [a, b], createGraph: true));
            good.Backward();
            Assert.Equal(before[0], a.Gradient.ToArray());
            Assert.Equal(before[1].Select(slope => slope + slope), b.Gradient.ToArray());
            Assert.Equal(before[2], c.Gradient.ToArray());
        }
    }

    private static void Expect(Type exception, string words, Action action)
    {
        Exception? error = Record.Exception(action);
        Assert.IsType(exception, error);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    private static Variable<double> Leaf(GradientRequest request = GradientRequest.Write) => Create(Bits, 3).AttachGradient(request);

    private readonly struct ThreeAtOnce : IDenseRule
    {
        public Shape ResultShape<T>(Operands<T> x)
            where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
            x.Shape(0);

        public void Forward<T>(Operands<T> x, Span<T> y)
            where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
            y.Clear();

        public void Pull<T>(in Pullback<T> pull)
            where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
        {
            Variable<T> once = pull.Adjoint * T.One;
            for (int i = 0; i < 3; i++) { pull.Add(i, once); }
            for (int i = 0; i < 3; i++) { pull.Add(i, once * T.CreateChecked(3)); }
        }
    }
}
