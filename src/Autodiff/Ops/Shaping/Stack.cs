using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = the inputs side by side along a new axis; dx = dy at the place of the input along it.</summary>
internal readonly struct Stack(int axis) : IArrayRule
{
    private readonly int axis = axis;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape first = x.Shape(0);
        for (int i = 1; i < x.Count; i++)
        {
            if (!x.Shape(i).Equals(first)) { Throw.CannotStack(x.Shape(i), first, i); }
        }
        return first.With(axis, x.Count);
    }

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<int> strides = y.Layout.Strides;
        Span<int> others = stackalloc int[strides.Length - 1];
        strides[..axis].CopyTo(others);
        strides[(axis + 1)..].CopyTo(others[axis..]);
        Layout layout = Layout.Of(x.Shape(0), others);
        for (int i = 0; i < x.Count; i++) { StridedCopy.Copy(x[i], new Elements<T>(y.Memory, y.Start + (i * strides[axis]), layout), accumulate); }
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Cuts cuts = default;
        for (int i = 0; i < pull.Count; i++)
        {
            cuts[0] = new(axis, i, 1, 0);
            if (pull.Wants(i)) { pull.Add(i, ViewOperation<Slicing, T>.Apply(new(cuts, 1), pull.Adjoint)); }
        }
    }

    public override string ToString() => $"Stack(axis {axis})";
}
