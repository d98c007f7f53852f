using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>
/// Several neighbouring numbers as one real number: rules run over it unchanged. A width (<see cref="Lane512{T}"/> and its
/// sisters) states what one instruction does; every function is made of that, once for all widths.
/// </summary>
/// <remarks>
/// The parts are all correctly rounded IEEE 754 operations or moves of bits, so the bits of a result do not depend on the width, nor
/// on the place of the element in its lane.
/// </remarks>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal partial interface ILane<TSelf, T> : IReal<TSelf>
    where TSelf : struct, ILane<TSelf, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The number of elements.</summary>
    static abstract int Count { get; }

    /// <summary>The same number in every element.</summary>
    static abstract TSelf Broadcast(T value);

    /// <summary>The first element.</summary>
    static abstract T First(TSelf lane);

    /// <summary>The sum of the elements, in an order that depends on the width.</summary>
    static abstract T Sum(TSelf lane);

    /// <summary>Loads a full lane.</summary>
    static abstract TSelf Load(ref readonly T source);

    /// <summary>Stores a full lane.</summary>
    static abstract void Store(TSelf lane, ref T destination);

    /// <summary>
    /// Loads the first <paramref name="count"/> elements and touches no memory behind them. The others are 1, which is inside the
    /// domain of every function and on the fast path of each.
    /// </summary>
    static virtual TSelf Load(ref readonly T source, int count) => PartialLane<TSelf, T>.Load(in source, count);

    /// <summary>Stores the first <paramref name="count"/> elements and touches no memory behind them.</summary>
    static virtual void Store(TSelf lane, ref T destination, int count) => PartialLane<TSelf, T>.Store(lane, ref destination, count);

    /// <summary>A constant that is stated for each of the two formats, being rounded or fitted for it.</summary>
    [MethodImpl(AggressiveInlining)]
    static virtual TSelf Constant(double single, double wide) => TSelf.Constant(typeof(T) == typeof(float) ? single : wide);

    /// <summary>The same bits in every element.</summary>
    static abstract TSelf ConstantBits(long bits);

    /// <summary>x within [low, high]; NaN stays NaN.</summary>
    static abstract TSelf Clamp(TSelf x, TSelf low, TSelf high);

    /// <summary>x rounded to the nearest integer, to even on ties; a zero has the sign of x.</summary>
    static abstract TSelf Round(TSelf x);

    /// <summary>Whether left ≤ right in every element; NaN compares false.</summary>
    static abstract bool AllAtMost(TSelf left, TSelf right);

    /// <summary>Bit by bit, the first where the mask is 1 and the second where it is 0.</summary>
    static abstract TSelf Choose(TSelf mask, TSelf ifOne, TSelf ifZero);

    /// <summary>The bits that are 1 in both.</summary>
    static abstract TSelf AndBits(TSelf left, TSelf right);

    /// <summary>The bits that differ.</summary>
    static abstract TSelf XorBits(TSelf left, TSelf right);

    /// <summary>The sum of the bits as integers.</summary>
    static abstract TSelf AddBits(TSelf left, TSelf right);

    /// <summary>The difference of the bits as integers.</summary>
    static abstract TSelf SubtractBits(TSelf left, TSelf right);

    /// <summary>The bits moved to the left; zeros follow.</summary>
    static abstract TSelf ShiftLeft(TSelf x, int count);

    /// <summary>The bits moved to the right; copies of the sign bit follow.</summary>
    static abstract TSelf ShiftRight(TSelf x, int count);

    /// <summary>x 2ⁿ for an integer n within twice the range of exponents, rounded once.</summary>
    [MethodImpl(AggressiveInlining)]
    static virtual TSelf Scale(TSelf x, TSelf n) => LaneBits<TSelf, T>.Scale(x, n);
}
