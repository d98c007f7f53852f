namespace Autodiff.Tests.Reference;

/// <content>The functions themselves.</content>
internal static partial class Formulas
{
    /// <summary>f(g(x)).</summary>
    private sealed class Of(IFunction outer, IFunction inner) : IFunction
    {
        T IFunction.Of<T>(ReadOnlySpan<T> x) => outer.Of<T>([inner.Of(x)]);
    }

    /// <summary>f(x₀) + f(x₁) + ...</summary>
    private sealed class Sum(IFunction each) : IFunction
    {
        T IFunction.Of<T>(ReadOnlySpan<T> x)
        {
            T sum = T.Zero;
            foreach (T number in x) { sum += each.Of<T>([number]); }
            return sum;
        }
    }

    /// <summary>f(x₀) f(x₁) ...</summary>
    private sealed class Product(IFunction each) : IFunction
    {
        T IFunction.Of<T>(ReadOnlySpan<T> x)
        {
            T product = T.One;
            foreach (T number in x) { product *= each.Of<T>([number]); }
            return product;
        }
    }

    private sealed class Identity : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => x[0]; }

    private sealed class Cube : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => x[0] * x[0] * x[0]; }

    private sealed class GeluTimes : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Gelu(x[0]) * x[0]; }

    private sealed class ReciprocalPlusEntropy : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => (T.One / x[0]) + (T.Log(x[0]) * x[0]); }

    private sealed class OneOverOnePlusSquare : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => T.One / (T.One + (x[0] * x[0])); }

    private sealed class DampedWave : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => x[0] * T.Sin(x[0]) * T.Exp(-x[0]); }

    private sealed class PowerPlusAngle : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => T.Pow(x[0], x[1]) + T.Atan2(x[0], x[1]); }

    private sealed class RootOfOnePlusDot : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => T.Sqrt(T.One + Dot(x, x)); }

    private sealed class NormCubed : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => T.Pow(T.Sqrt(Dot(x, x)), T.CreateTruncating(3)); }

    private sealed class TanhCubedSigmoid : IFunction
    {
        T IFunction.Of<T>(ReadOnlySpan<T> x) => T.Pow(T.Tanh(x[0]), T.CreateTruncating(3)) * Scalar.Sigmoid(x[0]);
    }

    private sealed class Rosenbrock : IFunction
    {
        T IFunction.Of<T>(ReadOnlySpan<T> x)
        {
            T sum = T.Zero;
            for (int i = 0; i + 1 < x.Length; i++)
            {
                sum += (T.CreateTruncating(100) * Scalar.Square(x[i + 1] - Scalar.Square(x[i]))) + Scalar.Square(T.One - x[i]);
            }

            return sum;
        }
    }

    private sealed class LogSumExp : IFunction
    {
        T IFunction.Of<T>(ReadOnlySpan<T> x)
        {
            T sum = T.NegativeInfinity;
            foreach (T number in x) { sum = Scalar.LogAddExp(sum, number); }
            return sum;
        }
    }

    private sealed class RayleighQuotient(double[] matrix) : IFunction
    {
        T IFunction.Of<T>(ReadOnlySpan<T> x) => Dot<T>(x, Times(matrix, x)) / Dot(x, x);
    }

    private sealed class CrossEntropy(double[] matrix, int label) : IFunction
    {
        T IFunction.Of<T>(ReadOnlySpan<T> x)
        {
            T[] logits = Times(matrix, x);
            IFunction normalizer = new LogSumExp();
            return normalizer.Of<T>(logits) - logits[label];
        }
    }

    private sealed class Variance : IFunction
    {
        T IFunction.Of<T>(ReadOnlySpan<T> x)
        {
            T mean = T.Zero, squares = T.Zero;
            foreach (T number in x) { mean += number; }
            mean /= T.CreateTruncating(x.Length);
            foreach (T number in x) { squares += Scalar.Square(number - mean); }
            return squares / T.CreateTruncating(x.Length - 1);
        }
    }

    private sealed class SoftmaxSquared : IFunction
    {
        T IFunction.Of<T>(ReadOnlySpan<T> x)
        {
            T normalizer = T.Zero, squares = T.Zero;
            foreach (T number in x) { normalizer += T.Exp(number); }
            foreach (T number in x) { squares += Scalar.Square(T.Exp(number) / normalizer); }
            return squares;
        }
    }

    private sealed class FourthPowersMinusCosines : IFunction
    {
        T IFunction.Of<T>(ReadOnlySpan<T> x)
        {
            T powers = T.Zero, cosines = T.One;
            foreach (T number in x)
            {
                powers += T.Pow(number, T.CreateTruncating(4));
                cosines *= T.Cos(number);
            }

            return (powers / T.CreateTruncating(4)) - cosines;
        }
    }

    /// <summary>ln det(X X' + I) as the sum of the logarithms of the pivots; the matrix is positive definite and needs no exchange of rows.</summary>
    private sealed class LogDeterminant(int rows) : IFunction
    {
        T IFunction.Of<T>(ReadOnlySpan<T> x)
        {
            int columns = x.Length / rows;
            T[,] matrix = new T[rows, rows];
            for (int i = 0; i < rows * rows; i++)
            {
                (int row, int column) = (i / rows, i % rows);
                matrix[row, column] = Dot(x.Slice(row * columns, columns), x.Slice(column * columns, columns)) + (row == column ? T.One : T.Zero);
            }

            T sum = T.Zero;
            for (int pivot = 0; pivot < rows; pivot++)
            {
                sum += T.Log(matrix[pivot, pivot]);
                for (int i = pivot + 1; i < rows; i++)
                {
                    T factor = matrix[i, pivot] / matrix[pivot, pivot];
                    for (int k = pivot + 1; k < rows; k++) { matrix[i, k] -= factor * matrix[pivot, k]; }
                }
            }

            return sum;
        }
    }
}
