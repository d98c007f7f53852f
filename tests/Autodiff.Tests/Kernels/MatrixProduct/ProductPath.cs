using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Tests.Kernels;

/// <summary>A way to compute a product. One in lanes that the machine lacks runs too, in software.</summary>
internal abstract class ProductPath<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static ProductPath<T>[] All { get; } =
    [
        new ProductPath<T, PlainProduct<T>>(), new ProductPath<T, LaneProduct<T, Lane128<T>>>(), new ProductPath<T, LaneProduct<T, Lane256<T>>>(),
        new ProductPath<T, LaneProduct<T, Lane512<T>>>(), new ProductPath<T, WidestProduct<T>>(),
    ];

    public abstract void Multiply(int rows, int columns, int inner, Layout<T> a, Layout<T> b, Layout<T> c, bool accumulate);
}

/// <summary>The path of one type.</summary>
internal sealed class ProductPath<T, TPath> : ProductPath<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TPath : struct, IProductPath<T>
{
    public override void Multiply(int rows, int columns, int inner, Layout<T> a, Layout<T> b, Layout<T> c, bool accumulate) =>
        MatrixProduct.Multiply<T, TPath>(rows, columns, inner, a.Span, a.Row, a.Column, b.Span, b.Row, b.Column, c.Span, c.Row, accumulate);

    public override string ToString() =>
        string.Join(" of ", new[] { typeof(TPath) }.Concat(typeof(TPath).GenericTypeArguments).Select(type => type.Name));
}
