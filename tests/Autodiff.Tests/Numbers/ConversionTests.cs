using System.Globalization;
using System.Numerics;
using Xunit;
using static Autodiff.Scalar;

namespace Autodiff.Tests.Numbers;

public sealed class ConversionTests
{
    private static TOther Convert<T, TOther>(T x)
        where T : INumberBase<T>
        where TOther : INumberBase<TOther> =>
        TOther.CreateChecked(x);

    [Fact]
    public void A_conversion_that_would_cut_a_gradient_is_an_error_that_names_Value()
    {
        using (Autograd.Record())
        {
            var x = Independent(2.5);
            Exception[] errors =
            [
                Assert.Throws<InvalidOperationException>(() => double.CreateChecked(x)),
                Assert.Throws<InvalidOperationException>(() => double.CreateSaturating(x)),
                Assert.Throws<InvalidOperationException>(() => double.CreateTruncating(x)),
                Assert.Throws<InvalidOperationException>(() => float.CreateChecked(x)),
                Assert.Throws<InvalidOperationException>(() => decimal.CreateChecked(x)),
                Assert.Throws<InvalidOperationException>(() => Complex.CreateChecked(x)),
                Assert.Throws<InvalidOperationException>(() => Convert<Scalar<double>, Dual<double>>(x)),
                Assert.Throws<InvalidOperationException>(() => double.CreateChecked(Dual.Seed(2.5))),
                Assert.Throws<InvalidOperationException>(() => Convert<Dual<double>, Scalar<double>>(Dual.Seed(2.5))),
            ];
            Assert.All(errors, error => Assert.Contains("Value", error.Message, StringComparison.Ordinal));
            Assert.Contains("Scalar<double>", errors[0].Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_constant_converts_to_anything()
    {
        Scalar<double> x = 2.5;
        Dual<double> y = 2.5;
        Assert.Equal(2.5, double.CreateChecked(x));
        Assert.Equal(2.5f, float.CreateChecked(y));
        Assert.Equal(2.5, Convert<Scalar<double>, Dual<double>>(x).Value);
    }

    [Fact]
    public void A_conversion_to_an_integer_is_piecewise_constant_and_cuts_nothing()
    {
        using (Autograd.Record())
        {
            var x = Independent(2.75);
            Assert.Equal(2, int.CreateTruncating(x));
            Assert.Equal(2L, long.CreateChecked(x));
            Assert.Equal(new BigInteger(2), BigInteger.CreateTruncating(x));
            Assert.Equal(2, int.CreateTruncating(Dual.Seed(2.75)));
            Assert.Throws<OverflowException>(() => byte.CreateChecked(x * 1000));
            Assert.Equal(byte.MaxValue, byte.CreateSaturating(x * 1000));
        }
    }

    [Fact]
    public void Literals_enter_generic_code_as_constants_of_every_nesting()
    {
        Assert.Equal(2.5, Scalar(2.5).Value);
        Assert.Equal(2.5, Convert<double, Scalar<Dual<double>>>(2.5).Value.Value);
        Assert.Equal(3, Convert<int, Dual<Scalar<double>>>(3).Value.Value);
        Assert.Equal(0.1f, Convert<double, Scalar<float>>(0.1).Value);

        static Scalar<double> Scalar(double x) => Convert<double, Scalar<double>>(x);
    }

    [Fact]
    public void A_number_of_the_inner_type_keeps_its_derivative()
    {
        Dual<double> inner = Dual.Seed(2.0);
        Assert.Equal(1, Convert<Dual<double>, Scalar<Dual<double>>>(inner).Value.Tangent);
    }

    [Fact]
    public void Text_is_read_as_a_constant()
    {
        Assert.Equal(2.5, Parse<Scalar<double>>("2.5").Value);
        Assert.Equal(0, Parse<Dual<double>>("2.5").Tangent);
        Assert.False(TryParse("two", out Scalar<double> nothing));
        Assert.Equal(0, nothing.Value);
        Assert.True(TryParse("1e3", out Dual<float> thousand));
        Assert.Equal(1000, thousand.Value);

        static T Parse<T>(string text)
            where T : INumberBase<T> =>
            T.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

        static bool TryParse<T>(string text, out T value)
            where T : struct, INumberBase<T> =>
            T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }
}
