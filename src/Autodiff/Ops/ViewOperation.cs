using System.Numerics;
using Autodiff.Kernels;
using Autodiff.Recording;

namespace Autodiff.Ops;

/// <summary>Makes views, and pulls back through them: dx at the elements that the view shows is dy, elsewhere 0.</summary>
internal sealed class ViewOperation<TRule, T> : Operation<T>
    where TRule : struct, IViewRule
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly ViewOperation<TRule, T> Instance = new();

    internal static Variable<T> Apply(TRule rule, in Variable<T> x)
    {
        Recording<T> recording = Recording<T>.Current;
        Node<T> input = x.NodeIn(recording);
        Layout layout = rule.View(input.Layout, out int offset);

        // A view of nothing stays where its source begins, which lies within memory.
        Node<T> node = recording.View(input, layout, input.Elements.Start + (layout.Shape.ElementCount == 0 ? 0 : offset));
        if (recording.IsRecording && recording.Tracks(input))
        {
            node.Track(Instance, rule);
            node.Inputs.Set(input);
        }
        return recording.Handle(node);
    }

    internal override string Name(Node<T> node) => RuleName.Of(node.Rule<TRule>());

    internal override bool Reads(Node<T> node, int input) => false;

    internal override void Pull(Node<T> node, Recording<T> recording) => TRule.Pull(node.Rule<TRule>(), new Pullback<T>(node, recording));

    internal override void PullRecorded(Node<T> node, RecordedSweep<T> sweep) => TRule.Pull(node.Rule<TRule>(), new Pullback<T>(node, sweep));
}
