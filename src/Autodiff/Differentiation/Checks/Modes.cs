using System.Numerics;

namespace Autodiff.Differentiation;

/// <summary>The derivatives of a function by every mode, and by every nesting of two.</summary>
internal static class Modes
{
    public static double[] Reverse(IFunction function, double[] x) => Autograd.Gradient<double>(function.Of, x);

    public static double[] Forward(IFunction function, double[] x) =>
        [.. x.Select((_, i) => function.Of<Dual<double>>(Seeded(x, i)).Tangent)];

    /// <summary>The Hessian by Scalar&lt;Dual&gt;.</summary>
    public static double[,] ForwardOverReverse(IFunction function, double[] x) => Autograd.Hessian<double>(function.Of, x);

    /// <summary>The Hessian by Dual&lt;Scalar&gt;.</summary>
    public static double[,] ReverseOverForward(IFunction function, double[] x) =>
        Rows(x.Length, i => Autograd.Gradient<double>(y => function.Of<Dual<Scalar<double>>>(Seeded([.. y], i)).Tangent, x));

    /// <summary>The Hessian by Scalar&lt;Scalar&gt;.</summary>
    public static double[,] ReverseOverReverse(IFunction function, double[] x) =>
        Rows(x.Length, i => Autograd.Gradient<double>(y => Autograd.Gradient<Scalar<double>>(function.Of, y)[i], x));

    /// <summary>The Hessian by Dual&lt;Dual&gt;.</summary>
    public static double[,] ForwardOverForward(IFunction function, double[] x) =>
        Rows(x.Length, i => [.. x.Select((_, j) => function.Of<Dual<Dual<double>>>(Seeded(Seeded(x, j), i)).Tangent.Tangent)]);

    private static Dual<T>[] Seeded<T>(T[] x, int direction)
        where T : IFloatingPointIeee754<T> =>
        [.. x.Select((number, i) => i == direction ? Dual.Seed(number) : number)];

    private static double[,] Rows(int n, Func<int, double[]> row)
    {
        double[,] matrix = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            double[] entries = row(i);
            for (int j = 0; j < n; j++) { matrix[i, j] = entries[j]; }
        }

        return matrix;
    }
}
