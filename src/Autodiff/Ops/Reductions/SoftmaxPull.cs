using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>z = y (g - Σ g y) along an axis; dg = y (dz - Σ dz y), dy = dz (g - Σ g y) - g Σ dz y. The pull of <see cref="Softmax"/>.</summary>
internal readonly struct SoftmaxPull(int axis) : IArrayRule
{
    private readonly int axis = axis;

    public static bool Reads(int input) => true;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using DenseElements<T> output = new(x[0]), adjoint = new(x[1]);
        Kernels.Softmax.Backward(output.Span, adjoint.Span, y.Shape, axis, y.Span, accumulate);
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> y = pull.Input(0), g = pull.Input(1), dz = pull.Adjoint;
        pull.Add(1, new SoftmaxPull(axis), y, dz);
        if (!pull.Wants(0)) { return; }
        Variable<T> centred = g - Variable.Sum(Variable<T>.Propagate(g, y), [axis], keepAxes: true);
        Variable<T> sum = Variable.Sum(Variable<T>.Propagate(dz, y), [axis], keepAxes: true);
        pull.Add(0, Variable<T>.Propagate(dz, centred) - Variable<T>.Propagate(sum, g));
    }
}
