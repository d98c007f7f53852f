using System.Numerics;
using System.Runtime.Intrinsics;

namespace Autodiff.Kernels;

/// <summary>128 bits: 4 numbers of float, 2 of double.</summary>
internal readonly struct Lane128<T>(Vector128<T> bits) : ILane<Lane128<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Vector128<T> bits = bits;

    public static int Count
    {
        [MethodImpl(AggressiveInlining)]
        get => Vector128<T>.Count;
    }

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> operator +(Lane128<T> left, Lane128<T> right) => new(left.bits + right.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> operator -(Lane128<T> left, Lane128<T> right) => new(left.bits - right.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> operator *(Lane128<T> left, Lane128<T> right) => new(left.bits * right.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> operator /(Lane128<T> left, Lane128<T> right) => new(left.bits / right.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> operator -(Lane128<T> x) => new(-x.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> Constant(double value) => new(typeof(T) == typeof(float)
        ? Vector128.Create((float)value).As<float, T>()
        : Vector128.Create(value).As<double, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> ConstantBits(long bits) => new(typeof(T) == typeof(float)
        ? Vector128.Create((int)bits).As<int, T>()
        : Vector128.Create(bits).As<long, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> Broadcast(T value) => new(Vector128.Create(value));

    [MethodImpl(AggressiveInlining)]
    public static T First(Lane128<T> lane) => lane.bits.ToScalar();

    [MethodImpl(AggressiveInlining)]
    public static T Sum(Lane128<T> lane) => Vector128.Sum(lane.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> Load(ref readonly T source) => new(Vector128.LoadUnsafe(in source));

    [MethodImpl(AggressiveInlining)]
    public static void Store(Lane128<T> lane, ref T destination) => lane.bits.StoreUnsafe(ref destination);

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> MultiplyAdd(Lane128<T> x, Lane128<T> y, Lane128<T> z) => new(typeof(T) == typeof(float)
        ? Vector128.FusedMultiplyAdd(x.bits.AsSingle(), y.bits.AsSingle(), z.bits.AsSingle()).As<float, T>()
        : Vector128.FusedMultiplyAdd(x.bits.AsDouble(), y.bits.AsDouble(), z.bits.AsDouble()).As<double, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> Abs(Lane128<T> x) => new(Vector128.Abs(x.bits));

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> CopySign(Lane128<T> x, Lane128<T> sign) => new(Vector128.CopySign(x.bits, sign.bits));

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> Sqrt(Lane128<T> x) => new(Vector128.Sqrt(x.bits));

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> Max(Lane128<T> a, Lane128<T> b) => new(Vector128.Max(a.bits, b.bits));

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> Min(Lane128<T> a, Lane128<T> b) => new(Vector128.Min(a.bits, b.bits));

    // The native comparisons give the second operand where one is NaN.
    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> Clamp(Lane128<T> x, Lane128<T> low, Lane128<T> high) =>
        new(Vector128.MinNative(high.bits, Vector128.MaxNative(low.bits, x.bits)));

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> Round(Lane128<T> x) => new(typeof(T) == typeof(float)
        ? Vector128.Round(x.bits.AsSingle()).As<float, T>()
        : Vector128.Round(x.bits.AsDouble()).As<double, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> SelectGreater(Lane128<T> left, Lane128<T> right, Lane128<T> ifGreater, Lane128<T> otherwise) =>
        new(Vector128.ConditionalSelect(Vector128.GreaterThan(left.bits, right.bits), ifGreater.bits, otherwise.bits));

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> SelectEqual(Lane128<T> left, Lane128<T> right, Lane128<T> ifEqual, Lane128<T> otherwise) =>
        new(Vector128.ConditionalSelect(Vector128.Equals(left.bits, right.bits), ifEqual.bits, otherwise.bits));

    [MethodImpl(AggressiveInlining)]
    public static bool AllAtMost(Lane128<T> left, Lane128<T> right) => Vector128.LessThanOrEqualAll(left.bits, right.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> Choose(Lane128<T> mask, Lane128<T> ifOne, Lane128<T> ifZero) =>
        new(Vector128.ConditionalSelect(mask.bits, ifOne.bits, ifZero.bits));

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> AndBits(Lane128<T> left, Lane128<T> right) => new(left.bits & right.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> XorBits(Lane128<T> left, Lane128<T> right) => new(left.bits ^ right.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> AddBits(Lane128<T> left, Lane128<T> right) => new(typeof(T) == typeof(float)
        ? (left.bits.AsInt32() + right.bits.AsInt32()).As<int, T>()
        : (left.bits.AsInt64() + right.bits.AsInt64()).As<long, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> SubtractBits(Lane128<T> left, Lane128<T> right) => new(typeof(T) == typeof(float)
        ? (left.bits.AsInt32() - right.bits.AsInt32()).As<int, T>()
        : (left.bits.AsInt64() - right.bits.AsInt64()).As<long, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> ShiftLeft(Lane128<T> x, int count) => new(typeof(T) == typeof(float)
        ? (x.bits.AsInt32() << count).As<int, T>()
        : (x.bits.AsInt64() << count).As<long, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lane128<T> ShiftRight(Lane128<T> x, int count) => new(typeof(T) == typeof(float)
        ? (x.bits.AsInt32() >> count).As<int, T>()
        : (x.bits.AsInt64() >> count).As<long, T>());
}
