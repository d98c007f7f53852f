using System.Numerics;

namespace Autodiff.Ops;

/// <summary>Applies a rule to a number of any kind: the way in for functions that IFloatingPointIeee754 does not have.</summary>
internal static class Elementary
{
    [MethodImpl(AggressiveInlining)]
    internal static T Apply<TRule, T>(TRule rule, T x)
        where TRule : struct, IUnaryRule
        where T : IFloatingPointIeee754<T>
    {
        if (Precision<T>.IsPlain || typeof(T) == typeof(Lanes)) { return rule.Forward(new Number<T>(x)).Value; }

        // The commonest recorded numbers, without the virtual call; the tests are constants to the JIT.
        if (typeof(T) == typeof(Scalar<double>))
        {
            Scalar<double> y = Scalar<double>.Apply(rule, Unsafe.As<T, Scalar<double>>(ref x));
            return Unsafe.As<Scalar<double>, T>(ref y);
        }
        if (typeof(T) == typeof(Scalar<Lanes>))
        {
            Scalar<Lanes> y = Scalar<Lanes>.ApplyAside(rule, Unsafe.As<T, Scalar<Lanes>>(ref x));
            return Unsafe.As<Scalar<Lanes>, T>(ref y);
        }
        return Nested<T>.Apply(rule, x);
    }

    [MethodImpl(AggressiveInlining)]
    internal static T Apply<TRule, T>(TRule rule, T a, T b)
        where TRule : struct, IBinaryRule
        where T : IFloatingPointIeee754<T> =>
        Precision<T>.IsPlain || typeof(T) == typeof(Lanes) ? rule.Forward(new Number<T>(a), new Number<T>(b)).Value : Nested<T>.Apply(rule, a, b);
}
