using System.Numerics;

namespace Autodiff;

/// <summary>
/// An operation on whole arrays, whose elements it sees row by row: the shape of its result, its elements, and its pull beside them. A rule is a struct; the
/// parameters of the operation are its fields.
/// </summary>
/// <remarks>
/// <para><see cref="Autograd.Apply{T, TRule}(ReadOnlySpan{Variable{T}}, TRule)"/> applies it, records it and sweeps it like the operations of the library, and
/// <see cref="OperationCheck"/> tests it. Elementwise operations are better written as an <see cref="IUnaryRule"/> or <see cref="IBinaryRule"/>, which is
/// shorter and faster.</para>
/// <para>An exception thrown by a rule reaches the caller of the operation or of the sweep, and leaves recording and gradients as they were.</para>
/// </remarks>
public interface IDenseRule
{
    /// <summary>
    /// Whether the pull reads the elements of an input. An input that it does not read may be updated between recording and sweep. By default it reads all.
    /// </summary>
    static virtual bool Reads(int input) => true;

    /// <summary>The shape of the result. Inputs that do not fit are refused here, by an exception, before anything is changed.</summary>
    Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>y = f(x). All of y must be written: it may hold anything before. Nothing that is computed here is recorded.</summary>
    void Forward<T>(Operands<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>
    /// Adds to the adjoint of each input what dy pulls back to it: <c>pull.Add(0, Exp(pull.Input(0)) * pull.Adjoint)</c>. It is stated in operations on arrays,
    /// once: an ordinary sweep computes them, and one with createGraph records them, so that gradients can be differentiated in turn.
    /// </summary>
    void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>;
}
