using System.Numerics;
using Autodiff;
using static Autodiff.Variable;

namespace ArrayOperations;

/// <summary>One call of each operation on arrays of one length, its result in the memory of a recording.</summary>
internal static class Operations<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static void Run(string type, int length, List<string> names, Clock clock)
    {
        foreach ((string name, Func<Variable<T>> call) in All(length))
        {
            if (names.Count > 0 && !names.Contains(name)) { continue; }
            double time = clock.Measure(() =>
            {
                using (Autograd.Record()) { call(); }
            });
            Console.WriteLine($"{type},{length},{name},{time:F1}");
        }
    }

    private static IEnumerable<(string Name, Func<Variable<T>> Call)> All(int length)
    {
        Random random = new(0);
        Variable<T> x = Normal<T>([length], random), y = Normal<T>([length], random), z = Normal<T>([length], random);
        Variable<T> p = Abs(x) + T.CreateTruncating(0.1), u = Uniform<T>([length], random, -0.9, 0.9);
        T two = T.CreateTruncating(2);
        yield return ("Add", () => x + y);
        yield return ("Multiply", () => x * y);
        yield return ("Divide", () => x / p);
        yield return ("AddScalar", () => x + two);
        yield return ("MultiplyAdd", () => z + (x * y));
        yield return ("Negate", () => -x);
        yield return ("Abs", () => Abs(x));
        yield return ("Sqrt", () => Sqrt(p));
        yield return ("ReLU", () => Relu(x));
        yield return ("Exp", () => Exp(x));
        yield return ("Log", () => Log(p));
        yield return ("Log1p", () => LogP1(p));
        yield return ("Expm1", () => ExpM1(x));
        yield return ("Tanh", () => Tanh(x));
        yield return ("Sigmoid", () => Sigmoid(x));
        yield return ("Sin", () => Sin(x));
        yield return ("Cos", () => Cos(x));
        yield return ("Tan", () => Tan(x));
        yield return ("Sinh", () => Sinh(x));
        yield return ("Cosh", () => Cosh(x));
        yield return ("Asin", () => Asin(u));
        yield return ("Acos", () => Acos(u));
        yield return ("Atan", () => Atan(x));
        yield return ("Atan2", () => Atan2(x, y));
        yield return ("Pow", () => Pow(p, y));
        yield return ("PowScalar", () => Pow(p, 2.5));
        yield return ("Erf", () => Erf(x));
        yield return ("Gelu", () => Gelu(x));
        yield return ("SoftMax", () => Softmax(x, 0));
        yield return ("Reciprocal", () => Reciprocal(p));
        yield return ("Cbrt/pow1_3", () => Cbrt(p));
        yield return ("Max2", () => Maximum(x, y));
        yield return ("Sum", () => Sum(x));
        yield return ("Dot", () => MatMul(x, y));
        yield return ("Norm", () => Norm(x));
        yield return ("Max", () => Max(x));
        yield return ("SumOfSquares", () => MatMul(x, x));
        yield return ("Product", () => Product(x));
        yield return ("LogSumExp", () => LogSumExp(x));
    }
}
