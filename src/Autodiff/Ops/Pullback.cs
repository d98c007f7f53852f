using System.Numerics;
using Autodiff.Kernels;
using Autodiff.Recording;

namespace Autodiff.Ops;

/// <summary>What a rule pulls back through: its inputs, its result, the adjoint of that, and where to add the adjoints of the inputs.</summary>
internal readonly struct Pullback<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Node<T> node;
    private readonly Recording<T> recording;
    private readonly RecordedSweep<T>? sweep;   // null: a sweep that is not recorded

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

    /// <summary>The number of inputs.</summary>
    internal int Count => node.Inputs.Count;

    /// <summary>dy, the adjoint of the result.</summary>
    internal Variable<T> Adjoint { get; }

    /// <summary>y, the result.</summary>
    internal Variable<T> Output => recording.Handle(node);

    /// <summary>One of the inputs.</summary>
    internal Variable<T> Input(int index) => recording.Handle(node.Inputs[index]);

    /// <summary>The shape of one of the inputs.</summary>
    internal Shape Shape(int index) => node.Inputs[index].Shape;

    /// <summary>Whether the adjoint of an input is of use.</summary>
    internal bool Wants(int index) => sweep is null ? recording.Wants(node.Inputs[index]) : sweep.Wants(node.Inputs[index]);

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
            rule.Forward(operands, recording.AdjointElementsOf(input, out bool accumulate), accumulate);
        }
        else { Add(index, ArrayOperation<TRule, T>.Apply(rule, arguments)); }
    }

    /// <summary>Adds an array to the adjoint of an input, summed over the axes along which the input was repeated.</summary>
    internal void Add(int index, Variable<T> pulled)
    {
        Node<T> input = node.Inputs[index];
        if (!Wants(index)) { return; }
        if (sweep is not null)
        {
            sweep.Add(input, pulled);
            return;
        }
        Node<T> source = pulled.NodeIn(recording);
        if (!source.Shape.Equals(input.Shape)) { Add(index, new SumTo(input.Shape), pulled); }
        else if (!recording.IsScratch(source) || !source.HasAdjoint || !source.TryPassAdjoint(input))
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
