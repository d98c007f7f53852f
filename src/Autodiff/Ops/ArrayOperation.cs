using System.Numerics;
using Autodiff.Recording;

namespace Autodiff.Ops;

/// <summary>Runs a rule on whole arrays, forward and backward.</summary>
internal sealed class ArrayOperation<TRule, T> : Operation<T>
    where TRule : struct, IArrayRule
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly ArrayOperation<TRule, T> Instance = new();

    internal static Variable<T> Apply(TRule rule, params ReadOnlySpan<Variable<T>> x)
    {
        Recording<T> recording = Recording<T>.Current;
        Inputs<T> inputs = InputsOf(x, recording);
        Node<T> node = recording.Result(rule.ResultShape(new Operands<T>(in inputs)));
        if (recording.IsRecording && inputs.AnyTracked(recording))
        {
            node.Track(Instance, rule);
            node.Inputs.Set(in inputs);
        }
        rule.Forward(new Operands<T>(in inputs), node.Elements, accumulate: false);
        return recording.Handle(node);
    }

    internal static Inputs<T> InputsOf(ReadOnlySpan<Variable<T>> x, Recording<T> recording)
    {
        Inputs<T> inputs = default;
        foreach (ref readonly Variable<T> each in x) { inputs.Add(each.NodeIn(recording), x.Length); }
        return inputs;
    }

    internal override string Name(Node<T> node) => RuleName.Of(node.Rule<TRule>());

    internal override bool Reads(Node<T> node, int input) => TRule.Reads(input);

    internal override void Pull(Node<T> node, Recording<T> recording) => node.Rule<TRule>().Pull(new Pullback<T>(node, recording));

    internal override void PullRecorded(Node<T> node, RecordedSweep<T> sweep) => node.Rule<TRule>().Pull(new Pullback<T>(node, sweep));
}
