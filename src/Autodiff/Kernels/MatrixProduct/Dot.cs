using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>The sum of a row of A times a column: the elements of two lanes each sum a term in as many.</summary>
internal unsafe struct Dot<T, R>
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, ILane<R, T>
{
    private R even;
    private R odd;

    internal readonly T Sum
    {
        [MethodImpl(AggressiveInlining)]
        get => R.Sum(even + odd);
    }

    /// <summary>Two lanes of the row times two of the column.</summary>
    [MethodImpl(AggressiveInlining)]
    internal void Add(T* a, R evenOfColumn, R oddOfColumn)
    {
        even = Term.Add<T, R>(R.Load(ref *a), evenOfColumn, even);
        odd = Term.Add<T, R>(R.Load(ref a[R.Count]), oddOfColumn, odd);
    }

    /// <summary>One lane more.</summary>
    [MethodImpl(AggressiveInlining)]
    internal void Add(T* a, R evenOfColumn) => even = Term.Add<T, R>(R.Load(ref *a), evenOfColumn, even);

    /// <summary>The last elements, fewer than a lane.</summary>
    [MethodImpl(AggressiveInlining)]
    internal void AddLast(T* a, R oddOfColumn, int count) => odd = Term.Add<T, R>(R.Load(ref *a, count), oddOfColumn, odd);
}
