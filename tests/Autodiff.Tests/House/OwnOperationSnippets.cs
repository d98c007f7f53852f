using System.Numerics;
using static Autodiff.Variable;

namespace Autodiff.Tests.House;

/// <summary>The snippets of docs/own-operations.md as they stand there.</summary>
internal static class OwnOperationSnippets
{
    /// <summary>y = c²/2 (1 - exp(-x²/c²)); dy/dx = x exp(-x²/c²).</summary>
    internal readonly struct Welsch(double c) : IUnaryRule
    {
        public static Reads Reads => Reads.Input;

        public R Forward<R>(R x)
            where R : IReal<R> =>
            R.Constant(-c * c / 2) * R.ExpM1(R.Constant(-1 / (c * c)) * (x * x));

        public R Derivative<R>(R x, R y)
            where R : IReal<R> =>
            x * R.Exp(R.Constant(-1 / (c * c)) * (x * x));
    }

    /// <summary>y = (a + b + s)/2 with s = √((a - b)² + ε²); dy/da = (1 + (a - b)/s)/2; dy/db = (1 - (a - b)/s)/2.</summary>
    internal readonly struct SmoothMaximum(double epsilon) : IBinaryRule
    {
        public static Reads ReadsA => Reads.A | Reads.B;

        public static Reads ReadsB => Reads.A | Reads.B;

        public R Forward<R>(R a, R b)
            where R : IReal<R> =>
            R.Constant(0.5) * (a + b + R.Hypot(a - b, R.Constant(epsilon)));

        public R DerivativeA<R>(R a, R b, R y)
            where R : IReal<R> =>
            R.Constant(0.5) + (R.Constant(0.5) * (a - b) / R.Hypot(a - b, R.Constant(epsilon)));

        public R DerivativeB<R>(R a, R b, R y)
            where R : IReal<R> =>
            R.Constant(0.5) - (R.Constant(0.5) * (a - b) / R.Hypot(a - b, R.Constant(epsilon)));

        public override string ToString() => $"SmoothMaximum[{epsilon}]";
    }

    /// <summary>y = the squared distances of the rows of a and those of b; da = 2 (a Σ dy - dy b), db = 2 (b Σ dy' - dy' a).</summary>
    internal readonly struct SquaredDistances : IDenseRule
    {
        public Shape ResultShape<T>(Operands<T> x)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            if (x.Shape(0).Rank != 2 || x.Shape(1).Rank != 2 || x.Shape(0)[1] != x.Shape(1)[1])
            {
                throw new ShapeMismatchException($"SquaredDistances: the rows of {x.Shape(0)} and {x.Shape(1)} differ in length.", x.Shape(0), x.Shape(1));
            }
            return Shape.Of(x.Shape(0)[0], x.Shape(1)[0]);
        }

        public void Forward<T>(Operands<T> x, Span<T> y)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            var (rows, columns, length) = (x.Shape(0)[0], x.Shape(1)[0], x.Shape(0)[1]);
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    ReadOnlySpan<T> a = x.AsReadOnlySpan(0).Slice(i * length, length), b = x.AsReadOnlySpan(1).Slice(j * length, length);
                    y[(i * columns) + j] = T.Zero;
                    for (int k = 0; k < length; k++) { y[(i * columns) + j] += (a[k] - b[k]) * (a[k] - b[k]); }
                }
            }
        }

        public void Pull<T>(in Pullback<T> pull)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            var (a, b, dy, two) = (pull.Input(0), pull.Input(1), pull.Adjoint, T.CreateChecked(2));
            pull.Add(0, two * ((a * Sum(dy, [1], keepAxes: true)) - MatMul(dy, b)));
            pull.Add(1, two * ((b * Sum(dy, [0], keepAxes: true).Transpose()) - MatMul(dy.Transpose(), a)));
        }
    }

    internal static (double Value, double Slope, double[] Gradient) Apply(Variable<double> w)
    {
        using (Autograd.Record())
        {
            var loss = Sum(Autograd.Apply(w, new Welsch(2)));                               // an array
            loss.Backward();
        }
        double value = Autograd.Apply(0.5, new Welsch(2));                                  // a number
        double slope = Autograd.Derivative(x => Autograd.Apply(x, new Welsch(2)), 0.5);     // a recorded one
        return (value, slope, w.Gradient.ToArray());
    }

    internal static (Shape Elementwise, Shape Whole) Apply(Variable<double> a, Variable<double> b)
    {
        var c = Autograd.Apply(a, 0.5, new SmoothMaximum(0.1));         // two arrays, whose shapes broadcast
        var d = Autograd.Apply([a, b], new SquaredDistances());         // any number of whole arrays
        return (c.Shape, d.Shape);
    }

    internal static void Check()
    {
        OperationCheck.Run(new Welsch(2), -3, 3).ThrowIfFailed();
        OperationCheck.Run(new SmoothMaximum(0.5), (-1, 1), (-2, 2)).ThrowIfFailed();

        var random = new Random(1);
        OperationCheck.Run(new SquaredDistances(), Normal<double>([3, 2], random), Normal<double>([4, 2], random)).ThrowIfFailed();
    }

    internal static Variable<double> Opaque(Variable<double> x)
    {
        var y = Autograd.Apply(
            x,
            forward: x => Create(Filter(x.ToArray()), x.Length),
            pull: (x, y, dy) => Create(FilterBackward(dy.ToArray()), dy.Length));
        return y;
    }

    // What exists already: an echo of half the strength, and its transpose.
    private static double[] Filter(double[] signal) => [.. signal.Select((s, k) => s + (k > 0 ? 0.5 * signal[k - 1] : 0))];

    private static double[] FilterBackward(double[] weight) => [.. weight.Select((w, k) => w + (k + 1 < weight.Length ? 0.5 * weight[k + 1] : 0))];
}
