using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = zeros, with x at the elements that a view shows; dx = that view of dy. The pull of the view.</summary>
internal readonly struct Unview<TView>(TView view, Shape shape) : IArrayRule
    where TView : struct, IViewRule
{
    private readonly TView view = view;
    private readonly Shape shape = shape;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        shape;

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Layout seen = view.View(y.Layout, out int offset);
        if (!accumulate && seen.Shape.ElementCount < y.Shape.ElementCount) { y.Span.Clear(); }
        StridedCopy.Copy(x[0], new Elements<T>(y.Memory, y.Start + offset, seen), accumulate);
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, ViewOperation<TView, T>.Apply(view, pull.Adjoint));

    public override string ToString() => $"the pull of {view}";
}
