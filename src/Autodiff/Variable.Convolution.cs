using System.Numerics;
using Autodiff.Kernels;
using Autodiff.Ops;

namespace Autodiff;

// Kernels that move over arrays.
public static partial class Variable
{
    /// <summary>
    /// The convolution over any number of spatial axes: at each position of the kernel, the sum of the elements under it times its weights. As usual in
    /// machine learning the kernel is not reversed: it is a cross-correlation. Along each axis the result has the length
    /// ⌊(length + 2 padding - dilation (kernel - 1) - 1) / stride⌋ + 1.
    /// </summary>
    /// <param name="x">The input, [batch, channels, ...], or [channels, ...] of a single example.</param>
    /// <param name="weights">[outputs, channels / groups, kernel...].</param>
    /// <param name="bias">[outputs], added to the channels of the result; none if null.</param>
    /// <param name="stride">The distance from one position of the kernel to the next: 1 or more, 1 if not given.</param>
    /// <param name="padding">The number of zeros before and after each axis: 0 or more, none if not given; or <see cref="Padding.Same"/>.</param>
    /// <param name="dilation">The distance from one tap of the kernel to the next: 1 or more, 1 if not given.</param>
    /// <param name="groups">The number of groups that channels and outputs are divided into; the outputs of a group see its channels only.</param>
    /// <returns>[batch, outputs, ...], without the batch if x has none.</returns>
    /// <exception cref="ShapeMismatchException">The axes or the channels do not fit, or the kernel is longer than the padded input.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range, or the channels cannot be divided into the groups.</exception>
    /// <exception cref="ArgumentException">
    /// The number of values does not match the spatial axes, <see cref="Padding.Same"/> is combined with a stride, the kernel has a length of 0, or the result
    /// would have more elements than an array can hold.
    /// </exception>
    public static Variable<T> Convolve<T>(
        Variable<T> x,
        Variable<T> weights,
        Variable<T>? bias = null,
        PerAxis stride = default,
        Padding padding = default,
        PerAxis dilation = default,
        int groups = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = x.Shape, kernel = weights.Shape;
        KernelWindows windows = WindowChecks.Of(nameof(Convolve), shape, kernel, stride, padding, dilation, groups);
        if (bias is { } given) { WindowChecks.RequireBias(nameof(Convolve), given.Shape, kernel.Lengths[0], kernel); }
        return WithBatch<Convolution, T>(new(windows), x, weights, bias);
    }

    /// <summary>
    /// The transposed convolution: each element of x times the weights, added to the result at the kernel's position. It is the adjoint of
    /// <see cref="Convolve"/> with the same parameters, from results back to inputs. Along each axis the result has the length
    /// (length - 1) stride - 2 padding + dilation (kernel - 1) + outputPadding + 1.
    /// </summary>
    /// <param name="x">The input, [batch, channels, ...], or [channels, ...] of a single example.</param>
    /// <param name="weights">[channels, outputs / groups, kernel...].</param>
    /// <param name="bias">[outputs], added to the channels of the result; none if null.</param>
    /// <param name="stride">The distance in the result from one position of the kernel to the next: 1 or more, 1 if not given.</param>
    /// <param name="padding">How many elements to leave out before and after each axis of the result: 0 or more, none if not given.</param>
    /// <param name="outputPadding">
    /// By how much to extend each axis of the result at its end, since with a stride several lengths convolve to the same one: 0 or more, and less than
    /// the stride or the dilation.
    /// </param>
    /// <param name="dilation">The distance from one tap of the kernel to the next: 1 or more, 1 if not given.</param>
    /// <param name="groups">The number of groups that channels and outputs are divided into; the outputs of a group see its channels only.</param>
    /// <returns>[batch, outputs, ...], without the batch if x has none.</returns>
    /// <exception cref="ShapeMismatchException">The axes or the channels do not fit, or the result would have no length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range, or the channels cannot be divided into the groups.</exception>
    /// <exception cref="ArgumentException">
    /// The number of values does not match the spatial axes, the kernel has a length of 0, or the result would have more elements than an array can hold.
    /// </exception>
    public static Variable<T> ConvolveTransposed<T>(
        Variable<T> x,
        Variable<T> weights,
        Variable<T>? bias = null,
        PerAxis stride = default,
        PerAxis padding = default,
        PerAxis outputPadding = default,
        PerAxis dilation = default,
        int groups = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = x.Shape, kernel = weights.Shape;
        KernelWindows windows = WindowChecks.OfTransposed(nameof(ConvolveTransposed), shape, kernel, stride, padding, outputPadding, dilation, groups);
        int outputs = Product(kernel.Lengths[1], groups);
        if (bias is { } given) { WindowChecks.RequireBias(nameof(ConvolveTransposed), given.Shape, outputs, kernel); }
        return WithBatch<ConvolutionByInput, T>(new(windows), x, weights, bias);
    }

    // A single example is a batch of one.
    private static Variable<T> WithBatch<TRule, T>(TRule rule, Variable<T> x, Variable<T> weights, Variable<T>? bias)
        where TRule : struct, IArrayRule
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool isSingle = x.Rank < weights.Rank;
        Variable<T> batch = isSingle ? Reshape(x, x.Shape.With(0, 1)) : x;
        Variable<T> y = bias is { } given ? ArrayOperation<TRule, T>.Apply(rule, batch, weights, given) : ArrayOperation<TRule, T>.Apply(rule, batch, weights);
        return isSingle ? Reshape(y, y.Shape.Without(1, keepAxes: false)) : y;
    }
}
