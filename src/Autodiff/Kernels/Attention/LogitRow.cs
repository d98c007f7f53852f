using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>A row of logits: what is added to it and what is hidden in it.</summary>
internal static class LogitRow
{
    /// <summary>Adds a row of a matrix that starts at a place of its memory.</summary>
    internal static void Add<T>(Span<T> logits, Elements<T> bias, int place, int row)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (int start, int step) = Row(bias, place, row);
        if (step == 1)
        {
            Span<T> added = bias.Memory.AsSpan(start, logits.Length);
            int whole = logits.Length - (logits.Length % Vector<T>.Count);
            for (int i = 0; i < whole; i += Vector<T>.Count) { (new Vector<T>(logits[i..]) + new Vector<T>(added[i..])).CopyTo(logits[i..]); }
            for (int i = whole; i < logits.Length; i++) { logits[i] += added[i]; }
            return;
        }
        for (int i = 0; i < logits.Length; i++) { logits[i] += bias.Memory[start + (i * step)]; }
    }

    /// <summary>Makes -∞ of the logits where a row of a mask is 0.</summary>
    internal static void Hide<T>(Span<T> logits, Elements<T> mask, int place, int row)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (int start, int step) = Row(mask, place, row);
        int i = 0;
        if (step == 1)
        {
            ReadOnlySpan<T> shown = mask.Memory.AsSpan(start, logits.Length);
            Vector<T> hidden = new(T.NegativeInfinity);
            for (; i <= logits.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                Vector<T> isHidden = Vector.Equals(new Vector<T>(shown[i..]), Vector<T>.Zero);
                Vector.ConditionalSelect(isHidden, hidden, new Vector<T>(logits[i..])).CopyTo(logits[i..]);
            }
        }
        for (; i < logits.Length; i++)
        {
            if (mask.Memory[start + (i * step)] == T.Zero) { logits[i] = T.NegativeInfinity; }
        }
    }

    /// <summary>Whether all logits are -∞.</summary>
    internal static bool IsHidden<T>(ReadOnlySpan<T> logits)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (ref readonly T logit in logits)
        {
            if (logit != T.NegativeInfinity) { return false; }
        }
        return true;
    }

    private static (int Start, int Step) Row<T>(Elements<T> matrices, int place, int row)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        (place + (row * matrices.Layout.Strides[^2]), matrices.Layout.Strides[^1]);
}
