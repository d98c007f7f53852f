using System.Numerics;

namespace Autodiff.Tests.Ops.SpecialValues;

/// <summary>A way through the kernels: how the operands lie in memory, and how the gradient is asked for.</summary>
internal sealed record ArrayPath(bool IsStrided, bool IsRecorded)
{
    public static ArrayPath[] All { get; } = [new(false, false), new(true, false), new(false, true)];

    /// <summary>The values of a rule at all points, and the gradients by each argument.</summary>
    public (T[] Values, T[][] Gradients) Evaluate<T>(Rule rule, T[][] points)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T>[] memory = [.. points[0].Select((_, i) => Lay([.. points.Select(point => point[i])]).AttachGradient())];
        using (Autograd.Record())
        {
            Variable<T>[] x = [.. memory.Select(Shown)];
            Variable<T> y = rule.Apply<T>(x);
            Variable<T>[] gradients = Autograd.Gradient([y], memory, [Variable.Ones<T>(y.Length)], createGraph: IsRecorded);
            return (y.ToArray(), [.. gradients.Select(gradient => Shown(gradient).ToArray())]);
        }
    }

    public override string ToString() => $"{(IsStrided ? "strided" : "dense")}{(IsRecorded ? ", recorded" : "")}";

    // A strided operand stands backward in every second place.
    private Variable<T> Lay<T>(T[] numbers)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!IsStrided) { return Variable.Create<T>(numbers, numbers.Length); }
        T[] spread = new T[2 * numbers.Length];
        for (int k = 0; k < numbers.Length; k++) { spread[^((2 * k) + 1)] = numbers[k]; }
        return Variable.Create<T>(spread, spread.Length);
    }

    private Variable<T> Shown<T>(Variable<T> memory)
        where T : unmanaged, IFloatingPointIeee754<T> => IsStrided ? memory[Slice.Every(-2)] : memory;
}
