using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Autodiff.Kernels;

/// <summary>256 bits: 8 numbers of float, 4 of double.</summary>
internal readonly struct Lane256<T>(Vector256<T> bits) : ILane<Lane256<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Vector256<T> bits = bits;

    public static int Count
    {
        [MethodImpl(AggressiveInlining)]
        get => Vector256<T>.Count;
    }

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> operator +(Lane256<T> left, Lane256<T> right) => new(left.bits + right.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> operator -(Lane256<T> left, Lane256<T> right) => new(left.bits - right.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> operator *(Lane256<T> left, Lane256<T> right) => new(left.bits * right.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> operator /(Lane256<T> left, Lane256<T> right) => new(left.bits / right.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> operator -(Lane256<T> x) => new(-x.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> Constant(double value) => new(typeof(T) == typeof(float)
        ? Vector256.Create((float)value).As<float, T>()
        : Vector256.Create(value).As<double, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> ConstantBits(long bits) => new(typeof(T) == typeof(float)
        ? Vector256.Create((int)bits).As<int, T>()
        : Vector256.Create(bits).As<long, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> Broadcast(T value) => new(Vector256.Create(value));

    [MethodImpl(AggressiveInlining)]
    public static T First(Lane256<T> lane) => lane.bits.ToScalar();

    [MethodImpl(AggressiveInlining)]
    public static T Sum(Lane256<T> lane) => Vector256.Sum(lane.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> Load(ref readonly T source) => new(Vector256.LoadUnsafe(in source));

    [MethodImpl(AggressiveInlining)]
    public static void Store(Lane256<T> lane, ref T destination) => lane.bits.StoreUnsafe(ref destination);

    [MethodImpl(AggressiveInlining)]
    public static unsafe Lane256<T> Load(ref readonly T source, int count)
    {
        if (!Avx.IsSupported) { return PartialLane<Lane256<T>, T>.Load(in source, count); }
        Vector256<T> mask = Mask(count);
        fixed (T* address = &source)
        {
            return new(typeof(T) == typeof(float)
                ? Vector256.ConditionalSelect(mask.AsSingle(), Avx.MaskLoad((float*)address, mask.AsSingle()), Vector256<float>.One).As<float, T>()
                : Vector256.ConditionalSelect(mask.AsDouble(), Avx.MaskLoad((double*)address, mask.AsDouble()), Vector256<double>.One).As<double, T>());
        }
    }

    [MethodImpl(AggressiveInlining)]
    public static unsafe void Store(Lane256<T> lane, ref T destination, int count)
    {
        if (!Avx.IsSupported)
        {
            PartialLane<Lane256<T>, T>.Store(lane, ref destination, count);
            return;
        }
        fixed (T* address = &destination)
        {
            if (typeof(T) == typeof(float)) { Avx.MaskStore((float*)address, Mask(count).AsSingle(), lane.bits.AsSingle()); }
            else { Avx.MaskStore((double*)address, Mask(count).AsDouble(), lane.bits.AsDouble()); }
        }
    }

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> MultiplyAdd(Lane256<T> x, Lane256<T> y, Lane256<T> z) => new(typeof(T) == typeof(float)
        ? Vector256.FusedMultiplyAdd(x.bits.AsSingle(), y.bits.AsSingle(), z.bits.AsSingle()).As<float, T>()
        : Vector256.FusedMultiplyAdd(x.bits.AsDouble(), y.bits.AsDouble(), z.bits.AsDouble()).As<double, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> Abs(Lane256<T> x) => new(Vector256.Abs(x.bits));

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> CopySign(Lane256<T> x, Lane256<T> sign) => new(Vector256.CopySign(x.bits, sign.bits));

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> Sqrt(Lane256<T> x) => new(Vector256.Sqrt(x.bits));

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> Max(Lane256<T> a, Lane256<T> b) => new(Vector256.Max(a.bits, b.bits));

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> Min(Lane256<T> a, Lane256<T> b) => new(Vector256.Min(a.bits, b.bits));

    // The native comparisons give the second operand where one is NaN.
    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> Clamp(Lane256<T> x, Lane256<T> low, Lane256<T> high) =>
        new(Vector256.MinNative(high.bits, Vector256.MaxNative(low.bits, x.bits)));

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> Round(Lane256<T> x) => new(typeof(T) == typeof(float)
        ? Vector256.Round(x.bits.AsSingle()).As<float, T>()
        : Vector256.Round(x.bits.AsDouble()).As<double, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> SelectGreater(Lane256<T> left, Lane256<T> right, Lane256<T> ifGreater, Lane256<T> otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.GreaterThan(left.bits, right.bits), ifGreater.bits, otherwise.bits));

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> SelectEqual(Lane256<T> left, Lane256<T> right, Lane256<T> ifEqual, Lane256<T> otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.Equals(left.bits, right.bits), ifEqual.bits, otherwise.bits));

    [MethodImpl(AggressiveInlining)]
    public static bool AllAtMost(Lane256<T> left, Lane256<T> right) => Vector256.LessThanOrEqualAll(left.bits, right.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> Choose(Lane256<T> mask, Lane256<T> ifOne, Lane256<T> ifZero) =>
        new(Vector256.ConditionalSelect(mask.bits, ifOne.bits, ifZero.bits));

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> AndBits(Lane256<T> left, Lane256<T> right) => new(left.bits & right.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> XorBits(Lane256<T> left, Lane256<T> right) => new(left.bits ^ right.bits);

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> AddBits(Lane256<T> left, Lane256<T> right) => new(typeof(T) == typeof(float)
        ? (left.bits.AsInt32() + right.bits.AsInt32()).As<int, T>()
        : (left.bits.AsInt64() + right.bits.AsInt64()).As<long, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> SubtractBits(Lane256<T> left, Lane256<T> right) => new(typeof(T) == typeof(float)
        ? (left.bits.AsInt32() - right.bits.AsInt32()).As<int, T>()
        : (left.bits.AsInt64() - right.bits.AsInt64()).As<long, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> ShiftLeft(Lane256<T> x, int count) => new(typeof(T) == typeof(float)
        ? (x.bits.AsInt32() << count).As<int, T>()
        : (x.bits.AsInt64() << count).As<long, T>());

    [MethodImpl(AggressiveInlining)]
    public static Lane256<T> ShiftRight(Lane256<T> x, int count) => new(typeof(T) == typeof(float)
        ? (x.bits.AsInt32() >> count).As<int, T>()
        : (x.bits.AsInt64() >> count).As<long, T>());

    // All ones in the first elements.
    [MethodImpl(AggressiveInlining)]
    private static Vector256<T> Mask(int count) => typeof(T) == typeof(float)
        ? Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count)).As<int, T>()
        : Vector256.LessThan(Vector256<long>.Indices, Vector256.Create((long)count)).As<long, T>();
}
