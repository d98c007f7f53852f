using System.Numerics;
namespace Autodiff.Kernels;
internal static class StridedCopy
{
    private static int At(Layout l, int i) { int p = 0; for (int a = l.Shape.Rank - 1; a >= 0; a--) { int n = l.Shape.Lengths[a]; p += (i % n) * l.Strides[a]; i /= n; } return p; }
    internal static void Copy<T>(Elements<T> s, Elements<T> t, bool accumulate) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < s.Shape.Length; i++) { ref T y = ref t.Memory[t.Start + At(t.Layout, i)]; T v = s.Memory[s.Start + At(s.Layout, i)]; y = accumulate ? y + v : v; }
    }
    internal static void Gather<T>(Elements<T> s, int first, Span<T> target) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < target.Length; i++) { target[i] = s.Memory[s.Start + At(s.Layout, first + i)]; }
    }
}
internal struct SumFold;
internal static class Reduction
{
    internal static void Fold<F, T>(F f, Elements<T> s, uint axes, Span<T> t, bool accumulate) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape kept = s.Shape.Without(axes, true);
        SumTo(s, kept, t, accumulate);
    }
    internal static void SumTo<T>(Elements<T> s, Shape shape, Span<T> t, bool accumulate) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!accumulate) { t.Clear(); }
        Layout l = shape.Dense.Expand(s.Shape);
        T[] x = new T[s.Shape.Length]; StridedCopy.Gather(s, 0, x);
        for (int i = 0; i < x.Length; i++) { int p = 0, r = i; for (int a = l.Shape.Rank - 1; a >= 0; a--) { int n = l.Shape.Lengths[a]; p += (r % n) * l.Strides[a]; r /= n; } t[p] += x[i]; }
    }
}
