using System.Numerics;
using static Autodiff.Variable;

namespace Autodiff.Tests.Reference.Arrays;

/// <summary>The programs themselves.</summary>
internal static partial class Programs
{
    /// <summary>The result of a program, or null for one that is not known or needs what does not exist.</summary>
    public static Variable<T>? Apply<T>(string name, Variable<T>[] x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Aliased(name, x) ?? Repeated(name, x[0]) ?? Detached(name, x) ?? Trapped(name, x[0]) ?? Sliced(name, x) ?? Network(name, x);

    private static Variable<T>? Aliased<T>(string name, Variable<T>[] x)
        where T : unmanaged, IFloatingPointIeee754<T> => name switch
        {
            "alias x*x" => x[0] * x[0],
            "alias x+x" => x[0] + x[0],
            "alias x-x" => x[0] - x[0],
            "alias x/x" => x[0] / x[0],
            "alias x*x*x" => x[0] * x[0] * x[0],
            "alias x*(x+x)-x" => (x[0] * (x[0] + x[0])) - x[0],
            "matrix with its own transpose" => MatMul(x[0], x[0].Transpose()) + MatMul(x[0].Transpose(), x[0]),
            "transpose view of a leaf used with the leaf" => (x[0] * x[0].Transpose()) + x[0].Transpose(),
            "cotangent of wrong scale" => x[0].Reshape([.. x[0].Shape.Lengths]),
            _ => null,
        };

    private static Variable<T>? Repeated<T>(string name, Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T half = T.CreateTruncating(0.5);
        return name switch
        {
            "diamond" => Times(60, x, y => (y + Sin(y)) * half),
            "diamond2" => Times(80, x, y => (y + y) * half),
            "deep chain" => Times(5000, x, y => (y * T.CreateTruncating(1.0001)) + T.CreateTruncating(1e-6)),
            "fan out" => Enumerable.Range(1, 1000).Select(k => x * T.CreateTruncating(k) / T.CreateTruncating(1000)).Aggregate((sum, term) => sum + term),
            "checkpointed segment" => Times(2, x, y => Sin(y) * y),
            _ => null,
        };
    }

    private static Variable<T>? Detached<T>(string name, Variable<T>[] x)
        where T : unmanaged, IFloatingPointIeee754<T> => name switch
        {
            "detached branch" => (x[0] * x[0].Detach()) + Sin(x[0]).Detach(),
            "straight-through" => x[0] + (Round(x[0]) - x[0]).Detach(),
            "detach everything" => (x[0].Detach() * T.CreateTruncating(2)) + x[1],
            "unused input" => Sin(x[0]),
            _ => null,
        };

    private static Variable<T>? Trapped<T>(string name, Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => name switch
        {
            "where NaN trap (unsafe)" => Where(x > T.Zero, Sqrt(x), T.Zero),
            "where NaN trap (safe, double where)" => Where(x > T.Zero, Sqrt(Where(x > T.Zero, x, T.One)), T.Zero),
            "sqrt(x*x) at 0" => Sqrt(x * x),
            "exp(sum(log x)) at 0" => Exp(Sum(Log(x))),
            _ => null,
        };

    private static Variable<T>? Sliced<T>(string name, Variable<T>[] x)
        where T : unmanaged, IFloatingPointIeee754<T> => name switch
        {
            "same row twice" => (x[0][0] * x[0][0]) + (x[0][1] * x[0][0]),
            "overlapping slices" => Sum(x[0][..^1] * x[0][1..]) + Sum(Pow(x[0][Slice.Every(2)], 3.0)),
            "broadcast one leaf three ways" => Sum(((x[0] + x[1]) * Square(x[0])) + (x[0][0] * x[1])),
            "size-1 leaf against a bigger tensor" => Sum((x[0] + x[1]) * x[0]),
            "in-place on a copy" => InPlace(x[0]) * x[0],
            "empty batch through linear, sum loss" => Sum(MatMul(x[0], x[1].Transpose()) + x[2]),
            _ => null,
        };

    // y[0] = 2 y[1], then y[1] = y[1] y[0]: recorded values do not change, so each assignment is a new array.
    private static Variable<T> InPlace<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> first = x[1..2] * T.CreateTruncating(2);
        return Concatenate(0, first, x[1..2] * first, x[2..]);
    }

    private static Variable<T> Times<T>(int count, Variable<T> x, Func<Variable<T>, Variable<T>> step)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < count; i++) { x = step(x); }
        return x;
    }
}
