using System.Numerics;
using System.Numerics.Tensors;
using Autodiff.Diagnostics;
using Autodiff.Ops;

namespace Autodiff.Recording;

/// <summary>The arguments and partials of nodes with many arguments, one list after the other.</summary>
/// <remarks>
/// A list is a header in <see cref="index"/> (count, where the partials start), followed by the argument nodes. If those are
/// neighbours, as the elements of a vector of independent variables are, the count is negative and only the first follows.
/// </remarks>
internal sealed class TermList<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int HeaderLength = 2;

    private T[] partials = [];
    private int[] index = [];
    private int partialCount;
    private int indexCount;

    internal void Clear()
    {
        partialCount = 0;
        indexCount = 0;
    }

    /// <summary>Room for a list of at most so many terms. What is written there stays only if <see cref="Add"/> follows.</summary>
    internal void Room(int count, out Span<T> forPartials, out Span<int> forArguments)
    {
        Grow(ref partials, partialCount + (long)count);
        Grow(ref index, indexCount + (long)count + HeaderLength);
        forPartials = partials.AsSpan(partialCount, count);
        forArguments = index.AsSpan(indexCount + HeaderLength, count);
    }

    /// <summary>Keeps the first terms of the room and returns the place of their list.</summary>
    internal int Add(int count, bool neighbours)
    {
        int header = indexCount;
        index[header] = neighbours ? -count : count;
        index[header + 1] = partialCount;
        indexCount += HeaderLength + (neighbours ? 1 : count);
        partialCount += count;
        return header;
    }

    /// <summary>Where the next list will stand.</summary>
    internal (int Partials, int Index) End => (partialCount, indexCount);

    /// <summary>Forgets the lists from a place on.</summary>
    internal void Rewind((int Partials, int Index) end) => (partialCount, indexCount) = end;

    /// <summary>Adds incoming × partial to the adjoint of each argument.</summary>
    internal unsafe void Pull<TAdjoints, TAdjoint>(int header, TAdjoint incoming, TAdjoint* adjoints)
        where TAdjoints : struct, IAdjoints<TAdjoint, T>
        where TAdjoint : unmanaged
    {
        ReadOnlySpan<T> by = Partials(header, out ReadOnlySpan<int> arguments);
        if (arguments.Length == by.Length)
        {
            for (int i = 0; i < by.Length; i++) { adjoints[arguments[i]] = TAdjoints.Add(adjoints[arguments[i]], incoming, by[i]); }
            return;
        }
        TAdjoint* first = adjoints + arguments[0];
        if (typeof(TAdjoint) == typeof(T) && Precision<T>.IsPlain)
        {
            Span<T> target = new(first, by.Length);
            TensorPrimitives.MultiplyAdd(by, *(T*)&incoming, target, target);
            return;
        }
        for (int i = 0; i < by.Length; i++) { first[i] = TAdjoints.Add(first[i], incoming, by[i]); }
    }

    /// <summary>The partials of a list and its arguments: one for each partial, or only the first of neighbours.</summary>
    internal ReadOnlySpan<T> Partials(int header, out ReadOnlySpan<int> arguments)
    {
        int count = Math.Abs(index[header]);
        arguments = index.AsSpan(header + HeaderLength, index[header] < 0 ? 1 : count);
        return partials.AsSpan(index[header + 1], count);
    }

    private static void Grow<TItem>(ref TItem[] array, long length)
    {
        if (length <= array.Length) { return; }
        if (length > Array.MaxLength) { Throw.TapeFull(typeof(T)); }
        Array.Resize(ref array, (int)Math.Min(Array.MaxLength, Math.Max(length, 2L * array.Length)));
    }
}
