using System.Numerics;
using Autodiff.Ops;

namespace Autodiff.Kernels;

/// <summary>Functions that have no vector algorithm, and the rare arguments of those that have one: one element after the other.</summary>
internal static unsafe class PerElement<R, T>
    where R : struct, ILane<R, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>f(x) for every element. Equal neighbours, as the filling of a partial lane is, are computed once.</summary>
    [MethodImpl(NoInlining | AggressiveOptimization)]
    internal static R Map(R x, delegate*<Number<T>, Number<T>> function)
    {
        R result = x;
        ref T element = ref Unsafe.As<R, T>(ref result);
        T last = element, value = function(new(last)).Value;
        element = value;
        for (int i = 1; i < R.Count; i++)
        {
            ref T next = ref Unsafe.Add(ref element, i);
            if (!SameBits(next, last))
            {
                last = next;
                value = function(new(last)).Value;
            }
            next = value;
        }
        return result;
    }

    /// <summary>f(x, y) for every element.</summary>
    [MethodImpl(NoInlining | AggressiveOptimization)]
    internal static R Map(R x, R y, delegate*<Number<T>, Number<T>, Number<T>> function)
    {
        R result = x;
        ref T first = ref Unsafe.As<R, T>(ref result);
        ref T second = ref Unsafe.As<R, T>(ref y);
        T lastFirst = first, lastSecond = second, value = function(new(lastFirst), new(lastSecond)).Value;
        first = value;
        for (int i = 1; i < R.Count; i++)
        {
            ref T next = ref Unsafe.Add(ref first, i);
            T nextSecond = Unsafe.Add(ref second, i);
            if (!SameBits(next, lastFirst) || !SameBits(nextSecond, lastSecond))
            {
                (lastFirst, lastSecond) = (next, nextSecond);
                value = function(new(lastFirst), new(lastSecond)).Value;
            }
            next = value;
        }
        return result;
    }

    /// <summary>f(x) for every element, where f has a parameter.</summary>
    [MethodImpl(NoInlining | AggressiveOptimization)]
    internal static R Map<TParameter>(TParameter parameter, R x, delegate*<TParameter, Number<T>, Number<T>> function)
    {
        ref T element = ref Unsafe.As<R, T>(ref x);
        for (int i = 0; i < R.Count; i++)
        {
            ref T next = ref Unsafe.Add(ref element, i);
            next = function(parameter, new(next)).Value;
        }
        return x;
    }

    /// <summary>y, but f(x) in those elements where the bounded number is not within [low, high].</summary>
    [MethodImpl(NoInlining | AggressiveOptimization)]
    internal static R Repair(R y, R x, R bounded, R low, R high, delegate*<Number<T>, Number<T>> function)
    {
        for (int i = 0; i < R.Count; i++)
        {
            T value = Unsafe.Add(ref Unsafe.As<R, T>(ref bounded), i);
            if (!(value >= Unsafe.As<R, T>(ref low) && value <= Unsafe.As<R, T>(ref high)))
            {
                T argument = Unsafe.Add(ref Unsafe.As<R, T>(ref x), i);
                Unsafe.Add(ref Unsafe.As<R, T>(ref y), i) = function(new(argument)).Value;
            }
        }
        return y;
    }

    /// <summary>y, but f(a, b) in those elements where the bounded number is above the limit.</summary>
    [MethodImpl(NoInlining | AggressiveOptimization)]
    internal static R Repair(R y, R a, R b, R bounded, R limit, delegate*<Number<T>, Number<T>, Number<T>> function)
    {
        for (int i = 0; i < R.Count; i++)
        {
            if (Unsafe.Add(ref Unsafe.As<R, T>(ref bounded), i) <= Unsafe.As<R, T>(ref limit)) { continue; }
            T first = Unsafe.Add(ref Unsafe.As<R, T>(ref a), i), second = Unsafe.Add(ref Unsafe.As<R, T>(ref b), i);
            Unsafe.Add(ref Unsafe.As<R, T>(ref y), i) = function(new(first), new(second)).Value;
        }
        return y;
    }

    [MethodImpl(AggressiveInlining)]
    private static bool SameBits(T left, T right) => typeof(T) == typeof(float)
        ? Unsafe.BitCast<T, int>(left) == Unsafe.BitCast<T, int>(right)
        : Unsafe.BitCast<T, long>(left) == Unsafe.BitCast<T, long>(right);
}
