using System.Numerics;
using Autodiff.Kernels;
using Autodiff.Recording;

namespace Autodiff.Ops;

/// <summary>Runs a unary rule over arrays, element by element, forward and backward.</summary>
internal sealed class UnaryOperation<TRule, T> : Operation<T>
    where TRule : struct, IUnaryRule
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly UnaryOperation<TRule, T> Instance = new();

    [MethodImpl(AggressiveOptimization)]
    internal static Variable<T> Apply(TRule rule, in Variable<T> x)
    {
        Recording<T> recording = Recording<T>.Current;
        Node<T> input = x.NodeIn(recording);
        Node<T> node = recording.Result(input.Shape);
        if (recording.IsRecording && recording.Tracks(input))
        {
            node.Track(Instance, rule);
            node.Inputs.Set(input);
        }
        if (input.Layout.IsDense) { Elementwise.Forward(rule, input.Span, node.Span); }
        else { StridedElementwise.Forward(rule, input.Elements, node.Span); }
        return recording.Handle(node);
    }

    internal override string Name(Node<T> node) => RuleName.Of(node.Rule<TRule>());

    internal override bool Reads(Node<T> node, int input) => (TRule.Reads & Autodiff.Reads.Input) != 0;

    [MethodImpl(AggressiveOptimization)]
    internal override void Pull(Node<T> node, Recording<T> recording)
    {
        Node<T> input = node.Inputs.A;
        if (!recording.Wants(input)) { return; }
        Span<T> dx = recording.AdjointOf(input, out bool accumulate);
        PullInto(node, input, node.AdjointSpan, dx, accumulate);
    }

    internal override int NonFinitePartial(Node<T> node, Recording<T> recording) =>
        UnitPull.IsFinite<T>(node.Shape.ElementCount, (ones, partial) => PullInto(node, node.Inputs.A, ones, partial, accumulate: false)) ? -1 : 0;

    [MethodImpl(AggressiveInlining)]
    private static void PullInto(Node<T> node, Node<T> input, ReadOnlySpan<T> dy, Span<T> dx, bool accumulate)
    {
        TRule rule = node.Rule<TRule>();
        if (input.Layout.IsDense || (TRule.Reads & Autodiff.Reads.Input) == 0)
        {
            Span<T> x = (TRule.Reads & Autodiff.Reads.Input) == 0 ? default : input.Span;
            Elementwise.Backward<TRule, T>(rule, x, node.Span, dy, dx, accumulate);
        }
        else { StridedElementwise.Backward<TRule, T>(rule, input.Elements, node.Span, dy, dx, accumulate); }
    }

    internal override void PullRecorded(Node<T> node, RecordedSweep<T> sweep)
    {
        Node<T> input = node.Inputs.A;
        if (!sweep.Wants(input)) { return; }
        Variable<T> partial = node.Rule<TRule>().Derivative(sweep.Handle(input), sweep.Handle(node));
        sweep.Add(input, Variable<T>.Propagate(sweep.AdjointOf(node), partial));
    }
}
