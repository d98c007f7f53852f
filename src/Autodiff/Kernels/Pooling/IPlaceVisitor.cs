using System.Numerics;
using System.Runtime.InteropServices;

namespace Autodiff.Kernels;

/// <summary>Receives one place for each window.</summary>
internal interface IPlaceVisitor
{
    /// <param name="window">The number of the first window of a row, among those of all planes.</param>
    /// <param name="start">Where the plane begins.</param>
    /// <param name="places">The places in the plane, one for each window of the row; -1 of a window without elements.</param>
    void Visit(int window, int start, ReadOnlySpan<int> places);
}

/// <summary>Adds the number of each window to the element at its place.</summary>
internal readonly ref struct AddAtPlaces<T>(ReadOnlySpan<T> source, Span<T> target) : IPlaceVisitor
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> source = source;
    private readonly Span<T> target = target;

    public void Visit(int window, int start, ReadOnlySpan<int> places)
    {
        ReadOnlySpan<T> row = source.Slice(window, places.Length);
        ref T plane = ref Unsafe.Add(ref MemoryMarshal.GetReference(target), start);
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i] >= 0) { Unsafe.Add(ref plane, places[i]) += row[i]; }
        }
    }
}

/// <summary>Takes the element at the place of each window, or adds it; 0 of a window without elements.</summary>
internal readonly ref struct TakeFromPlaces<T>(ReadOnlySpan<T> source, Span<T> target, bool accumulate) : IPlaceVisitor
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> source = source;
    private readonly Span<T> target = target;
    private readonly bool accumulate = accumulate;

    public void Visit(int window, int start, ReadOnlySpan<int> places)
    {
        Span<T> row = target.Slice(window, places.Length);
        for (int i = 0; i < places.Length; i++)
        {
            T taken = places[i] < 0 ? T.Zero : source[start + places[i]];
            row[i] = accumulate ? row[i] + taken : taken;
        }
    }
}

/// <summary>Notes the places.</summary>
internal readonly ref struct NotePlaces(Span<int> target) : IPlaceVisitor
{
    private readonly Span<int> target = target;

    public void Visit(int window, int start, ReadOnlySpan<int> places) => places.CopyTo(target[window..]);
}
