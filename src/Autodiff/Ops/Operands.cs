using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;
using Autodiff.Recording;

namespace Autodiff;

/// <summary>The arrays that a rule is applied to.</summary>
/// <typeparam name="T">float or double.</typeparam>
public readonly ref struct Operands<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ref readonly Inputs<T> inputs;

    internal Operands(ref readonly Inputs<T> inputs) => this.inputs = ref inputs;

    /// <summary>How many there are.</summary>
    public int Count => inputs.Count;

    internal Elements<T> this[int index] => inputs[index].Elements;

    /// <summary>The shape of one of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such operand.</exception>
    public Shape Shape(int index)
    {
        if ((uint)index >= (uint)Count) { Throw.NoSuchInput(index, Count); }
        return inputs[index].Shape;
    }

    /// <summary>The elements of one of them, row by row; valid during the call only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such operand.</exception>
    public ReadOnlySpan<T> AsReadOnlySpan(int index)
    {
        if ((uint)index >= (uint)Count) { Throw.NoSuchInput(index, Count); }
        Node<T> input = inputs[index];
        if (!input.Layout.IsDense) { Throw.NotDense(input.Shape); }
        return input.Span;
    }
}
