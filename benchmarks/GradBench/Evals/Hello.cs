using System.Numerics;
using Autodiff;
using GradBench.Protocol;

namespace GradBench.Evals;

/// <summary>x², and its derivative.</summary>
internal sealed class Hello(double x)
{
    internal static readonly Module Module = Module.Of(
        "hello", input => new Hello(input.Number()), ("square", hello => Square(hello.x)), ("double", hello => Autograd.Derivative(Square, hello.x)));

    private readonly double x = x;

    private static T Square<T>(T x)
        where T : IFloatingPointIeee754<T> =>
        x * x;
}
