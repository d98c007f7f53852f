using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Autodiff.Kernels;

/// <summary>512 bits: 16 numbers of float, 8 of double.</summary>
internal readonly struct Lane512<T>(Vector512<T> bits) : ILane<Lane512<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Vector512<T> bits = bits;

    internal Vector512<T> Bits
    {
        [MethodImpl(AggressiveInlining)]
        get => bits;
    }

    public static int Count
    {
        [MethodImpl(AggressiveInlining)]
        get => Vector512<T>.Count;
    }

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> operator +(Lane512<T> left, Lane512<T> right) => new(left.bits + right.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> operator -(Lane512<T> left, Lane512<T> right) => new(left.bits - right.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> operator *(Lane512<T> left, Lane512<T> right) => new(left.bits * right.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> operator /(Lane512<T> left, Lane512<T> right) => new(left.bits / right.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> operator -(Lane512<T> x) => new(-x.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> Constant(double value) => new(typeof(T) == typeof(float)
        ? Vector512.Create((float)value).As<float, T>()
        : Vector512.Create(value).As<double, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> ConstantBits(long bits) => new(typeof(T) == typeof(float)
        ? Vector512.Create((int)bits).As<int, T>()
        : Vector512.Create(bits).As<long, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> Broadcast(T value) => new(Vector512.Create(value));

    [MethodImpl(AggressiveInlining)]
    public static T First(Lane512<T> lane) => lane.bits.ToScalar();

    [MethodImpl(AggressiveInlining)]
    public static T Sum(Lane512<T> lane) => Vector512.Sum(lane.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> Load(ref readonly T source) => new(Vector512.LoadUnsafe(in source));

    [MethodImpl(AggressiveInlining)]
    public static void Store(Lane512<T> lane, ref T destination) => lane.bits.StoreUnsafe(ref destination);

    [MethodImpl(AggressiveInlining)]
    public static unsafe Lane512<T> Load(ref readonly T source, int count)
    {
        if (!Avx512F.IsSupported) { return PartialLane<Lane512<T>, T>.Load(in source, count); }
        fixed (T* address = &source)
        {
            return new(typeof(T) == typeof(float)
                ? Avx512F.MaskLoad((float*)address, Mask(count).AsSingle(), Vector512<float>.One).As<float, T>()
                : Avx512F.MaskLoad((double*)address, Mask(count).AsDouble(), Vector512<double>.One).As<double, T>());
        }
    }

    [MethodImpl(AggressiveInlining)]
    public static unsafe void Store(Lane512<T> lane, ref T destination, int count)
    {
        if (!Avx512F.IsSupported)
        {
            PartialLane<Lane512<T>, T>.Store(lane, ref destination, count);
            return;
        }
        fixed (T* address = &destination)
        {
            if (typeof(T) == typeof(float)) { Avx512F.MaskStore((float*)address, Mask(count).AsSingle(), lane.bits.AsSingle()); }
            else { Avx512F.MaskStore((double*)address, Mask(count).AsDouble(), lane.bits.AsDouble()); }
        }
    }

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> MultiplyAdd(Lane512<T> x, Lane512<T> y, Lane512<T> z) => new(typeof(T) == typeof(float)
        ? Vector512.FusedMultiplyAdd(x.bits.AsSingle(), y.bits.AsSingle(), z.bits.AsSingle()).As<float, T>()
        : Vector512.FusedMultiplyAdd(x.bits.AsDouble(), y.bits.AsDouble(), z.bits.AsDouble()).As<double, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> Abs(Lane512<T> x) => new(Vector512.Abs(x.bits));

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> CopySign(Lane512<T> x, Lane512<T> sign) => new(Vector512.CopySign(x.bits, sign.bits));

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> Sqrt(Lane512<T> x) => new(Vector512.Sqrt(x.bits));

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> Max(Lane512<T> a, Lane512<T> b) => new(Vector512.Max(a.bits, b.bits));

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> Min(Lane512<T> a, Lane512<T> b) => new(Vector512.Min(a.bits, b.bits));

    // The native comparisons give the second operand where one is NaN.
    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> Clamp(Lane512<T> x, Lane512<T> low, Lane512<T> high) =>
        new(Vector512.MinNative(high.bits, Vector512.MaxNative(low.bits, x.bits)));

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> Round(Lane512<T> x) => new(typeof(T) == typeof(float)
        ? Vector512.Round(x.bits.AsSingle()).As<float, T>()
        : Vector512.Round(x.bits.AsDouble()).As<double, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> SelectGreater(Lane512<T> left, Lane512<T> right, Lane512<T> ifGreater, Lane512<T> otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.GreaterThan(left.bits, right.bits), ifGreater.bits, otherwise.bits));

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> SelectEqual(Lane512<T> left, Lane512<T> right, Lane512<T> ifEqual, Lane512<T> otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.Equals(left.bits, right.bits), ifEqual.bits, otherwise.bits));

    [MethodImpl(AggressiveInlining)]
    public static bool AllAtMost(Lane512<T> left, Lane512<T> right) => Vector512.LessThanOrEqualAll(left.bits, right.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> Choose(Lane512<T> mask, Lane512<T> ifOne, Lane512<T> ifZero) =>
        new(Vector512.ConditionalSelect(mask.bits, ifOne.bits, ifZero.bits));

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> AndBits(Lane512<T> left, Lane512<T> right) => new(left.bits & right.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> XorBits(Lane512<T> left, Lane512<T> right) => new(left.bits ^ right.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> AddBits(Lane512<T> left, Lane512<T> right) => new(typeof(T) == typeof(float)
        ? (left.bits.AsInt32() + right.bits.AsInt32()).As<int, T>()
        : (left.bits.AsInt64() + right.bits.AsInt64()).As<long, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> SubtractBits(Lane512<T> left, Lane512<T> right) => new(typeof(T) == typeof(float)
        ? (left.bits.AsInt32() - right.bits.AsInt32()).As<int, T>()
        : (left.bits.AsInt64() - right.bits.AsInt64()).As<long, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> ShiftLeft(Lane512<T> x, int count) => new(typeof(T) == typeof(float)
        ? (x.bits.AsInt32() << count).As<int, T>()
        : (x.bits.AsInt64() << count).As<long, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> ShiftRight(Lane512<T> x, int count) => new(typeof(T) == typeof(float)
        ? (x.bits.AsInt32() >> count).As<int, T>()
        : (x.bits.AsInt64() >> count).As<long, T>());

    // One instruction where there is one.
    [MethodImpl(AggressiveInlining)]
    public static Lane512<T> Scale(Lane512<T> x, Lane512<T> n)
    {
        if (!Avx512F.IsSupported) { return LaneBits<Lane512<T>, T>.Scale(x, n); }
        return new(typeof(T) == typeof(float)
            ? Avx512F.Scale(x.bits.AsSingle(), n.bits.AsSingle()).As<float, T>()
            : Avx512F.Scale(x.bits.AsDouble(), n.bits.AsDouble()).As<double, T>());
    }

    // All ones in the first elements.
    [MethodImpl(AggressiveInlining)]
    private static Vector512<T> Mask(int count) => typeof(T) == typeof(float)
        ? Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count)).As<int, T>()
        : Vector512.LessThan(Vector512<long>.Indices, Vector512.Create((long)count)).As<long, T>();
}
