using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = the sum of x over the axes along which broadcasting would repeat y; dx = dy repeated. The pull of <see cref="Expand"/>.</summary>
internal readonly struct SumTo(Shape shape) : IArrayRule
{
    private readonly Shape shape = shape;

    public static bool Reads(int input) => false;

    public static Variable<T> Apply<T>(Variable<T> x, Shape shape)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ArrayOperation<SumTo, T>.Apply(new(shape), x);

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        shape;

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Reduction.SumTo(x[0], shape, y.Span, accumulate);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, Variable.Expand(pull.Adjoint, pull.Shape(0).Lengths));

    public override string ToString() => $"SumTo({shape})";
}
