using System.Numerics;
using Autodiff.Kernels;

namespace Products;

/// <summary>The sizes of a product, and how its matrices lie in memory.</summary>
internal sealed record Shape(string Name, int Rows, int Inner, int Columns)
{
    /// <summary>A lies as inner by rows.</summary>
    internal bool IsTransposedA { get; init; }

    /// <summary>B lies as columns by inner.</summary>
    internal bool IsTransposedB { get; init; }

    /// <summary>C += A B.</summary>
    internal bool Accumulates { get; init; }

    /// <summary>So many products, one behind the other.</summary>
    internal int Batches { get; init; } = 1;

    internal double Operations => 2.0 * Batches * Rows * Inner * Columns;

    /// <summary>Fills matrices of a type with random numbers; the action multiplies them.</summary>
    internal Action Prepare<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] a = Random<T>(Batches * Rows * Inner), b = Random<T>(Batches * Inner * Columns), c = Random<T>(Batches * Rows * Columns);
        (int aRow, int aColumn) = IsTransposedA ? (1, Rows) : (Inner, 1);
        (int bRow, int bColumn) = IsTransposedB ? (1, Inner) : (Columns, 1);
        return () =>
        {
            for (int i = 0; i < Batches; i++)
            {
                MatrixProduct.Multiply<T>(
                    Rows, Columns, Inner, a.AsSpan(i * Rows * Inner), aRow, aColumn, b.AsSpan(i * Inner * Columns), bRow, bColumn,
                    c.AsSpan(i * Rows * Columns), Columns, Accumulates);
            }
        };
    }

    // Pinned, so that no collection moves them between rounds.
    private static T[] Random<T>(int count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(count);
        T[] numbers = GC.AllocateUninitializedArray<T>(count, pinned: true);
        foreach (ref T number in numbers.AsSpan()) { number = T.CreateTruncating(random.NextDouble() - 0.5); }
        return numbers;
    }
}
