using System.Numerics;
using Autodiff;
using GradBench.Protocol;
using static GradBench.Protocol.InputException;

namespace GradBench.Evals;

/// <summary>A determinant by expansion along the first remaining row, nothing shared between minors.</summary>
internal sealed class Determinant(double[] matrix, int size)
{
    // 14! would take minutes, and the tape of 13! more memory than machines have.
    private const int Largest = 13;

    internal static readonly Module Module = Module.Of("det", Read, ("primal", eval => eval.Primal()), ("gradient", eval => eval.Gradient()));

    private readonly double[] gradient = new double[matrix.Length];

    internal double Primal() => Expand<double>(matrix);

    internal double[] Gradient()
    {
        Autograd.Gradient(Expand, matrix, gradient);
        return gradient;
    }

    private static Determinant Read(Input input)
    {
        int size = input["ell"].Integer(least: 1);
        Require(size <= Largest, $"{size}! minors are too many; the largest size is {Largest}");
        return new(input["A"].Numbers(size * size), size);
    }

    // Remaining rows and columns are linked lists that start behind the last element.
    private T Expand<T>(ReadOnlySpan<T> elements)
        where T : IFloatingPointIeee754<T>
    {
        Span<int> rows = stackalloc int[size + 1], columns = stackalloc int[size + 1];
        for (int i = 0; i < size; i++) { rows[i] = columns[i] = i + 1; }
        rows[size] = columns[size] = 0;
        return Minor(elements, size, rows, columns);
    }

    private T Minor<T>(ReadOnlySpan<T> elements, int order, Span<int> rows, Span<int> columns)
        where T : IFloatingPointIeee754<T>
    {
        int row = rows[size], column = columns[size], before = size;
        if (order == 1) { return elements[(row * size) + column]; }
        if (order == 2)
        {
            ReadOnlySpan<T> first = elements.Slice(row * size, size), second = elements.Slice(rows[row] * size, size);
            return T.FusedMultiplyAdd(-first[columns[column]], second[column], first[column] * second[columns[column]]);
        }
        T sum = T.Zero;
        rows[size] = rows[row];
        for (int k = 0; k < order; k++)
        {
            columns[before] = columns[column];
            T minor = Minor(elements, order - 1, rows, columns), element = elements[(row * size) + column];
            columns[before] = column;
            if (k == 0) { sum = element * minor; }
            else { sum = T.FusedMultiplyAdd((k & 1) == 0 ? element : -element, minor, sum); }
            before = column;
            column = columns[column];
        }
        rows[size] = row;
        return sum;
    }
}
