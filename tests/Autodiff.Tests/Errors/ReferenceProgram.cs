using System.Numerics;
using System.Runtime.InteropServices;

namespace Autodiff.Tests.Errors;

/// <summary>A small program whose first half is recorded before an error and whose second half after it; the sweep must not notice.</summary>
internal sealed class ReferenceProgram<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Variable<T> x = Numbers(4, 3).AttachGradient();
    private readonly Variable<T> weights = Numbers(3, 5).AttachGradient(GradientRequest.Add);
    private readonly Variable<T> hidden;

    /// <summary>Records the first half.</summary>
    public ReferenceProgram() => hidden = Variable.Tanh(Variable.MatMul(x, weights)) + x[.., ^1..];

    /// <summary>Records the rest, sweeps, and gives the bits of the result and of the gradients.</summary>
    public byte[] Finish()
    {
        Variable<T> loss = Variable.Sum(Variable.Softmax(hidden) * hidden.Transpose().Transpose()) / Variable.Mean(Variable.Exp(hidden[1..]));
        Autograd.Backward(loss);
        return [.. Bytes(loss), .. Bytes(x.Gradient), .. Bytes(weights.Gradient)];
    }

    private static byte[] Bytes(Variable<T> values) => MemoryMarshal.AsBytes(values.ToArray().AsSpan()).ToArray();

    private static Variable<T> Numbers(int rows, int columns) =>
        Variable.Create<T>([.. Enumerable.Range(0, rows * columns).Select(i => T.CreateTruncating(Math.Sin(i + 1)))], rows, columns);
}
