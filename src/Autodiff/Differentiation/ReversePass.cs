using System.Numerics;
using System.Runtime.Intrinsics;
using Autodiff.Recording;

namespace Autodiff.Differentiation;

/// <summary>
/// One recording of a driver: independent variables made of a point, a function run on them, sweeps. Nested drivers and scopes inside
/// the function have recordings of their own.
/// </summary>
internal readonly unsafe ref struct ReversePass<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ThreadContext context;
    private readonly ThreadContext.Saved saved;
    private readonly ScalarBlock<T> block;
    private readonly Span<Scalar<T>> numbers;
    private readonly int inputCount;

    internal ReversePass(int inputs, int outputs = 0)
    {
        inputCount = inputs;
        ScalarRecorder<T> recorder = ScalarRecorder<T>.OfThread;
        block = recorder.Begin();
        numbers = block.Numbers(inputs + outputs);
        context = recorder.Context;
        saved = context.EnterDriver();
    }

    internal Span<Scalar<T>> Outputs => numbers[inputCount..];

    /// <summary>Makes the point the values of the inputs, and the outputs 0 until the function writes them.</summary>
    internal ReadOnlySpan<Scalar<T>> Start(ReadOnlySpan<T> point)
    {
        block.Independent(point, numbers);
        Outputs.Clear();
        return numbers[..inputCount];
    }

    /// <summary>Sweeps from a result and writes the derivatives by the inputs; a constant has derivative 0.</summary>
    internal void Pull(in Scalar<T> head, Span<T> gradient)
    {
        block.Sweep(head);
        block.FirstAdjoints(inputCount).CopyTo(gradient);
    }

    /// <summary>Sweeps from the outputs with weights and writes the derivatives of their weighted sum by the inputs.</summary>
    internal void PullOutputs(ReadOnlySpan<T> weights, Span<T> gradient)
    {
        block.Sweep(Outputs, weights, block.Tape->Base);
        block.FirstAdjoints(inputCount).CopyTo(gradient);
    }

    /// <summary>Writes the derivatives of all outputs by the inputs, row by row: eight outputs a sweep where that is faster than one.</summary>
    internal void PullEach(Span<T> jacobian)
    {
        Span<Scalar<T>> outputs = Outputs;
        bool together = block.SweepsEight && outputs.Length > 1;
        for (int row = 0; row < outputs.Length;)
        {
            int rows = together ? Math.Min(Vector512<double>.Count, outputs.Length - row) : 1;
            Span<T> derivatives = jacobian.Slice(row * inputCount, rows * inputCount);
            if (together)
            {
                ReadOnlySpan<Vector512<double>> columns = block.SweepEight(outputs.Slice(row, rows), inputCount);
                for (int j = 0; j < inputCount; j++)
                {
                    for (int i = 0; i < rows; i++) { derivatives[(i * inputCount) + j] = T.CreateTruncating(columns[j][i]); }
                }
            }
            else { Pull(outputs[row], derivatives); }
            row += rows;
        }
    }

    /// <summary>The derivatives of all outputs by the inputs that each depends on.</summary>
    internal CompressedRows<T> PullSparse()
    {
        SparseSweep<T> sweep = new(block, inputCount);
        Span<Scalar<T>> outputs = Outputs;
        int[] starts = new int[outputs.Length + 1];
        for (int row = 0; row < outputs.Length; row++)
        {
            sweep.AddRow(outputs[row]);
            starts[row + 1] = sweep.EntryCount;
        }
        return new(starts, sweep.Columns, sweep.Values, inputCount);
    }

    public void Dispose()
    {
        context.LeaveDriver(saved);
        block.Release();
    }
}
