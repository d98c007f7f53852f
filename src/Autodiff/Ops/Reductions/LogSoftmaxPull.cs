using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>z = g - eʸ Σ g along an axis; dg = dz - Σ dz eʸ, dy = -dz eʸ Σ g. The pull of <see cref="LogSoftmax"/>.</summary>
internal readonly struct LogSoftmaxPull(int axis) : IArrayRule
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
        Kernels.Softmax.BackwardLog(output.Span, adjoint.Span, y.Shape, axis, y.Span, accumulate);
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> g = pull.Input(1), dz = pull.Adjoint, power = Variable.Exp(pull.Input(0));
        if (pull.Wants(1)) { pull.Add(1, dz - Variable.Sum(Variable<T>.Propagate(dz, power), [axis], keepAxes: true)); }
        if (pull.Wants(0)) { pull.Add(0, -Variable<T>.Propagate(Variable<T>.Propagate(dz, Variable.Sum(g, [axis], keepAxes: true)), power)); }
    }
}
