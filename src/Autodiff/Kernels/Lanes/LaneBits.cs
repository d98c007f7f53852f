using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>The parts of the binary formats, and moves between a number and its bits.</summary>
internal static class LaneBits<R, T>
    where R : struct, ILane<R, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The number of bits of the format.</summary>
    internal static int Width
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 32 : 64;
    }

    /// <summary>The number of explicit bits of the fraction.</summary>
    internal static int Fraction
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 23 : 52;
    }

    /// <summary>The exponent of 1 as it is stored.</summary>
    private static int Bias
    {
        [MethodImpl(AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 127 : 1023;
    }

    /// <summary>-0: the sign bit alone.</summary>
    internal static R SignBit
    {
        [MethodImpl(AggressiveInlining)]
        get => R.Constant(-0.0);
    }

    /// <summary>The least number with a full fraction.</summary>
    internal static R LeastNormal
    {
        [MethodImpl(AggressiveInlining)]
        get => R.Constant(1.17549435e-38, 2.2250738585072014e-308);
    }

    /// <summary>The largest finite number.</summary>
    internal static R Greatest
    {
        [MethodImpl(AggressiveInlining)]
        get => R.Constant(3.40282347e+38, double.MaxValue);
    }

    /// <summary>
    /// 1.5 × 2^fraction: the unit in the last place is 1 around it, so x + shifter rounds x to the nearest integer, to even on ties,
    /// and holds it in its low bits, a negative one in two's complement. For |x| &lt; 2^(fraction - 1).
    /// </summary>
    internal static R Shifter
    {
        [MethodImpl(AggressiveInlining)]
        get => R.Constant(12582912.0, 6755399441055744.0);
    }

    /// <summary>An integer-valued number as an integer.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R ToInteger(R x) => R.SubtractBits(x + Shifter, Shifter);

    /// <summary>An integer as a number.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R FromInteger(R bits) => R.AddBits(bits, Shifter) - Shifter;

    /// <summary>2ⁿ for an integer n whose power is normal.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R PowerOfTwo(R n) => R.ShiftLeft(R.AddBits(n, R.ConstantBits(Bias)), Fraction);

    /// <summary>x 2ⁿ in two steps, each by a power that is a normal number: only the second can round.</summary>
    [MethodImpl(AggressiveInlining)]
    internal static R Scale(R x, R n)
    {
        R whole = ToInteger(n);
        R half = R.ShiftRight(whole, 1);
        return x * PowerOfTwo(half) * PowerOfTwo(R.SubtractBits(whole, half));
    }

    /// <summary>Splits a normal x > 0 into exponent and fraction, x = 2^exponent × fraction with fraction in [least, 2 least).</summary>
    /// <param name="x">The number.</param>
    /// <param name="least">A number in (1/2, 1].</param>
    /// <param name="exponent">An integer, as a number.</param>
    /// <param name="twiceInverse">2^(1 - exponent), or 0 at the upper end, where 2^-exponent has no full fraction.</param>
    [MethodImpl(AggressiveInlining)]
    internal static R Split(R x, R least, out R exponent, out R twiceInverse)
    {
        // The distance of the bits from those of the bound has the exponent on top, rounded down.
        R integer = R.ShiftRight(R.SubtractBits(x, least), Fraction);
        R shifted = R.ShiftLeft(integer, Fraction);
        exponent = FromInteger(integer);
        twiceInverse = R.SubtractBits(R.Constant(2), shifted);
        return R.SubtractBits(x, shifted);
    }
}
