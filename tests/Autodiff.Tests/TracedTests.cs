using System.Globalization;
using System.Numerics;
using Xunit;

namespace Autodiff.Tests;

public sealed class TracedTests
{
    public static TheoryData<string, Action<Traced<double>>> Decisions => new()
    {
        { "==", x => _ = x == 1 },
        { "!=", x => _ = x != 1 },
        { "<", x => _ = x < 1 },
        { ">", x => _ = 1 > x },
        { "<=", x => _ = x <= 1 },
        { ">=", x => _ = 1 >= x },
        { "CompareTo", x => _ = x.CompareTo(1) },
        { "CompareTo of a constant", x => _ = ((Traced<double>)1).CompareTo(x) },
        { "CompareTo of an object", x => _ = x.CompareTo((object)x) },
        { "Sign", x => _ = Number.Sign(x) },
        { "ILogB", x => _ = Number.ILogB(x) },
        { "MaxMagnitude", x => _ = Number.MaxMagnitude(x) },
        { "BitIncrement", x => _ = Number.BitIncrement(x) },
        { "to int", x => _ = int.CreateTruncating(x) },
        { "to long, checked", x => _ = long.CreateChecked(x) },
        { "to BigInteger, saturating", x => _ = BigInteger.CreateSaturating(x) },
        { "exponent", x => _ = Number.ExponentLength(x) },
        { "significand", x => _ = Number.SignificandLength(x) },
    };

    public static TheoryData<string, Func<Traced<double>, bool>> Predicates => new()
    {
        { "IsCanonical", Number.IsCanonical },
        { "IsComplexNumber", Number.IsComplexNumber },
        { "IsEvenInteger", Number.IsEvenInteger },
        { "IsFinite", Number.IsFinite },
        { "IsImaginaryNumber", Number.IsImaginaryNumber },
        { "IsInfinity", Number.IsInfinity },
        { "IsInteger", Number.IsInteger },
        { "IsNaN", Number.IsNaN },
        { "IsNegative", Number.IsNegative },
        { "IsNegativeInfinity", Number.IsNegativeInfinity },
        { "IsNormal", Number.IsNormal },
        { "IsOddInteger", Number.IsOddInteger },
        { "IsPositive", Number.IsPositive },
        { "IsPositiveInfinity", Number.IsPositiveInfinity },
        { "IsRealNumber", Number.IsRealNumber },
        { "IsSubnormal", Number.IsSubnormal },
        { "IsZero", Number.IsZero },
    };

    [Theory]
    [MemberData(nameof(Decisions))]
    public void A_decision_by_a_number_that_depends_on_an_input_throws_and_says_why(string decision, Action<Traced<double>> decide)
    {
        _ = Autograd.Trace(
            x =>
            {
                foreach (Traced<double> number in new[] { x, x * 2, Number.Sin(x) })
                {
                    var error = Assert.Throws<InvalidOperationException>(() => decide(number));
                    Assert.True(error.Message.Contains("frozen into the graph", StringComparison.Ordinal), $"{decision}: {error.Message}");
                }
                return x;
            },
            0.5);
        decide(0.5);
    }

    [Theory]
    [MemberData(nameof(Predicates))]
    public void A_test_of_a_number_that_depends_on_an_input_throws_and_says_why(string test, Func<Traced<double>, bool> ask)
    {
        _ = Autograd.Trace(
            x =>
            {
                var error = Assert.Throws<InvalidOperationException>(() => ask(x * x));
                Assert.True(error.Message.Contains("frozen into the graph", StringComparison.Ordinal), $"{test}: {error.Message}");
                return x;
            },
            0.5);
        _ = ask(0.5);
    }

    [Fact]
    public void A_conversion_that_would_drop_the_derivative_throws()
    {
        _ = Autograd.Trace(
            x =>
            {
                var error = Assert.Throws<InvalidOperationException>(() => double.CreateChecked(x + 1));
                Assert.Contains("derivative", error.Message, StringComparison.Ordinal);
                return x;
            },
            0.5);
        Assert.Equal(0.5, double.CreateChecked((Traced<double>)0.5));
    }

    [Fact]
    public void Constants_are_compared_like_plain_numbers()
    {
        Traced<double> two = 2, three = 3;
        Assert.True(two < three && two <= three && three > two && three >= two && two != three && two + 1 == three);
        Assert.Equal(-1, two.CompareTo(three));
        Assert.True(Number.IsEvenInteger(two));
        Assert.Equal(5, int.CreateChecked(two + three));
    }

    [Fact]
    public void An_error_in_the_function_leaves_nothing_behind()
    {
        Assert.Throws<InvalidOperationException>(() => Autograd.Trace(x => x > 0 ? x : -x, 0.5));
        Assert.Equal(2, Autograd.Trace(x => -x, 0.5).Nodes.Count);
    }

    [Fact]
    public void Equals_compares_histories_and_no_values()
    {
        Traced<double> two = 2;
        Assert.True(two.Equals(1 + (Traced<double>)1));
        Assert.Equal(two.GetHashCode(), (1 + (Traced<double>)1).GetHashCode());
        _ = Autograd.Trace(
            x =>
            {
                Traced<double> same = x;
                Assert.True(x.Equals(same) && x.Equals((object)same) && x.GetHashCode() == same.GetHashCode());
                Assert.False(x.Equals(2) || two.Equals(x) || (x + 1).Equals(x + 1) || x.Equals("2"));
                return x;
            },
            2);
    }

    [Fact]
    public void Text_is_that_of_the_value()
    {
        _ = Autograd.Trace(
            x =>
            {
                Traced<double> y = x / 2;
                Span<char> text = stackalloc char[8];
                Assert.True(y.TryFormat(text, out int length, "F3", CultureInfo.InvariantCulture));
                Assert.Equal("0.125", text[..length]);
                Assert.Equal("0.12", y.ToString("F2", CultureInfo.InvariantCulture));
                Assert.Equal(y.Value.ToString(CultureInfo.CurrentCulture), y.ToString());
                return y;
            },
            0.25);
    }

    [Fact]
    public void Rules_are_shown_by_the_name_of_their_type_or_by_what_they_say()
    {
        Graph graph = Autograd.Trace(x => Traced<double>.Apply(default(Silent), Traced<double>.Apply(new Outspoken(3), x)), 2);
        Assert.Equal(["Input", "Outspoken[3]", "Silent"], graph.Nodes.Select(node => node.Operation));
        Assert.Equal("Silent(v1)", graph.ExpressionOf(graph.Result));
        Assert.Equal(3, graph.Nodes[0].Adjoint);
    }

    [Fact]
    public void Numbers_of_two_traces_do_not_mix()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Autograd.Trace(x => { _ = Autograd.Trace(z => z * x, 2); return x; }, 1));
        Assert.Contains("different traces", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Autograd.Trace(x => { _ = Autograd.Trace(z => x, 2); return x; }, 1));
    }

    [Fact]
    public void A_trace_inside_a_traced_function_takes_values()
    {
        Graph graph = Autograd.Trace(x => x * Autograd.Trace(z => z * z, x.Value).Nodes[0].Adjoint, 3);
        Assert.Equal(18, graph.Nodes[graph.Result].Value);
        Assert.Equal(6, graph.Nodes[0].Adjoint);
    }

    [Fact]
    public void Dual_numbers_over_traced_ones_trace_the_derivative()
    {
        Graph graph = Autograd.Trace(x => Number.Sin(Dual.Seed(x) * x).Tangent, 0.5);
        Assert.Equal(0.5 * Math.Cos(0.25), graph.Nodes[graph.Result].Value, 1e-15);
        Assert.Equal(Math.Cos(0.25) - (0.5 * Math.Sin(0.25)), graph.Nodes[0].Adjoint, 1e-15);
    }

    [Fact]
    public void Naming_leaves_other_numbers_and_constants_as_they_are()
    {
        Assert.Equal(2.5, Traced.Named(2.5, "a"));
        Assert.Equal(Dual.Seed(2.5), Traced.Named(Dual.Seed(2.5), "a"));
        Assert.Equal((Traced<double>)2.5, Traced.Named((Traced<double>)2.5, "a"));
        Assert.Throws<ArgumentException>(() => Traced.Named(2.5, " "));
    }

    private readonly struct Silent : IUnaryRule
    {
        public static Reads Reads => Reads.Nothing;

        public R Forward<R>(R x)
            where R : IReal<R> => x;

        public R Derivative<R>(R x, R y)
            where R : IReal<R> => R.Constant(1);
    }

    private readonly struct Outspoken(int factor) : IUnaryRule
    {
        public static Reads Reads => Reads.Nothing;

        public R Forward<R>(R x)
            where R : IReal<R> => R.Constant(factor) * x;

        public R Derivative<R>(R x, R y)
            where R : IReal<R> => R.Constant(factor);

        public override string ToString() => $"Outspoken[{factor}]";
    }

    // Members of the interfaces, which are called through a type parameter.
    private static class Number
    {
        internal static T Sin<T>(T x)
            where T : IFloatingPointIeee754<T> => T.Sin(x);

        internal static int Sign<T>(T x)
            where T : IFloatingPointIeee754<T> => T.Sign(x);

        internal static int ILogB<T>(T x)
            where T : IFloatingPointIeee754<T> => T.ILogB(x);

        internal static T MaxMagnitude<T>(T x)
            where T : IFloatingPointIeee754<T> => T.MaxMagnitude(x, T.One);

        internal static T BitIncrement<T>(T x)
            where T : IFloatingPointIeee754<T> => T.BitIncrement(x);

        internal static int ExponentLength<T>(T x)
            where T : IFloatingPointIeee754<T> => x.GetExponentShortestBitLength();

        internal static int SignificandLength<T>(T x)
            where T : IFloatingPointIeee754<T> => x.GetSignificandBitLength();

        internal static bool IsCanonical<T>(T x)
            where T : IFloatingPointIeee754<T> => T.IsCanonical(x);

        internal static bool IsComplexNumber<T>(T x)
            where T : IFloatingPointIeee754<T> => T.IsComplexNumber(x);

        internal static bool IsEvenInteger<T>(T x)
            where T : IFloatingPointIeee754<T> => T.IsEvenInteger(x);

        internal static bool IsFinite<T>(T x)
            where T : IFloatingPointIeee754<T> => T.IsFinite(x);

        internal static bool IsImaginaryNumber<T>(T x)
            where T : IFloatingPointIeee754<T> => T.IsImaginaryNumber(x);

        internal static bool IsInfinity<T>(T x)
            where T : IFloatingPointIeee754<T> => T.IsInfinity(x);

        internal static bool IsInteger<T>(T x)
            where T : IFloatingPointIeee754<T> => T.IsInteger(x);

        internal static bool IsNaN<T>(T x)
            where T : IFloatingPointIeee754<T> => T.IsNaN(x);

        internal static bool IsNegative<T>(T x)
            where T : IFloatingPointIeee754<T> => T.IsNegative(x);

        internal static bool IsNegativeInfinity<T>(T x)
            where T : IFloatingPointIeee754<T> => T.IsNegativeInfinity(x);

        internal static bool IsNormal<T>(T x)
            where T : IFloatingPointIeee754<T> => T.IsNormal(x);

        internal static bool IsOddInteger<T>(T x)
            where T : IFloatingPointIeee754<T> => T.IsOddInteger(x);

        internal static bool IsPositive<T>(T x)
            where T : IFloatingPointIeee754<T> => T.IsPositive(x);

        internal static bool IsPositiveInfinity<T>(T x)
            where T : IFloatingPointIeee754<T> => T.IsPositiveInfinity(x);

        internal static bool IsRealNumber<T>(T x)
            where T : IFloatingPointIeee754<T> => T.IsRealNumber(x);

        internal static bool IsSubnormal<T>(T x)
            where T : IFloatingPointIeee754<T> => T.IsSubnormal(x);

        internal static bool IsZero<T>(T x)
            where T : IFloatingPointIeee754<T> => T.IsZero(x);
    }
}
