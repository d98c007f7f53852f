using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Autodiff.Nn;

/// <summary>
/// Runs a step over all elements of a parameter. Values, gradient and memories are read and written once, which is all the time it takes
/// where they do not fit into the cache.
/// </summary>
internal static class Pass
{
    /// <summary>One pass; memories that the step does not have are empty.</summary>
    internal static void Run<TStep, T>(TStep step, Span<T> x, ReadOnlySpan<T> dx, Span<T> a = default, Span<T> b = default)
        where TStep : struct, IStep<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ref T x0 = ref MemoryMarshal.GetReference(x), a0 = ref MemoryMarshal.GetReference(a), b0 = ref MemoryMarshal.GetReference(b);
        ref T dx0 = ref MemoryMarshal.GetReference(dx);
        int whole = x.Length - (x.Length % Vector<T>.Count);
        for (nuint i = 0; i < (nuint)whole; i += (nuint)Vector<T>.Count)
        {
            Vector<T> vx = Vector.LoadUnsafe(ref x0, i);
            Vector<T> va = TStep.Memories > 0 ? Vector.LoadUnsafe(ref a0, i) : default;
            Vector<T> vb = TStep.Memories > 1 ? Vector.LoadUnsafe(ref b0, i) : default;
            step.Apply(ref vx, Vector.LoadUnsafe(ref dx0, i), ref va, ref vb);
            vx.StoreUnsafe(ref x0, i);
            if (TStep.Memories > 0) { va.StoreUnsafe(ref a0, i); }
            if (TStep.Memories > 1) { vb.StoreUnsafe(ref b0, i); }
        }
        if (whole < x.Length) { RunRest(step, x[whole..], dx[whole..], a.IsEmpty ? a : a[whole..], b.IsEmpty ? b : b[whole..]); }
    }

    // The last elements go through a vector that is filled up with zeros: the same arithmetic, so the same bits as in its middle.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RunRest<TStep, T>(TStep step, Span<T> x, ReadOnlySpan<T> dx, Span<T> a, Span<T> b)
        where TStep : struct, IStep<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector<T> vx = Padded<T>(x), va = Padded<T>(a), vb = Padded<T>(b);
        step.Apply(ref vx, Padded(dx), ref va, ref vb);
        Unpad(vx, x);
        Unpad(va, a);
        Unpad(vb, b);
    }

    private static Vector<T> Padded<T>(ReadOnlySpan<T> elements)
        where T : unmanaged
    {
        Span<T> padded = stackalloc T[Vector<T>.Count];
        padded.Clear();
        elements.CopyTo(padded);
        return new(padded);
    }

    private static void Unpad<T>(Vector<T> vector, Span<T> elements)
        where T : unmanaged
    {
        for (int i = 0; i < elements.Length; i++) { elements[i] = vector[i]; }
    }
}
