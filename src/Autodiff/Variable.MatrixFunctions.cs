using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Ops;

namespace Autodiff;

// Functions of square matrices, which stand in the last two axes; the axes before them are a batch.
public static partial class Variable
{
    /// <summary>The determinants: [..., n, n] becomes [...]. Singular matrices, too, have derivatives, up to the third.</summary>
    /// <exception cref="ArgumentException">The matrices are not square, or there are fewer than two axes.</exception>
    public static Variable<T> Determinant<T>(Variable<T> a)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ArrayOperation<Determinant, T>.Apply(default, a);

    /// <summary>
    /// The logarithms of the determinants: [..., n, n] becomes [...]. NaN where a determinant is negative, and -∞ where it is 0, with an infinite
    /// derivative. It stays finite where the determinant itself would overflow.
    /// </summary>
    /// <exception cref="ArgumentException">The matrices are not square, or there are fewer than two axes.</exception>
    public static Variable<T> LogDeterminant<T>(Variable<T> a)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ArrayOperation<LogDeterminant, T>.Apply(default, a);

    /// <summary>
    /// The signs of the determinants, and the logarithms of their absolute values: [..., n, n] becomes two arrays [...]. Where a determinant is 0 they
    /// are 0 and -∞. The sign has derivative 0.
    /// </summary>
    /// <exception cref="ArgumentException">The matrices are not square, or there are fewer than two axes.</exception>
    public static (Variable<T> Sign, Variable<T> Logarithm) SignLogDeterminant<T>(Variable<T> a)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> both = ArrayOperation<SignLogDeterminant, T>.Apply(default, a);
        return (both[0], both[1]);
    }

    /// <summary>The inverses of the matrices, [..., n, n]. To solve equations, <see cref="Solve"/> is faster and more accurate.</summary>
    /// <exception cref="ArgumentException">The matrices are not square, one is singular, or there are fewer than two axes.</exception>
    public static Variable<T> Inverse<T>(Variable<T> a)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ArrayOperation<Inverse, T>.Apply(default, a);

    /// <summary>The lower triangular L with L Lᵀ = A of symmetric positive definite matrices, [..., n, n], or the upper triangular Lᵀ.</summary>
    /// <param name="a">The matrices. Only their symmetric part (A + Aᵀ)/2 counts, so their gradient is symmetric.</param>
    /// <param name="upper">Whether it is the upper triangular one.</param>
    /// <exception cref="ArgumentException">The matrices are not square, one is not positive definite, or there are fewer than two axes.</exception>
    public static Variable<T> Cholesky<T>(Variable<T> a, bool upper = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> lower = ArrayOperation<Cholesky, T>.Apply(default, a);
        return upper ? Transpose(lower) : lower;
    }

    /// <summary>Powers of the matrices, [..., n, n]: the power 0 is the identity, and negative powers are those of the inverse.</summary>
    /// <exception cref="ArgumentException">
    /// The matrices are not square, there are fewer than two axes, or the power is negative and one of the matrices is singular.
    /// </exception>
    public static Variable<T> MatrixPower<T>(Variable<T> a, int power)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = SquareMatrices.Require(nameof(MatrixPower), a.Shape);

        // What is not taken has derivative 0, also where it is NaN.
        if (power == 0) { return Where(T.One, Identity<T>(shape[-1]), a); }
        Variable<T> square = power < 0 ? Inverse(a) : a;
        Variable<T>? result = null;
        for (uint left = uint.CreateTruncating(Math.Abs((long)power)); ; square = MatMul(square, square))
        {
            if ((left & 1) != 0) { result = result is { } before ? MatMul(before, square) : square; }
            left >>= 1;
            if (left == 0) { return result!.Value; }
        }
    }

    /// <summary>The sums of the diagonals of matrices, which stand in the last two axes and need not be square: [..., m, n] becomes [...].</summary>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public static Variable<T> Trace<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (x.Rank < 2) { Throw.NotMatrices(nameof(Trace), x.Shape); }
        return Sum(Diagonal(x), -1);
    }
}
