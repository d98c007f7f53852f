using System.Numerics;
using Autodiff;

namespace GradBench.Descent;

/// <summary>A way to take gradients.</summary>
internal interface IMode
{
    static abstract T[] Gradient<T>(IFunction<T> function, ReadOnlySpan<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>;
}

/// <summary>One sweep backward.</summary>
internal readonly struct Reverse : IMode
{
    public static T[] Gradient<T>(IFunction<T> function, ReadOnlySpan<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Autograd.Gradient(arguments => function.Value(arguments, static constant => (Scalar<T>)constant), x);
}

/// <summary>One pass forward for each argument.</summary>
internal readonly struct Forward : IMode
{
    public static T[] Gradient<T>(IFunction<T> function, ReadOnlySpan<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] gradient = new T[x.Length];
        Dual<T>[] arguments = new Dual<T>[x.Length];
        for (int i = 0; i < x.Length; i++) { arguments[i] = x[i]; }
        for (int i = 0; i < x.Length; i++)
        {
            arguments[i] = Dual.Seed(x[i]);
            gradient[i] = function.Value<Dual<T>>(arguments, static constant => constant).Tangent;
            arguments[i] = x[i];
        }
        return gradient;
    }
}
