using System.Numerics;
using System.Runtime.InteropServices;
using Autodiff.Diagnostics;
using Autodiff.Recording;

namespace Autodiff;

/// <summary>
/// Functions of arrays, for <c>using static Autodiff.Variable</c>. The derivative of each is that of its rule, and shapes broadcast.
/// </summary>
// Values that are given, not computed. They are ordinary memory, also inside a recording.
public static partial class Variable
{
    /// <summary>A copy of some values, along one axis.</summary>
    public static Variable<T> Create<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Own(values.ToArray(), Shape.Of(values.Length));

    /// <summary>A copy of some values, in a shape.</summary>
    /// <param name="values">The elements, row by row.</param>
    /// <param name="shape">The lengths along the axes; none, as [], for one value without axes.</param>
    /// <exception cref="ArgumentException">The shape holds another number of elements.</exception>
    public static Variable<T> Create<T>(ReadOnlySpan<T> values, params ReadOnlySpan<int> shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape wanted = Shape.Of(shape);
        if (values.Length != wanted.ElementCount) { Throw.ElementCount(nameof(Create), values.Length, wanted); }
        return Own(values.ToArray(), wanted);
    }

    /// <summary>A copy of a matrix.</summary>
    public static Variable<T> Create<T>(T[,] values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        T[] elements = new T[values.Length];
        if (elements.Length > 0) { MemoryMarshal.CreateReadOnlySpan(ref values[0, 0], elements.Length).CopyTo(elements); }
        return Own(elements, Shape.Of(values.GetLength(0), values.GetLength(1)));
    }

    /// <summary>A variable over an array, without a copy, along one axis. Whoever has the array must not change it any more.</summary>
    /// <inheritdoc cref="Wrap{T}(T[], ReadOnlySpan{int})"/>
    public static Variable<T> Wrap<T>(T[] values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        return Own(values, Shape.Of(values.Length));
    }

    /// <summary>
    /// A variable over an array, without a copy. Whoever has the array must not change it any more: a recording would not notice, and give wrong
    /// gradients. <see cref="Variable{T}.Update(ReadOnlySpan{T})"/> of the variable changes the array.
    /// </summary>
    /// <param name="values">The elements, row by row.</param>
    /// <param name="shape">The lengths along the axes; none, as [], for one value without axes.</param>
    /// <exception cref="ArgumentException">The shape holds another number of elements.</exception>
    public static Variable<T> Wrap<T>(T[] values, params ReadOnlySpan<int> shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        Shape wanted = Shape.Of(shape);
        if (values.Length != wanted.ElementCount) { Throw.ElementCount(nameof(Wrap), values.Length, wanted); }
        return Own(values, wanted);
    }

    /// <summary>All elements 0.</summary>
    public static Variable<T> Zeros<T>(params ReadOnlySpan<int> shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape wanted = Shape.Of(shape);
        return Own(new T[wanted.ElementCount], wanted);
    }

    /// <summary>All elements 1.</summary>
    public static Variable<T> Ones<T>(params ReadOnlySpan<int> shape)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Full(shape, T.One);

    /// <summary>All elements the same.</summary>
    public static Variable<T> Full<T>(ReadOnlySpan<int> shape, T value)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape wanted = Shape.Of(shape);
        T[] elements = GC.AllocateUninitializedArray<T>(wanted.ElementCount);
        elements.AsSpan().Fill(value);
        return Own(elements, wanted);
    }

    /// <summary>Elements spread evenly over [low, high).</summary>
    /// <param name="shape">The lengths along the axes.</param>
    /// <param name="random">Where the numbers come from.</param>
    /// <param name="low">The least value.</param>
    /// <param name="high">The bound above, not reached but by rounding.</param>
    public static Variable<T> Uniform<T>(ReadOnlySpan<int> shape, Random random, double low = 0, double high = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(random);
        Shape wanted = Shape.Of(shape);
        T[] elements = GC.AllocateUninitializedArray<T>(wanted.ElementCount);
        for (int i = 0; i < elements.Length; i++) { elements[i] = T.CreateTruncating(low + ((high - low) * random.NextDouble())); }
        return Own(elements, wanted);
    }

    /// <summary>Normally distributed elements (Box and Muller 1958).</summary>
    /// <param name="shape">The lengths along the axes.</param>
    /// <param name="random">Where the numbers come from.</param>
    /// <param name="mean">The mean.</param>
    /// <param name="deviation">The standard deviation.</param>
    public static Variable<T> Normal<T>(ReadOnlySpan<int> shape, Random random, double mean = 0, double deviation = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(random);
        Shape wanted = Shape.Of(shape);
        T[] elements = GC.AllocateUninitializedArray<T>(wanted.ElementCount);
        for (int i = 0; i < elements.Length; i++)
        {
            // 1 - u is in (0, 1], so the logarithm is finite.
            double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            elements[i] = T.CreateTruncating(mean + (deviation * radius * Math.Cos(Math.Tau * random.NextDouble())));
        }
        return Own(elements, wanted);
    }

    /// <summary>A variable that owns an array nobody else writes to.</summary>
    internal static Variable<T> Own<T>(T[] elements, Shape shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double)) { Throw.ElementType(typeof(T)); }
        Node<T> node = new(null, int.MaxValue);
        node.Place(elements, 0, shape.Dense);
        return Variable<T>.Handle(node);
    }
}
