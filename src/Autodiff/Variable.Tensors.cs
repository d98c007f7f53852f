using System.Numerics;
using System.Numerics.Tensors;
using Autodiff.Diagnostics;
using Autodiff.Kernels;

namespace Autodiff;

// From and to the plain tensors of System.Numerics.Tensors.
public static partial class Variable
{
    /// <summary>A copy of a tensor. One that lies over an array goes in without a copy by <see cref="Wrap{T}(T[], ReadOnlySpan{int})"/> of the array.</summary>
    /// <exception cref="ArgumentException">There are more elements than an array can hold.</exception>
    public static Variable<T> Create<T>(Tensor<T> tensor)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return Create(tensor.AsReadOnlyTensorSpan());
    }

    /// <summary>A copy of the elements that a tensor span shows.</summary>
    /// <exception cref="ArgumentException">There are more elements than an array can hold.</exception>
    public static Variable<T> Create<T>(ReadOnlyTensorSpan<T> tensor)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<int> lengths = stackalloc int[tensor.Rank];
        for (int axis = 0; axis < lengths.Length; axis++) { lengths[axis] = (int)nint.Min(tensor.Lengths[axis], int.MaxValue); }
        Shape shape = Shape.Of(lengths);
        T[] elements = new T[shape.ElementCount];
        tensor.FlattenTo(elements);
        return Own(elements, shape);
    }
}

/// <content>To the plain tensors of System.Numerics.Tensors.</content>
public readonly partial struct Variable<T>
{
    /// <summary>The elements with their strides, without a copy. A value without axes is shown with one, because a tensor span has at least that.</summary>
    /// <exception cref="NotSupportedException">The value is a view that goes backward along an axis, which a tensor span cannot.</exception>
    /// <exception cref="InvalidOperationException">The value belongs to a recording that is gone.</exception>
    public ReadOnlyTensorSpan<T> AsReadOnlyTensorSpan()
    {
        if (IsReadableSingle) { return ToTensor(); }
        Elements<T> elements = ReadableElements.Elements;
        ReadOnlySpan<int> lengths = elements.Shape.Lengths, strides = elements.Layout.Strides;
        if (lengths.IsEmpty) { return new(elements.Memory, elements.Start, [1], [0]); }
        Span<nint> shown = stackalloc nint[lengths.Length], steps = stackalloc nint[lengths.Length];
        for (int axis = 0; axis < shown.Length; axis++)
        {
            // Tensors step by 0 where there is nowhere to go.
            (shown[axis], steps[axis]) = (lengths[axis], lengths[axis] == 1 ? 0 : strides[axis]);
            if (steps[axis] < 0) { Throw.BackwardInTensor(elements.Shape, axis); }
        }
        return elements.Shape.ElementCount == 0 ? Tensor.CreateFromShape<T>(shown) : new ReadOnlyTensorSpan<T>(elements.Memory, elements.Start, shown, steps);
    }

    /// <summary>A copy as a dense tensor. A value without axes becomes one with an axis, because a tensor has at least that.</summary>
    /// <exception cref="InvalidOperationException">The value belongs to a recording that is gone.</exception>
    public Tensor<T> ToTensor()
    {
        ReadOnlySpan<int> lengths = Shape.Lengths;
        Span<nint> shown = stackalloc nint[Math.Max(lengths.Length, 1)];
        shown[0] = 1;
        for (int axis = 0; axis < lengths.Length; axis++) { shown[axis] = lengths[axis]; }
        Tensor<T> copy = Tensor.CreateFromShape<T>(shown);
        if (copy.FlattenedLength > 0) { CopyTo(copy.GetSpan(stackalloc nint[copy.Rank], (int)copy.FlattenedLength)); }
        return copy;
    }
}
