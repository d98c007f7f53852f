using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = x within a frame of one value; dx = dy within the frame.</summary>
internal readonly struct Pad(Slicing inside, Shape shape, double value) : IArrayRule
{
    private readonly Slicing inside = inside;
    private readonly Shape shape = shape;
    private readonly double value = value;

    public static bool CanAdd => false;

    public static bool Reads(int input) => false;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        shape;

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        y.Span.Fill(T.CreateTruncating(value));
        Layout layout = inside.View(y.Layout, out int offset);
        StridedCopy.Copy(x[0], new Elements<T>(y.Memory, y.Start + offset, layout), accumulate: false);
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        pull.Add(0, ViewOperation<Slicing, T>.Apply(inside, pull.Adjoint));

    public override string ToString() => RuleName.With($"Pad to {shape}", value);
}
