using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;
using Autodiff.Ops;
using Autodiff.Recording;

namespace Autodiff;

// Pooling: one result for each window of elements. The last axes are pooled, as many as the window has lengths; all axes before them are a batch.
public static partial class Variable
{
    /// <summary>
    /// The greatest element of each window over the last axes: [..., h, w] for a window of two lengths; NaN if the window has one. Of equal elements the first
    /// gets the whole gradient.
    /// </summary>
    /// <param name="x">The elements.</param>
    /// <param name="window">The number of elements of a window along each of the last one, two or three axes.</param>
    /// <param name="stride">The distance from one window to the next; if none is given, the length of the window.</param>
    /// <param name="padding">The number of places with -∞ before and after each axis, at most half a window; none if not given.</param>
    /// <param name="dilation">The distance from one element of a window to the next; 1 if not given.</param>
    /// <param name="ceiling">Whether to include a last window that lies only partly on the elements.</param>
    /// <returns>Along a pooled axis of length n there are ⌊(n + 2 padding - dilation (window - 1) - 1)/stride⌋ + 1 windows.</returns>
    /// <exception cref="ArgumentException">The number of lengths does not fit, a pooled axis is empty, or no window fits.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A length, a stride or a dilation is less than 1, or a padding negative or too wide.</exception>
    public static Variable<T> MaxPool<T>(
        Variable<T> x,
        ReadOnlySpan<int> window,
        PerAxis stride = default,
        PerAxis padding = default,
        PerAxis dilation = default,
        bool ceiling = false)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ArrayOperation<MaxPool, T>.Apply(new(WindowsOf(nameof(MaxPool), x.Shape, window, stride, padding, dilation, ceiling)), x);

    /// <summary>
    /// The same, and the positions of the elements in the pooled axes, counted row by row; -1 for a window that dilation moves past all elements.
    /// </summary>
    /// <inheritdoc cref="MaxPool{T}"/>
    public static (Variable<T> Values, Indices Indices) MaxPoolWithIndices<T>(
        Variable<T> x,
        ReadOnlySpan<int> window,
        PerAxis stride = default,
        PerAxis padding = default,
        PerAxis dilation = default,
        bool ceiling = false)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        WithIndices(x, WindowsOf(nameof(MaxPoolWithIndices), x.Shape, window, stride, padding, dilation, ceiling));

    /// <summary>The mean of each window over the last axes: [..., h, w] with a window of two lengths.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="window">The number of elements of a window along each of the last one, two or three axes.</param>
    /// <param name="stride">The distance from one window to the next; if none is given, the length of the window.</param>
    /// <param name="padding">The number of zeros before and after each axis, at most half a window; none if not given.</param>
    /// <param name="ceiling">Whether to include a last window that lies only partly on the elements and the padding.</param>
    /// <param name="countPadding">Whether the zeros count as elements of a window. Places beyond the padding never count.</param>
    /// <param name="divisor">What to divide the sums by instead of the number of elements.</param>
    /// <returns>As many windows as <see cref="MaxPool{T}"/> has.</returns>
    /// <exception cref="ArgumentException">The number of lengths does not fit, a pooled axis is empty, or no window fits.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A length or a stride is less than 1, a padding negative or too wide, or the divisor 0.</exception>
    public static Variable<T> AveragePool<T>(
        Variable<T> x,
        ReadOnlySpan<int> window,
        PerAxis stride = default,
        PerAxis padding = default,
        bool ceiling = false,
        bool countPadding = true,
        int? divisor = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Windows windows = WindowsOf(nameof(AveragePool), x.Shape, window, stride, padding, dilation: default, ceiling);
        if (divisor == 0) { Throw.DivisorOfZero(); }
        return ArrayOperation<AveragePool, T>.Apply(new(windows, new(divisor ?? 0, countPadding)), x);
    }

    /// <summary>
    /// Max pooling to given lengths: the last axes are divided into as many windows as asked for, where window i of m along n elements goes from ⌊i n/m⌋ to
    /// ⌈(i + 1) n/m⌉. Of equal elements the first gets the whole gradient.
    /// </summary>
    /// <param name="x">The elements.</param>
    /// <param name="lengths">The number of windows along each of the last one, two or three axes.</param>
    /// <exception cref="ArgumentException">There are more lengths than axes or than three, or none, or an axis is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A length is negative.</exception>
    public static Variable<T> AdaptiveMaxPool<T>(Variable<T> x, params ReadOnlySpan<int> lengths)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ArrayOperation<MaxPool, T>.Apply(new(PartsOf(nameof(AdaptiveMaxPool), x.Shape, lengths)), x);

    /// <summary>The same, and the positions of the elements in the pooled axes, counted row by row.</summary>
    /// <inheritdoc cref="AdaptiveMaxPool{T}"/>
    public static (Variable<T> Values, Indices Indices) AdaptiveMaxPoolWithIndices<T>(Variable<T> x, params ReadOnlySpan<int> lengths)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        WithIndices(x, PartsOf(nameof(AdaptiveMaxPoolWithIndices), x.Shape, lengths));

    /// <summary>
    /// Average pooling to given lengths: the last axes are divided into as many windows as asked for, where window i of m along n elements goes from
    /// ⌊i n/m⌋ to ⌈(i + 1) n/m⌉.
    /// </summary>
    /// <inheritdoc cref="AdaptiveMaxPool{T}"/>
    public static Variable<T> AdaptiveAveragePool<T>(Variable<T> x, params ReadOnlySpan<int> lengths)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Windows windows = PartsOf(nameof(AdaptiveAveragePool), x.Shape, lengths);
        if (lengths.ContainsAnyExcept(1)) { return ArrayOperation<AveragePool, T>.Apply(new(windows, default), x); }

        // One window over everything is a mean.
        Span<int> axes = stackalloc int[lengths.Length];
        for (int k = 0; k < axes.Length; k++) { axes[k] = k - axes.Length; }
        return Mean(x, axes, keepAxes: true);
    }

    private static (Variable<T> Values, Indices Indices) WithIndices<T>(Variable<T> x, Windows windows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> values = ArrayOperation<MaxPool, T>.Apply(new(windows), x);
        int[] places = new int[values.Length];
        NotePlaces note = new(places);
        Pools.PlacesOfMax(note, x.NodeIn(Recording<T>.Current).Elements, windows);
        return (values, Indices.Create(places, values.Shape));
    }

    private static Windows WindowsOf(
        string operation,
        Shape shape,
        ReadOnlySpan<int> window,
        PerAxis stride,
        PerAxis padding,
        PerAxis dilation,
        bool ceiling)
    {
        RequirePooled(operation, shape, window);
        WindowChecks.RequireCounts(operation, window.Length, stride, padding, dilation);
        Span<WindowAxis> axes = stackalloc WindowAxis[window.Length];
        for (int k = 0; k < axes.Length; k++)
        {
            int axis = shape.Rank - axes.Length + k, size = window[k];
            int step = stride.Of(k, size), frame = padding.Of(k, 0), apart = dilation.Of(k, 1);
            if (size < 1 || step < 1 || apart < 1) { Throw.WindowNumbers(operation, size, step, apart); }
            if (frame < 0 || frame > size / 2) { Throw.WindowPadding(operation, frame, size); }
            int count = WindowAxis.Count(shape.Lengths[axis], size, step, frame, apart, ceiling);
            if (count < 1) { Throw.NoWindow(operation, shape, axis, size, frame, apart); }
            axes[k] = new(shape.Lengths[axis], count, size, step, frame, apart);
        }
        return Windows.Of(axes);
    }

    private static Windows PartsOf(string operation, Shape shape, ReadOnlySpan<int> lengths)
    {
        RequirePooled(operation, shape, lengths);
        Span<WindowAxis> axes = stackalloc WindowAxis[lengths.Length];
        for (int k = 0; k < axes.Length; k++)
        {
            if (lengths[k] < 0) { Throw.NegativeWindows(operation, lengths[k]); }
            axes[k] = WindowAxis.Parts(shape.Lengths[shape.Rank - axes.Length + k], lengths[k]);
        }
        return Windows.Of(axes);
    }

    private static void RequirePooled(string operation, Shape shape, ReadOnlySpan<int> lengths)
    {
        if (lengths.Length is 0 or > 3 || lengths.Length > shape.Rank) { Throw.PooledAxes(operation, lengths.Length, shape); }
        for (int axis = shape.Rank - lengths.Length; axis < shape.Rank; axis++)
        {
            if (shape.Lengths[axis] == 0) { Throw.NothingToPool(operation, axis, shape); }
        }
    }
}
