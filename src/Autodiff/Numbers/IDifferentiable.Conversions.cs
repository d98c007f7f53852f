using System.Globalization;
using System.Numerics;
using Autodiff.Diagnostics;

namespace Autodiff;

// Conversions, text and bits: those of the value, except that a derivative is never dropped in silence.
internal partial interface IDifferentiable<TSelf, T>
{
    static bool INumberBase<TSelf>.TryConvertFromChecked<TOther>(TOther value, out TSelf result)
    {
        result = TSelf.Constant(T.CreateChecked(value));
        return true;
    }

    static bool INumberBase<TSelf>.TryConvertFromSaturating<TOther>(TOther value, out TSelf result)
    {
        result = TSelf.Constant(T.CreateSaturating(value));
        return true;
    }

    static bool INumberBase<TSelf>.TryConvertFromTruncating<TOther>(TOther value, out TSelf result)
    {
        result = TSelf.Constant(T.CreateTruncating(value));
        return true;
    }

    static bool INumberBase<TSelf>.TryConvertToChecked<TOther>(TSelf value, out TOther result)
    {
        result = TOther.CreateChecked(Release<TOther>(value));
        return true;
    }

    static bool INumberBase<TSelf>.TryConvertToSaturating<TOther>(TSelf value, out TOther result)
    {
        result = TOther.CreateSaturating(Release<TOther>(value));
        return true;
    }

    static bool INumberBase<TSelf>.TryConvertToTruncating<TOther>(TSelf value, out TOther result)
    {
        result = TOther.CreateTruncating(Release<TOther>(value));
        return true;
    }

    static TSelf INumberBase<TSelf>.Parse(string s, NumberStyles style, IFormatProvider? provider) =>
        TSelf.Constant(T.Parse(s, style, provider));

    static TSelf INumberBase<TSelf>.Parse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider) =>
        TSelf.Constant(T.Parse(s, style, provider));

    static TSelf IParsable<TSelf>.Parse(string s, IFormatProvider? provider) => TSelf.Constant(T.Parse(s, provider));

    static TSelf ISpanParsable<TSelf>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => TSelf.Constant(T.Parse(s, provider));

    static bool INumberBase<TSelf>.TryParse(string? s, NumberStyles style, IFormatProvider? provider, out TSelf result) =>
        Parsed(T.TryParse(s, style, provider, out T? value), value, out result);

    static bool INumberBase<TSelf>.TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out TSelf result) =>
        Parsed(T.TryParse(s, style, provider, out T? value), value, out result);

    static bool IParsable<TSelf>.TryParse(string? s, IFormatProvider? provider, out TSelf result) =>
        Parsed(T.TryParse(s, provider, out T? value), value, out result);

    static bool ISpanParsable<TSelf>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out TSelf result) =>
        Parsed(T.TryParse(s, provider, out T? value), value, out result);

    int IFloatingPoint<TSelf>.GetExponentByteCount() => TSelf.Observe((TSelf)this).GetExponentByteCount();

    int IFloatingPoint<TSelf>.GetExponentShortestBitLength() => TSelf.Observe((TSelf)this).GetExponentShortestBitLength();

    int IFloatingPoint<TSelf>.GetSignificandBitLength() => TSelf.Observe((TSelf)this).GetSignificandBitLength();

    int IFloatingPoint<TSelf>.GetSignificandByteCount() => TSelf.Observe((TSelf)this).GetSignificandByteCount();

    bool IFloatingPoint<TSelf>.TryWriteExponentBigEndian(Span<byte> destination, out int bytesWritten) =>
        TSelf.Observe((TSelf)this).TryWriteExponentBigEndian(destination, out bytesWritten);

    bool IFloatingPoint<TSelf>.TryWriteExponentLittleEndian(Span<byte> destination, out int bytesWritten) =>
        TSelf.Observe((TSelf)this).TryWriteExponentLittleEndian(destination, out bytesWritten);

    bool IFloatingPoint<TSelf>.TryWriteSignificandBigEndian(Span<byte> destination, out int bytesWritten) =>
        TSelf.Observe((TSelf)this).TryWriteSignificandBigEndian(destination, out bytesWritten);

    bool IFloatingPoint<TSelf>.TryWriteSignificandLittleEndian(Span<byte> destination, out int bytesWritten) =>
        TSelf.Observe((TSelf)this).TryWriteSignificandLittleEndian(destination, out bytesWritten);

    /// <summary>The value on its way into another type: an integer loses no derivative (it is 0), another number would.</summary>
    private static T Release<TOther>(TSelf x)
    {
        if (TSelf.IsActive(x) && !IsIntegerType<TOther>()) { Throw.DerivativeLost(typeof(TSelf), typeof(TOther)); }
        return TSelf.Observe(x);
    }

    private static bool IsIntegerType<TOther>() =>
        typeof(TOther) == typeof(int) || typeof(TOther) == typeof(long) || typeof(TOther) == typeof(short) || typeof(TOther) == typeof(sbyte)
        || typeof(TOther) == typeof(uint) || typeof(TOther) == typeof(ulong) || typeof(TOther) == typeof(ushort) || typeof(TOther) == typeof(byte)
        || typeof(TOther) == typeof(nint) || typeof(TOther) == typeof(nuint) || typeof(TOther) == typeof(char)
        || typeof(TOther) == typeof(Int128) || typeof(TOther) == typeof(UInt128) || typeof(TOther) == typeof(BigInteger);

    private static bool Parsed(bool success, T? value, out TSelf result)
    {
        result = success ? TSelf.Constant(value!) : default;
        return success;
    }
}
