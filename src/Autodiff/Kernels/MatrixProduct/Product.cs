namespace Autodiff.Kernels;

/// <summary>C = A B, or C += A B: sizes that are not 0, and memory that was checked.</summary>
/// <param name="Rows">The rows of A and C.</param>
/// <param name="Columns">The columns of B and C.</param>
/// <param name="Inner">The columns of A and rows of B.</param>
/// <param name="A">Rows by inner.</param>
/// <param name="B">Inner by columns.</param>
/// <param name="EndOfA">The end of the memory of A.</param>
/// <param name="EndOfB">The end of the memory of B.</param>
/// <param name="C">Rows by columns; columns are adjacent.</param>
/// <param name="Accumulate">Whether to add to C.</param>
internal readonly unsafe record struct Product<T>(
    int Rows, int Columns, int Inner, Strided<T> A, nint EndOfA, Strided<T> B, nint EndOfB, Strided<T> C, bool Accumulate)
    where T : unmanaged
{
    /// <summary>The number of terms up to which a sum gains nothing from lanes along the inner index.</summary>
    private const int Short = 8;

    /// <summary>Whether the elements of C are summed in lanes along the inner index: this must not depend on the number of rows.</summary>
    internal bool IsDots => Columns == 1 && A.Column == 1 && B.Row == 1 && Inner > Short;
}

/// <summary>A way to compute a product.</summary>
internal interface IProductPath<T>
    where T : unmanaged
{
    static abstract void Multiply(in Product<T> product);
}
