namespace Autodiff.Kernels;

/// <summary>A matrix in memory: the address of its first element, and the distances of neighbours in a column and in a row.</summary>
internal readonly unsafe struct Strided<T>(T* start, nint row, nint column)
    where T : unmanaged
{
    internal T* Start { get; } = start;

    /// <summary>The distance from a row to the next.</summary>
    internal nint Row { get; } = row;

    /// <summary>The distance from a column to the next.</summary>
    internal nint Column { get; } = column;

    /// <summary>The matrix that begins at an element of this one.</summary>
    [MethodImpl(AggressiveInlining)]
    internal Strided<T> From(nint i, nint j) => new(Start + (i * Row) + (j * Column), Row, Column);
}
