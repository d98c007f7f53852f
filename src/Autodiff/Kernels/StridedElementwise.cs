using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>
/// Runs rules over elements that do not all stand row by row: views, and operands repeated by broadcasting. Chunk by chunk, so that what has to
/// be gathered first stays in the cache.
/// </summary>
internal static class StridedElementwise
{
    /// <summary>y = f(x), x in any layout.</summary>
    internal static void Forward<TRule, T>(TRule rule, Elements<T> x, Span<T> y)
        where TRule : struct, IUnaryRule
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using Operand<T> source = new(x, x.Shape);
        for (Chunk at = Chunk.First(y.Length); !at.IsEmpty; at = at.Next(y.Length)) { Elementwise.Forward(rule, source[at], at.Of(y)); }
    }

    /// <summary>dx = dy f'(x), or added to dx; x in any layout, the others dense.</summary>
    internal static void Backward<TRule, T>(TRule rule, Elements<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> dx, bool accumulate)
        where TRule : struct, IUnaryRule
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using Operand<T> source = new(x, x.Shape);
        for (Chunk at = Chunk.First(dx.Length); !at.IsEmpty; at = at.Next(dx.Length))
        {
            Elementwise.Backward<TRule, T>(rule, source[at], at.Of(y), at.Of(dy), at.Of(dx), accumulate);
        }
    }

    /// <summary>y = f(a, b), a and b repeated to the shape of y, which is dense.</summary>
    internal static void Forward<TRule, T>(TRule rule, Elements<T> a, Elements<T> b, Elements<T> y)
        where TRule : struct, IBinaryRule
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> target = y.Span;
        using Operand<T> left = new(a, y.Shape), right = new(b, y.Shape);
        for (Chunk at = Chunk.First(target.Length); !at.IsEmpty; at = at.Next(target.Length))
        {
            Elementwise.Forward(rule, left[at], right[at], at.Of(target));
        }
    }

    /// <summary>The pull to one side, in the shape of y, written or added to the target; a and b are repeated to that shape.</summary>
    internal static void Backward<TRule, T, TSide>(
        TRule rule, Elements<T> a, Elements<T> b, Elements<T> y, ReadOnlySpan<T> dy, Span<T> target, bool accumulate)
        where TRule : struct, IBinaryRule
        where T : unmanaged, IFloatingPointIeee754<T>
        where TSide : struct, ISide
    {
        Reads reads = TSide.Reads<TRule>();
        ReadOnlySpan<T> output = y.Span;
        using Operand<T> left = new(a, y.Shape), right = new(b, y.Shape);
        for (Chunk at = Chunk.First(target.Length); !at.IsEmpty; at = at.Next(target.Length))
        {
            ReadOnlySpan<T> chunkOfA = (reads & Reads.A) != 0 ? left[at] : default, chunkOfB = (reads & Reads.B) != 0 ? right[at] : default;
            Elementwise.Backward<TRule, T, TSide>(rule, chunkOfA, chunkOfB, at.Of(output), at.Of(dy), at.Of(target), accumulate);
        }
    }
}
