using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>Is told of one place for each window.</summary>
internal interface IPlaceVisitor
{
    /// <param name="window">The number of the window, among those of all planes.</param>
    /// <param name="start">Where the plane begins.</param>
    /// <param name="place">The place in the plane; -1 of a window without elements.</param>
    void Visit(int window, int start, int place);
}

/// <summary>Adds the number of each window to the element at its place.</summary>
internal readonly ref struct AddAtPlaces<T>(ReadOnlySpan<T> source, Span<T> target) : IPlaceVisitor
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> source = source;
    private readonly Span<T> target = target;

    [MethodImpl(AggressiveInlining)]
    public void Visit(int window, int start, int place)
    {
        if (place >= 0) { target[start + place] += source[window]; }
    }
}

/// <summary>Takes the element at the place of each window, or adds it; 0 of a window without elements.</summary>
internal readonly ref struct TakeFromPlaces<T>(ReadOnlySpan<T> source, Span<T> target, bool accumulate) : IPlaceVisitor
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> source = source;
    private readonly Span<T> target = target;
    private readonly bool accumulate = accumulate;

    [MethodImpl(AggressiveInlining)]
    public void Visit(int window, int start, int place)
    {
        T taken = place < 0 ? T.Zero : source[start + place];
        target[window] = accumulate ? target[window] + taken : taken;
    }
}

/// <summary>Notes the places.</summary>
internal readonly ref struct NotePlaces(Span<int> target) : IPlaceVisitor
{
    private readonly Span<int> target = target;

    [MethodImpl(AggressiveInlining)]
    public void Visit(int window, int start, int place) => target[window] = place;
}
