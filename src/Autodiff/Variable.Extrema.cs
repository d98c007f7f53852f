using System.Numerics;
using Autodiff.Kernels;
using Autodiff.Ops;
using Autodiff.Recording;

namespace Autodiff;

// Extrema with the place where they stand: indices along an axis, in the order of the other axes, row by row.
public static partial class Variable
{
    /// <summary>
    /// The greatest element of each line along an axis, and its index there: of equal ones the first, which gets all of the gradient; NaN before all.
    /// </summary>
    /// <param name="x">The elements.</param>
    /// <param name="axis">The axis to reduce.</param>
    /// <param name="keepAxis">Whether it is left with length 1; otherwise it is gone from the result.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="ArgumentException">There are no elements along the axis.</exception>
    public static (Variable<T> Values, int[] Indices) MaxWithIndices<T>(Variable<T> x, int axis, bool keepAxis = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] indices = IndicesOf<MaximumFold, T>(nameof(MaxWithIndices), x, axis);
        return (ArrayOperation<Pick, T>.Apply(new(x.Shape.Axis(axis, nameof(MaxWithIndices)), indices, keepAxis), x), indices);
    }

    /// <summary>
    /// The least element of each line along an axis, and its index there: of equal ones the first, which gets all of the gradient; NaN before all.
    /// </summary>
    /// <inheritdoc cref="MaxWithIndices{T}(Variable{T}, int, bool)"/>
    public static (Variable<T> Values, int[] Indices) MinWithIndices<T>(Variable<T> x, int axis, bool keepAxis = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] indices = IndicesOf<MinimumFold, T>(nameof(MinWithIndices), x, axis);
        return (ArrayOperation<Pick, T>.Apply(new(x.Shape.Axis(axis, nameof(MinWithIndices)), indices, keepAxis), x), indices);
    }

    /// <summary>The index of the greatest element of each line along an axis: the first of equal ones, and of NaN.</summary>
    /// <inheritdoc cref="MaxWithIndices{T}(Variable{T}, int, bool)"/>
    public static int[] ArgMax<T>(Variable<T> x, int axis)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        IndicesOf<MaximumFold, T>(nameof(ArgMax), x, axis);

    /// <summary>The index of the least element of each line along an axis: the first of equal ones, and of NaN.</summary>
    /// <inheritdoc cref="MaxWithIndices{T}(Variable{T}, int, bool)"/>
    public static int[] ArgMin<T>(Variable<T> x, int axis)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        IndicesOf<MinimumFold, T>(nameof(ArgMin), x, axis);

    private static int[] IndicesOf<TFold, T>(string name, Variable<T> x, int axis)
        where TFold : struct, IFold
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = x.Shape;
        int along = shape.Axis(axis, name);
        RequireSomething(name, shape, 1u << along);
        int[] indices = new int[shape.Without(1u << along, keepAxes: false).ElementCount];
        if (indices.Length == 0) { return indices; }
        Elements<T> elements = x.NodeIn(Recording<T>.Current).Elements;
        if (typeof(TFold) == typeof(MaximumFold)) { Reduction.IndexOfMaximum(elements, along, indices); }
        else { Reduction.IndexOfMinimum(elements, along, indices); }
        return indices;
    }
}
