using System.Numerics;
using Autodiff.Kernels;
using Autodiff.Ops;
using Autodiff.Tests.Kernels.Lanes;
using Xunit;

namespace Autodiff.Tests.Kernels;

/// <summary>The loops over spans.</summary>
public sealed class ElementwiseTests
{
    private const int Longest = 40;

    [Fact]
    public void The_backward_loop_writes_or_accumulates_at_every_length()
    {
        Accumulates<double>();
        Accumulates<float>();
    }

    [Fact]
    public void An_adjoint_of_zero_carries_nothing()
    {
        CarriesNothing<double>();
        CarriesNothing<float>();
    }

    [Fact]
    public void Output_and_input_may_be_the_same_span()
    {
        MayAlias<double>();
        MayAlias<float>();
    }

    [Fact]
    public void The_widest_lane_of_the_machine_gives_the_same_bits()
    {
        double[] x = Closeness.Ordinary<double>(Longest, 5), expected = new double[Longest], y = new double[Longest];
        LaneWidth<double>.All[0].Forward(default(Tanh), x, expected);
        Elementwise.Forward(default(Tanh), x, y);
        Assert.Equal(expected, y);
        LaneWidth<double>.All[0].Backward(default(Tanh), default, y, x, expected, accumulate: false);
        Elementwise.Backward(default(Tanh), default, y, x, y, accumulate: false);
        Assert.Equal(expected, y);
        LaneWidth<double>.All[0].Forward(default(Multiply), x, x, expected);
        Elementwise.Forward(default(Multiply), x, x, y);
        Assert.Equal(expected, y);
        Elementwise.Backward<Multiply, double, SideB>(default, x, default, default, x, y, accumulate: true);
        Assert.Equal(expected.Select(square => square + square), y);
    }

    [Fact]
    public void A_source_of_another_length_is_refused()
    {
        double[] three = new double[3], four = new double[4];
        Assert.Throws<ArgumentOutOfRangeException>(() => Elementwise.Forward(default(Exp), three, four));
        Assert.Throws<ArgumentOutOfRangeException>(() => Elementwise.Forward(default(Add), three, four, four));
        Assert.Throws<ArgumentOutOfRangeException>(() => Elementwise.Backward(default(Exp), default, three, four, four, accumulate: false));
        Assert.Throws<ArgumentOutOfRangeException>(() => Elementwise.Backward<Multiply, double, SideA>(default, default, three, default, four, four, false));
    }

    [Fact]
    public void A_loop_allocates_nothing()
    {
        double[] x = Closeness.Ordinary<double>(Longest - 1, 6), y = new double[Longest - 1];
        Elementwise.Forward(default(Sin), x, y);
        Elementwise.Forward(default(Log10), x, y);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Elementwise.Forward(default(Sin), x, y);
        Elementwise.Forward(default(Log10), x, y);
        Elementwise.Backward(default(Sin), x, default, x, y, accumulate: true);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Accumulates<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] a = Closeness.Ordinary<T>(Longest, 7), b = Closeness.Ordinary<T>(Longest, 8), dy = Closeness.Ordinary<T>(Longest, 9);
        T[] start = Closeness.Ordinary<T>(Longest, 10), unread = [];
        foreach (LaneWidth<T> width in LaneWidth<T>.All)
        {
            for (int n = 0; n <= Longest; n++)
            {
                T[] written = [.. start], added = [.. start];
                width.Backward<Multiply, SideA>(default, unread, b.AsSpan(0, n), unread, dy.AsSpan(0, n), written.AsSpan(0, n), accumulate: false);
                width.Backward<Multiply, SideA>(default, unread, b.AsSpan(0, n), unread, dy.AsSpan(0, n), added.AsSpan(0, n), accumulate: true);
                Assert.Equal(start.Select((old, i) => i < n ? dy[i] * b[i] : old), written);
                Assert.Equal(start.Select((old, i) => i < n ? old + (dy[i] * b[i]) : old), added);
                written = [.. start];
                added = [.. start];
                width.Backward(default(Square), a.AsSpan(0, n), unread, dy.AsSpan(0, n), written.AsSpan(0, n), accumulate: false);
                width.Backward(default(Square), a.AsSpan(0, n), unread, dy.AsSpan(0, n), added.AsSpan(0, n), accumulate: true);
                Assert.Equal(start.Select((old, i) => i < n ? dy[i] * (a[i] + a[i]) : old), written);
                Assert.Equal(start.Select((old, i) => i < n ? old + (dy[i] * (a[i] + a[i])) : old), added);
            }
        }
    }

    private static void CarriesNothing<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // The slope of the root at 0 is infinite, that of the logarithm of a negative number NaN.
        T[] dy = [.. Enumerable.Range(0, Longest).Select(i => i % 3 == 0 ? T.Zero : i % 3 == 1 ? T.NegativeZero : T.One)];
        T[] y = new T[Longest], dx = new T[Longest], unread = [];
        foreach (LaneWidth<T> width in LaneWidth<T>.All)
        {
            width.Backward(default(Sqrt), unread, y, dy, dx, accumulate: false);
            Assert.Equal(dy.Select(adjoint => adjoint == T.Zero ? T.Zero : T.PositiveInfinity), dx);
            Array.Clear(dx);
            width.Backward(default(Sqrt), unread, y, dy, dx, accumulate: true);
            Assert.Equal(dy.Select(adjoint => adjoint == T.Zero ? T.Zero : T.PositiveInfinity), dx);
        }
    }

    private static void MayAlias<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] a = Closeness.Ordinary<T>(Longest, 11), b = Closeness.Ordinary<T>(Longest, 12);
        T[] expected = new T[Longest], unread = [];
        foreach (LaneWidth<T> width in LaneWidth<T>.All)
        {
            T[] y = [.. a];
            width.Forward(default(Exp), a, expected);
            width.Forward(default(Exp), y, y);
            Assert.Equal(expected, y);
            y = [.. b];
            width.Forward(default(Subtract), a, b, expected);
            width.Forward(default(Subtract), a, y, y);
            Assert.Equal(expected, y);
            y = [.. b];
            width.Backward(default(Sin), a, unread, b, expected, accumulate: false);
            width.Backward(default(Sin), a, unread, y, y, accumulate: false);
            Assert.Equal(expected, y);
        }
    }
}
