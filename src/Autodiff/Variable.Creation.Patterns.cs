using System.Numerics;

namespace Autodiff;

// Values that follow a pattern.
public static partial class Variable
{
    /// <summary>start, start + step, start + 2 step, ..., along one axis; each is computed for itself, so that errors do not pile up.</summary>
    /// <param name="count">How many.</param>
    /// <param name="start">The first.</param>
    /// <param name="step">From each to the next.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static Variable<T> Sequence<T>(int count, double start = 0, double step = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Shape shape = Shape.Of(count);
        T[] elements = new T[count];
        for (int i = 0; i < count; i++) { elements[i] = T.CreateTruncating(start + (i * step)); }
        return Own(elements, shape);
    }

    /// <summary>Numbers spread evenly from the first to the last, both of which are among them.</summary>
    /// <param name="first">The first.</param>
    /// <param name="last">The last.</param>
    /// <param name="count">How many; one is the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static Variable<T> Linspace<T>(T first, T last, int count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Shape shape = Shape.Of(count);
        T[] elements = new T[count];
        for (int i = 0; i < count; i++)
        {
            // Weighted, so that both ends are met exactly and nothing overflows in between.
            T share = count == 1 ? T.Zero : T.CreateTruncating(i) / T.CreateTruncating(count - 1);
            elements[i] = ((T.One - share) * first) + (share * last);
        }
        return Own(elements, shape);
    }

    /// <summary>The identity matrix of n rows.</summary>
    /// <exception cref="ArgumentException">The number of rows is negative.</exception>
    public static Variable<T> Identity<T>(int n)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = Shape.Of(n, n);
        T[] elements = new T[shape.ElementCount];
        for (int i = 0; i < n; i++) { elements[(i * n) + i] = T.One; }
        return Own(elements, shape);
    }

    /// <summary>For each label a row of 0 with a 1 at the place of the label: [...] becomes [..., classes].</summary>
    /// <param name="labels">The places of the ones.</param>
    /// <param name="classes">The length of the rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">A label is negative or not below the number of classes.</exception>
    public static Variable<T> OneHot<T>(Indices labels, int classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(labels);
        Shape shape = labels.Shape.With(labels.Shape.Rank, classes);
        labels.Require(nameof(OneHot), labels.Shape.Rank, shape);
        T[] elements = new T[shape.ElementCount];
        ReadOnlySpan<int> places = labels.AsReadOnlySpan();
        for (int i = 0; i < places.Length; i++) { elements[(i * classes) + places[i]] = T.One; }
        return Own(elements, shape);
    }
}
