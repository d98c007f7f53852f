using System.Numerics;

namespace Autodiff.Tests.Properties;

/// <summary>
/// What a recorded number has overloads of its own for, and generic code cannot reach: an operator with a plain number on one side,
/// as in <c>2 * x</c>, and a function of a span, which records one node. Other numbers compute the same with what they have.
/// </summary>
internal abstract class Overloads<T>
    where T : IFloatingPointIeee754<T>
{
    internal static readonly Overloads<T> Known = Find();

    internal abstract T Operator(Function f, T x);

    internal abstract T OfSpan(Function f, T a, T b, T c);

    private static Overloads<T> Find()
    {
        bool isRecorded = typeof(T).IsGenericType && typeof(T).GetGenericTypeDefinition() == typeof(Scalar<>);
        return isRecorded
            ? (Overloads<T>)Activator.CreateInstance(typeof(OfRecorded<>).MakeGenericType(typeof(T).GetGenericArguments()))!
            : new OfGeneric<T>();
    }
}

internal sealed class OfGeneric<T> : Overloads<T>
    where T : IFloatingPointIeee754<T>
{
    internal override T Operator(Function f, T x)
    {
        T p = T.CreateChecked(f.P);
        return f.Operation switch
        {
            Operation.PlusNumber => x + p,
            Operation.NumberPlus => p + x,
            Operation.MinusNumber => x - p,
            Operation.NumberMinus => p - x,
            Operation.TimesNumber => x * p,
            Operation.NumberTimes => p * x,
            Operation.OverNumber => x / p,
            Operation.NumberOver => p / x,
            Operation.ModuloNumber => x % p,
            Operation.NumberModulo => p % x,
            _ => throw Evaluation.Unknown(f),
        };
    }

    internal override T OfSpan(Function f, T a, T b, T c) => f.Operation switch
    {
        Operation.Sum => a + b + c,
        Operation.LinearCombination => (T.CreateChecked(f.P) * a) + (T.CreateChecked(f.Q) * b) + c,
        Operation.Dot => (a * b) + (b * c),
        Operation.SumOfSquares => (a * a) + (b * b) + (c * c),
        Operation.LogSumExp => Scalar.LogAddExp(Scalar.LogAddExp(a, b), c),
        _ => throw Evaluation.Unknown(f),
    };
}

internal sealed class OfRecorded<T> : Overloads<Scalar<T>>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal override Scalar<T> Operator(Function f, Scalar<T> x)
    {
        T p = T.CreateChecked(f.P);
        return f.Operation switch
        {
            Operation.PlusNumber => x + p,
            Operation.NumberPlus => p + x,
            Operation.MinusNumber => x - p,
            Operation.NumberMinus => p - x,
            Operation.TimesNumber => x * p,
            Operation.NumberTimes => p * x,
            Operation.OverNumber => x / p,
            Operation.NumberOver => p / x,
            Operation.ModuloNumber => x % p,
            Operation.NumberModulo => p % x,
            _ => throw Evaluation.Unknown(f),
        };
    }

    internal override Scalar<T> OfSpan(Function f, Scalar<T> a, Scalar<T> b, Scalar<T> c) => f.Operation switch
    {
        Operation.Sum => Scalar.Sum<T>([a, b, c]),
        Operation.LinearCombination => Scalar.LinearCombination<T>([T.CreateChecked(f.P), T.CreateChecked(f.Q), T.One], [a, b, c]),
        Operation.Dot => Scalar.Dot<T>([a, b], [b, c]),
        Operation.SumOfSquares => Scalar.SumOfSquares<T>([a, b, c]),
        Operation.LogSumExp => Scalar.LogSumExp<T>([a, b, c]),
        _ => throw Evaluation.Unknown(f),
    };
}
