using System.Numerics;
using static Autodiff.Variable;

namespace Autodiff.Tests.Reference.Arrays;

/// <summary>The formulas of the second-order vectors on recorded arrays, by their text.</summary>
internal static class ArrayFormulas
{
    /// <summary>The function of a case, or null for a formula that is not known or needs what does not exist.</summary>
    public static Variable<T>? Apply<T>(VectorCase c, Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => c.Settings.Text("formula") switch
        {
            "rosenbrock: sum 100*(x[i+1]-x[i]^2)^2 + (1-x[i])^2" => Rosenbrock(x),
            "exp(sum(sin(x)))" => Exp(Sum(Sin(x))),
            "sqrt(1 + dot(x,x))" => Sqrt(T.One + MatMul(x, x)),
            "dot(x, A x) / dot(x, x)" => MatMul(x, MatMul(c.Settings.Array("A").ToVariable<T>(), x)) / MatMul(x, x),
            "sum(gelu(x) exact * x)" => Sum(Gelu(x) * x),
            "sum(tanh(x)^3 * sigmoid(x))" => Sum(Pow(Tanh(x), 3.0) * Sigmoid(x)),
            "x0^x1 + atan2(x0,x1)" => Pow(x[0], x[1]) + Atan2(x[0], x[1]),
            "logdet(X X^T + I), X 2x3 (Hessian 6x6, row-major)" => LogDeterminant(MatMul(x, x.Transpose()) + Identity<T>(2)),
            "logsumexp(x)" => LogSumExp(x),
            "prod(x)" or "prod(x), one zero" => Product(x),
            "cross_entropy(W x, label)" => -LogSoftmax(MatMul(c.Settings.Array("W").ToVariable<T>(), x))[c.Settings.Integer("label", 0)],
            "norm(x)^3" => Pow(Norm(x), 3.0),
            "var(x, correction 1)" => Variance(x),
            "sum(softmax(x)^2)" => Sum(Square(Softmax(x))),
            "sum(x^4)/4 - prod(cos(x))" => (Sum(Pow(x, 4.0)) * T.CreateTruncating(0.25)) - Product(Cos(x)),
            "linear: sum(x) (Hessian is exactly 0)" => Sum(x),
            "sum(relu(x)^3)" => Sum(Pow(Relu(x), 3.0)),
            "sum(1/x + log(x)*x)" => Sum((T.One / x) + (Log(x) * x)),
            "sum(x * stop_gradient(x^2))" => Sum(x * Square(x).Detach()),
            string other => Statements.Value(other, Names(c, x)),
            null => null,
        };

    /// <summary>The function of one number of a case of derivatives of all orders, or null for a formula that is not known.</summary>
    public static Variable<T>? OfOne<T>(string? formula, Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => formula switch
        {
            "x^5" => Pow(x, 5.0),
            "sin(x)" => Sin(x),
            "log(x)" => Log(x),
            "sqrt(x)" => Sqrt(x),
            "sigmoid(x)" => Sigmoid(x),
            "exp(tanh(x))" => Exp(Tanh(x)),
            "1/(1+x^2)" => T.One / (T.One + (x * x)),
            "x*sin(x)*exp(-x)" => x * Sin(x) * Exp(-x),
            null => null,
            _ => Statements.Value(formula, new Dictionary<string, Variable<T>> { ["x"] = x }),
        };

    // The variable, and the constants that the settings give.
    private static Dictionary<string, Variable<T>> Names<T>(VectorCase c, Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Dictionary<string, Variable<T>> names = new() { ["x"] = x };
        foreach (string constant in (string[])["A", "B", "W", "b"])
        {
            if (c.Settings.Has(constant)) { names[constant] = c.Settings.Array(constant).ToVariable<T>(); }
        }

        return names;
    }

    private static Variable<T> Rosenbrock<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> next = x[1..], here = x[..^1];
        return Sum((Square(next - Square(here)) * T.CreateTruncating(100)) + Square(T.One - here));
    }
}
