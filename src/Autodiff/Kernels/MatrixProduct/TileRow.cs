using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>The sums of a tile in one row: one lane, or two of which the second ends with the last column and may overlap the first.</summary>
/// <remarks>
/// Overlapping lanes compute the same bits twice, and all old elements of C are read before one is written; so no lane is masked.
/// </remarks>
internal struct TileRow<T, R, TColumns>
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
    where TColumns : struct, ITileColumns
{
    private R first;
    private R second;

    /// <summary>Adds an element of A times a row of B.</summary>
    [MethodImpl(AggressiveInlining)]
    internal void Add(T factor, R firstOfB, R secondOfB)
    {
        R every = R.Broadcast(factor);
        first = Term.Add<T, R>(every, firstOfB, first);
        if (TColumns.IsPair) { second = Term.Add<T, R>(every, secondOfB, second); }
    }

    /// <summary>Adds the old elements of C.</summary>
    [MethodImpl(AggressiveInlining)]
    internal unsafe void AddOld(T* c, nint columns)
    {
        first = (TColumns.IsPair ? R.Load(ref *c) : R.Load(ref *c, (int)columns)) + first;
        if (TColumns.IsPair) { second = R.Load(ref c[columns - R.Count]) + second; }
    }

    /// <summary>Writes the sums to C.</summary>
    [MethodImpl(AggressiveInlining)]
    internal readonly unsafe void Store(T* c, nint columns)
    {
        if (TColumns.IsPair)
        {
            R.Store(first, ref *c);
            R.Store(second, ref c[columns - R.Count]);
        }
        else { R.Store(first, ref *c, (int)columns); }
    }
}
