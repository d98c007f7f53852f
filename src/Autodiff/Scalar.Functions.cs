using System.Numerics;
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
}
