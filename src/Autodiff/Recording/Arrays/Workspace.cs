using System.Numerics;

namespace Autodiff.Recording;

/// <summary>Memory that is lent piece by piece and given back in any order: for adjoints, which are dead once they are pulled.</summary>
/// <remarks>A piece given back is the next one lent of its size, while it is still in the cache.</remarks>
internal sealed class Workspace<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Sizes are rounded up to a quarter of a power of two, so at most a fifth of a piece lies idle.
    private const int StepsPerOctave = 4;
    private const int Octaves = 31;

    private readonly Arena<T> arena = new();
    private readonly Shelf[] shelves = new Shelf[StepsPerOctave * Octaves];

    internal T[] Rent(int length, out int start)
    {
        ref Shelf shelf = ref shelves[Size(length, out int rounded)];
        if (shelf.Count == 0) { return arena.Allocate(rounded, out start); }
        (T[] memory, start) = shelf.Pieces![--shelf.Count];
        return memory;
    }

    internal void Return(T[] memory, int start, int length)
    {
        ref Shelf shelf = ref shelves[Size(length, out _)];
        if (shelf.Count == (shelf.Pieces?.Length ?? 0)) { Array.Resize(ref shelf.Pieces, Math.Max(4, 2 * shelf.Count)); }
        shelf.Pieces![shelf.Count++] = (memory, start);
    }

    private static int Size(int length, out int rounded)
    {
        uint last = (uint)Math.Max(length, 16) - 1;
        int octave = BitOperations.Log2(last), shift = octave - 2;
        uint step = (last >> shift) + 1;
        rounded = (int)Math.Min(step << shift, (uint)Array.MaxLength);
        return (octave * StepsPerOctave) + (int)step - 1 - StepsPerOctave;
    }

    private struct Shelf
    {
        internal (T[] Memory, int Start)[]? Pieces;
        internal int Count;
    }
}
