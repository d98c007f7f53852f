using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>
/// An operation on whole arrays: its shape, its elements, and its pull beside them. A rule is a struct; the parameters of the operation
/// are its fields.
/// </summary>
internal interface IArrayRule
{
    /// <summary>Whether the rule adds when it is asked to; where it can only write, the driver adds what it has written.</summary>
    static virtual bool CanAdd => true;

    /// <summary>Whether the pull looks at an input; what it does not look at may be updated before the sweep.</summary>
    static abstract bool Reads(int input);

    /// <summary>The shape of the result. Inputs that do not fit are refused here, before anything is changed.</summary>
    Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>y = f(x), or y += f(x) if the rule can add. y is dense and overlaps no input.</summary>
    void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>
    /// Adds to the adjoint of each input what dy pulls back to it. It is stated in operations on arrays, once: a sweep computes them straight into the
    /// gradients, and a sweep that is to be differentiated again records them.
    /// </summary>
    void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>;
}
