using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Ops;
using Autodiff.Recording;

namespace Autodiff;

/// <summary>
/// Functions of numbers, for <c>using static Autodiff.Scalar</c>: of plain ones and of those that carry derivatives, Scalar, Dual and Traced.
/// The derivative of each is that of its rule.
/// </summary>
public static partial class Scalar
{
    /// <summary>An independent variable: a number with respect to which one differentiates.</summary>
    /// <exception cref="InvalidOperationException">No recording is open on the thread, or it is paused.</exception>
    public static Scalar<T> Independent<T>(T value)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ScalarRecorder<T>.Independent(value);

    /// <summary>The number with a node of its own, so that it has a <see cref="Scalar{T}.Gradient"/>.</summary>
    public static Scalar<T> Watch<T>(Scalar<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Scalar<T>.Watch(x);

    /// <summary>
    /// The sum of the eight numbers of <see cref="Lanes"/>, in each of them: plain or recorded. What the lanes share, such as the normaliser of a softmax
    /// whose terms stand in them, is computed so.
    /// </summary>
    /// <exception cref="NotSupportedException">The number is of another type.</exception>
    public static T SumLanes<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(Scalar<Lanes>))
        {
            Scalar<Lanes> sum = Scalar<Lanes>.SumLanes(Unsafe.As<T, Scalar<Lanes>>(ref x));
            return Unsafe.As<Scalar<Lanes>, T>(ref sum);
        }
        if (typeof(T) != typeof(Lanes)) { Throw.NoLanes(typeof(T)); }
        return Number<T>.SumLanes(x);
    }
}
