using System.Numerics;

namespace Autodiff;

// Constants, and questions that the value answers.
internal partial interface IDifferentiable<TSelf, T>
{
    static TSelf INumberBase<TSelf>.One => TSelf.Constant(T.One);

    static TSelf INumberBase<TSelf>.Zero => TSelf.Constant(T.Zero);

    static TSelf ISignedNumber<TSelf>.NegativeOne => TSelf.Constant(T.NegativeOne);

    static TSelf IFloatingPointConstants<TSelf>.E => TSelf.Constant(T.E);

    static TSelf IFloatingPointConstants<TSelf>.Pi => TSelf.Constant(T.Pi);

    static TSelf IFloatingPointConstants<TSelf>.Tau => TSelf.Constant(T.Tau);

    static TSelf IFloatingPointIeee754<TSelf>.Epsilon => TSelf.Constant(T.Epsilon);

    static TSelf IFloatingPointIeee754<TSelf>.NaN => TSelf.Constant(T.NaN);

    static TSelf IFloatingPointIeee754<TSelf>.NegativeInfinity => TSelf.Constant(T.NegativeInfinity);

    static TSelf IFloatingPointIeee754<TSelf>.PositiveInfinity => TSelf.Constant(T.PositiveInfinity);

    static TSelf IFloatingPointIeee754<TSelf>.NegativeZero => TSelf.Constant(T.NegativeZero);

    static TSelf IAdditiveIdentity<TSelf, TSelf>.AdditiveIdentity => TSelf.Constant(T.Zero);

    static TSelf IMultiplicativeIdentity<TSelf, TSelf>.MultiplicativeIdentity => TSelf.Constant(T.One);

    static int INumberBase<TSelf>.Radix => T.Radix;

    static int INumber<TSelf>.Sign(TSelf value) => T.Sign(TSelf.Observe(value));

    static int IFloatingPointIeee754<TSelf>.ILogB(TSelf x) => T.ILogB(TSelf.Observe(x));

    static bool INumberBase<TSelf>.IsCanonical(TSelf value) => T.IsCanonical(TSelf.Observe(value));

    static bool INumberBase<TSelf>.IsComplexNumber(TSelf value) => T.IsComplexNumber(TSelf.Observe(value));

    static bool INumberBase<TSelf>.IsEvenInteger(TSelf value) => T.IsEvenInteger(TSelf.Observe(value));

    static bool INumberBase<TSelf>.IsFinite(TSelf value) => T.IsFinite(TSelf.Observe(value));

    static bool INumberBase<TSelf>.IsImaginaryNumber(TSelf value) => T.IsImaginaryNumber(TSelf.Observe(value));

    static bool INumberBase<TSelf>.IsInfinity(TSelf value) => T.IsInfinity(TSelf.Observe(value));

    static bool INumberBase<TSelf>.IsInteger(TSelf value) => T.IsInteger(TSelf.Observe(value));

    static bool INumberBase<TSelf>.IsNaN(TSelf value) => T.IsNaN(TSelf.Observe(value));

    static bool INumberBase<TSelf>.IsNegative(TSelf value) => T.IsNegative(TSelf.Observe(value));

    static bool INumberBase<TSelf>.IsNegativeInfinity(TSelf value) => T.IsNegativeInfinity(TSelf.Observe(value));

    static bool INumberBase<TSelf>.IsNormal(TSelf value) => T.IsNormal(TSelf.Observe(value));

    static bool INumberBase<TSelf>.IsOddInteger(TSelf value) => T.IsOddInteger(TSelf.Observe(value));

    static bool INumberBase<TSelf>.IsPositive(TSelf value) => T.IsPositive(TSelf.Observe(value));

    static bool INumberBase<TSelf>.IsPositiveInfinity(TSelf value) => T.IsPositiveInfinity(TSelf.Observe(value));

    static bool INumberBase<TSelf>.IsRealNumber(TSelf value) => T.IsRealNumber(TSelf.Observe(value));

    static bool INumberBase<TSelf>.IsSubnormal(TSelf value) => T.IsSubnormal(TSelf.Observe(value));

    static bool INumberBase<TSelf>.IsZero(TSelf value) => T.IsZero(TSelf.Observe(value));

    static TSelf INumberBase<TSelf>.MaxMagnitude(TSelf x, TSelf y) => Chosen(T.MaxMagnitude(TSelf.Observe(x), TSelf.Observe(y)), x, y);

    static TSelf INumberBase<TSelf>.MaxMagnitudeNumber(TSelf x, TSelf y) => Chosen(T.MaxMagnitudeNumber(TSelf.Observe(x), TSelf.Observe(y)), x, y);

    static TSelf INumberBase<TSelf>.MinMagnitude(TSelf x, TSelf y) => Chosen(T.MinMagnitude(TSelf.Observe(x), TSelf.Observe(y)), x, y);

    static TSelf INumberBase<TSelf>.MinMagnitudeNumber(TSelf x, TSelf y) => Chosen(T.MinMagnitudeNumber(TSelf.Observe(x), TSelf.Observe(y)), x, y);

    static TSelf IFloatingPointIeee754<TSelf>.BitIncrement(TSelf x) => Neighbour(x, T.BitIncrement(TSelf.Observe(x)));

    static TSelf IFloatingPointIeee754<TSelf>.BitDecrement(TSelf x) => Neighbour(x, T.BitDecrement(TSelf.Observe(x)));

    // The neighbouring number is the number plus a constant, so it keeps the derivative; from infinity there is no such constant.
    private static TSelf Neighbour(TSelf x, T value) =>
        T.IsFinite(TSelf.Observe(x)) ? x + TSelf.Constant(value - TSelf.Observe(x)) : TSelf.Constant(value);

    private static TSelf Chosen(T value, TSelf x, TSelf y) => T.IsNaN(value) ? x + y : value == TSelf.Observe(x) ? x : y;
}
