using System.Buffers;
using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>Borrowed memory for two rows, and the windows along a row, which are the same for all rows.</summary>
internal readonly ref struct WindowRoom<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] rows;
    private readonly Window[] columns;
    private readonly int[] places;
    private readonly int width;

    internal WindowRoom(in Windows windows)
    {
        width = windows.Width.Input;
        rows = ArrayPool<T>.Shared.Rent(2 * width);
        columns = ArrayPool<Window>.Shared.Rent(windows.Width.Output);
        places = ArrayPool<int>.Shared.Rent(windows.Width.Output);
        Columns = columns.AsSpan(0, windows.Width.Output);
        for (int i = 0; i < Columns.Length; i++) { columns[i] = windows.Width[i]; }
    }

    internal ReadOnlySpan<Window> Columns { get; }

    internal Span<T> First => rows.AsSpan(0, width);

    internal Span<T> Second => rows.AsSpan(width, width);

    /// <summary>Room for the places of a row of windows.</summary>
    internal Span<int> Places => places.AsSpan(0, Columns.Length);

    internal void Dispose()
    {
        ArrayPool<int>.Shared.Return(places);
        ArrayPool<T>.Shared.Return(rows);
        ArrayPool<Window>.Shared.Return(columns);
    }
}
