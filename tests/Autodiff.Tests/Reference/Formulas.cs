using System.Numerics;
using System.Text.Json;
using Autodiff.Tests.Ops;

namespace Autodiff.Tests.Reference;

/// <summary>The formulas of the second-order vectors, by their text.</summary>
internal static partial class Formulas
{
    /// <summary>The function of a case, or null for a formula that is not known.</summary>
    public static IFunction? Find(VectorCase c) => c.TextParameter("formula") switch
    {
        "rosenbrock: sum 100*(x[i+1]-x[i]^2)^2 + (1-x[i])^2" => new Rosenbrock(),
        "logsumexp(x)" => new LogSumExp(),
        "prod(x)" or "prod(x), one zero" => new Product(new Identity()),
        "exp(sum(sin(x)))" => new Of(new Functions.Exp(), new Sum(new Functions.Sin())),
        "sqrt(1 + dot(x,x))" => new RootOfOnePlusDot(),
        "dot(x, A x) / dot(x, x)" => new RayleighQuotient(VectorArray.Read(c.Parameter("A")!.Value).Data),
        "cross_entropy(W x, label)" => CrossEntropyOf(c),
        "sum(gelu(x) exact * x)" => new Sum(new GeluTimes()),
        "sum(tanh(x)^3 * sigmoid(x))" => new Sum(new TanhCubedSigmoid()),
        "x0^x1 + atan2(x0,x1)" => new PowerPlusAngle(),
        "norm(x)^3" => new NormCubed(),
        "var(x, correction 1)" => new Variance(),
        "sum(softmax(x)^2)" => new SoftmaxSquared(),
        "sum(x^4)/4 - prod(cos(x))" => new FourthPowersMinusCosines(),
        "linear: sum(x) (Hessian is exactly 0)" => new Sum(new Identity()),
        "sum(relu(x)^3)" => new Sum(new Of(new Cube(), new Functions.Relu())),
        "sum(1/x + log(x)*x)" => new Sum(new ReciprocalPlusEntropy()),
        "logdet(X X^T + I), X 2x3 (Hessian 6x6, row-major)" => new LogDeterminant(c.Inputs[0].Shape[0]),
        _ => null,
    };

    /// <summary>The function of one number of a case of derivatives of all orders, or null for a formula that is not known.</summary>
    public static IFunction? FindOfOne(VectorCase c) => c.TextParameter("formula") switch
    {
        "x^5" => new Functions.Power(5),
        "sin(x)" => new Functions.Sin(),
        "log(x)" => new Functions.Log(),
        "sqrt(x)" => new Functions.Sqrt(),
        "sigmoid(x)" => new Functions.Sigmoid(),
        "exp(tanh(x))" => new Of(new Functions.Exp(), new Functions.Tanh()),
        "1/(1+x^2)" => new OneOverOnePlusSquare(),
        "x*sin(x)*exp(-x)" => new DampedWave(),
        _ => null,
    };

    private static CrossEntropy CrossEntropyOf(VectorCase c)
    {
        JsonElement label = c.Parameter("label")!.Value;
        return new(VectorArray.Read(c.Parameter("W")!.Value).Data, label.GetInt32());
    }

    private static T Dot<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        for (int i = 0; i < x.Length; i++) { sum += x[i] * y[i]; }
        return sum;
    }

    /// <summary>A x, where A is constant and row-major.</summary>
    private static T[] Times<T>(double[] matrix, ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
    {
        T[] product = new T[matrix.Length / x.Length];
        Array.Fill(product, T.Zero);
        for (int i = 0; i < matrix.Length; i++) { product[i / x.Length] += T.CreateTruncating(matrix[i]) * x[i % x.Length]; }
        return product;
    }
}
