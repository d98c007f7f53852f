using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Autodiff.Kernels;

/// <summary>Operands of an addition to places that many terms may fall on, as double: floats added one by one lose what is small beside their sum.</summary>
internal readonly ref struct WideAddition
{
    // Of fewer terms the error is not worth the conversions.
    private const int FewestTerms = 1024;

    // Where the places are many more than the terms, few fall on each.
    private const int PlacesPerTerm = 4;

    private readonly Span<float> target;
    private readonly double[] terms, sums;

    private WideAddition(ReadOnlySpan<float> source, Shape shape, Span<float> target, Shape places)
    {
        this.target = target;
        terms = ArrayPool<double>.Shared.Rent(source.Length);
        sums = ArrayPool<double>.Shared.Rent(target.Length);
        TensorPrimitives.ConvertTruncating(source, terms.AsSpan(0, source.Length));
        TensorPrimitives.ConvertTruncating<float, double>(target, sums.AsSpan(0, target.Length));
        Terms = new(terms, 0, shape.Dense);
        Sums = new(sums, 0, places.Dense);
    }

    internal Elements<double> Terms { get; }

    internal Elements<double> Sums { get; }

    /// <summary>Whether an addition of floats gains by it.</summary>
    /// <param name="most">How many terms can fall on one place.</param>
    /// <param name="x">The terms.</param>
    /// <param name="y">The places.</param>
    internal static bool Pays<T>(int most, Elements<T> x, Elements<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) && most > FewestTerms && y.Shape.ElementCount <= (long)PlacesPerTerm * x.Shape.ElementCount;

    /// <summary>The operands of an addition of floats, dense ones.</summary>
    internal static WideAddition Of<T>(ReadOnlySpan<T> x, Shape shape, Elements<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(MemoryMarshal.Cast<T, float>(x), shape, MemoryMarshal.Cast<T, float>(y.Span), y.Shape);

    /// <summary>Writes the sums back.</summary>
    internal void Dispose()
    {
        TensorPrimitives.ConvertTruncating<double, float>(sums.AsSpan(0, target.Length), target);
        ArrayPool<double>.Shared.Return(terms);
        ArrayPool<double>.Shared.Return(sums);
    }
}
