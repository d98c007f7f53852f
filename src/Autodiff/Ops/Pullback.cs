using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;
using Autodiff.Ops;
using Autodiff.Recording;

namespace Autodiff;

/// <summary>What a rule pulls back with: its inputs, its result, the adjoint of the result, and where to add the adjoints of the inputs.</summary>
/// <remarks>
/// The adjoint of an array is the derivative of the swept result by it, in its shape. All these arrays are valid during the pull only: do not keep them.
/// </remarks>
/// <typeparam name="T">float or double.</typeparam>
public readonly ref struct Pullback<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Node<T> node;
    private readonly Recording<T> recording;
    private readonly RecordedSweep<T>? sweep;   // null: a sweep that is not recorded
    private readonly bool keepsResults;         // what is computed on the way is not passed on but copied, so that it can be added more than once

    internal Pullback(Node<T> node, Recording<T> recording)
    {
        this.node = node;
        this.recording = recording;
        Adjoint = recording.Handle(recording.AdjointAsNode(node));
    }

    internal Pullback(Node<T> node, RecordedSweep<T> sweep)
    {
        this.node = node;
        this.sweep = sweep;
        recording = sweep.Recording;
        Adjoint = sweep.AdjointOf(node);
    }

    private Pullback(Pullback<T> other)
    {
        (node, recording, sweep, Adjoint) = (other.node, other.recording, other.sweep, other.Adjoint);
        keepsResults = true;
    }

    /// <summary>The number of inputs.</summary>
    public int Count => node.Inputs.Count;

    /// <summary>dy, the adjoint of the result.</summary>
    public Variable<T> Adjoint { get; }

    /// <summary>y, the result.</summary>
    public Variable<T> Output => recording.Handle(node);

    /// <summary>The same for a rule of a user, which may add one array to several inputs and use it after that.</summary>
    internal Pullback<T> Keeping => new(this);

    /// <summary>One of the inputs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such input.</exception>
    public Variable<T> Input(int index)
    {
        if ((uint)index >= (uint)Count) { Throw.NoSuchInput(index, Count); }
        return recording.Handle(node.Inputs[index]);
    }

    /// <summary>The shape of one of the inputs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such input.</exception>
    public Shape Shape(int index)
    {
        if ((uint)index >= (uint)Count) { Throw.NoSuchInput(index, Count); }
        return node.Inputs[index].Shape;
    }

    /// <summary>Whether the adjoint of an input is needed; what is added to one that is not is dropped.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such input.</exception>
    public bool Wants(int index)
    {
        if ((uint)index >= (uint)Count) { Throw.NoSuchInput(index, Count); }
        return IsWanted(index);
    }

    private bool IsWanted(int index) => sweep is null ? recording.Wants(node.Inputs[index]) : sweep.Wants(node.Inputs[index]);

    /// <summary>Something in the shape of a result that lost axes of the first input, repeated along them.</summary>
    internal Variable<T> Repeated(Variable<T> reduced, uint axes)
    {
        Shape shape = Shape(0);
        return Variable.Expand(Variable.Reshape(reduced, shape.Without(axes, keepAxes: true)), shape);
    }

    /// <summary>Adds the result of an operation to the adjoint of an input. Without a recording it is computed in place.</summary>
    internal void Add<TRule>(int index, TRule rule, params ReadOnlySpan<Variable<T>> arguments)
        where TRule : struct, IArrayRule
    {
        Node<T> input = node.Inputs[index];
        if (!Wants(index)) { return; }
        if (sweep is not null)
        {
            sweep.Add(input, ArrayOperation<TRule, T>.Apply(rule, arguments));
            return;
        }
        Inputs<T> inputs = ArrayOperation<TRule, T>.InputsOf(arguments, recording);
        Operands<T> operands = new(in inputs);
        if (rule.ResultShape(operands).Equals(input.Shape))
        {
            Accumulation.Forward(rule, operands, recording.AdjointElementsOf(input, out bool accumulate), accumulate);
        }
        else { Add(index, ArrayOperation<TRule, T>.Apply(rule, arguments)); }
    }

    /// <summary>Adds an array to the adjoint of an input, summed over the axes along which the input was repeated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such input.</exception>
    /// <exception cref="ShapeMismatchException">The array has neither the shape of the input nor one that the input broadcasts to.</exception>
    public void Add(int index, Variable<T> pulled)
    {
        if (!Wants(index)) { return; }
        Node<T> input = node.Inputs[index], source = pulled.NodeIn(recording);
        bool isRepeated = !source.Shape.Equals(input.Shape);
        if (isRepeated && !input.Shape.CanExpandTo(source.Shape)) { Throw.PulledShape(node.Operation!.Name(node), index, source.Shape, input.Shape); }
        if (sweep is not null) { sweep.Add(input, pulled); }
        else if (isRepeated) { Add(index, new SumTo(input.Shape), pulled); }
        else if (keepsResults || !recording.IsScratch(source) || !source.HasAdjoint || !source.TryPassAdjoint(input))
        {
            StridedCopy.Copy(source.Elements, recording.AdjointElementsOf(input, out bool accumulate), accumulate);
        }
    }

    /// <summary>Adds dy itself, seen in the shape of the input, which has as many elements in the same order.</summary>
    internal void AddAdjoint(int index)
    {
        Node<T> input = node.Inputs[index];
        if (!Wants(index)) { return; }
        if (sweep is not null) { sweep.Add(input, Variable.Reshape(Adjoint, input.Shape)); }
        else if (!node.TryPassAdjoint(input))
        {
            Elements<T> reshaped = new(node.Adjoint.Memory, node.Adjoint.Start, input.Shape.Dense);
            StridedCopy.Copy(reshaped, recording.AdjointElementsOf(input, out bool accumulate), accumulate);
        }
    }
}
