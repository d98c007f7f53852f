using System.Numerics;
using Autodiff.Kernels;
using Autodiff.Recording;

namespace Autodiff.Ops;

/// <summary>
/// Runs a binary rule over arrays, element by element, forward and backward. Here is where broadcasting happens: no rule knows of it.
/// </summary>
internal sealed class BinaryOperation<TRule, T> : Operation<T>
    where TRule : struct, IBinaryRule
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly BinaryOperation<TRule, T> Instance = new();

    [MethodImpl(AggressiveOptimization)]
    internal static Variable<T> Apply(TRule rule, in Variable<T> a, in Variable<T> b)
    {
        Recording<T> recording = Recording<T>.Current;
        Node<T> inputA = a.NodeIn(recording), inputB = b.NodeIn(recording);
        Layout layout = inputA.Layout;
        bool aligned = ReferenceEquals(layout, inputB.Layout) && layout.IsDense;
        Node<T> node = recording.Result(aligned ? layout.Shape : Shape.Broadcast(typeof(TRule).Name, inputA.Shape, inputB.Shape));
        if (recording.IsRecording && (recording.Tracks(inputA) || recording.Tracks(inputB)))
        {
            node.Track(Instance, rule);
            node.Inputs.Set(inputA, inputB);
        }
        if (aligned && layout.Length == 1) { node.Single = Elementwise.Forward(rule, inputA.Single, inputB.Single); }
        else if (aligned) { Elementwise.Forward(rule, inputA.Span, inputB.Span, node.Span); }
        else { StridedElementwise.Forward(rule, inputA.Elements, inputB.Elements, node.Elements); }
        return recording.Handle(node);
    }

    internal override string Name(Node<T> node) => RuleName.Of(node.Rule<TRule>());

    internal override bool Reads(Node<T> node, int input) =>
        ((TRule.ReadsA | TRule.ReadsB) & (input == 0 ? Autodiff.Reads.A : Autodiff.Reads.B)) != 0;

    [MethodImpl(AggressiveOptimization)]
    internal override void Pull(Node<T> node, Recording<T> recording)
    {
        if (recording.Wants(node.Inputs.A)) { PullTo<SideA>(node, node.Inputs.A, recording); }
        if (recording.Wants(node.Inputs.B)) { PullTo<SideB>(node, node.Inputs.B, recording); }
    }

    internal override int NonFinitePartial(Node<T> node, Recording<T> recording)
    {
        TRule rule = node.Rule<TRule>();
        int length = node.Shape.ElementCount;
        bool Check<TSide>()
            where TSide : struct, ISide =>
            UnitPull.IsFinite<T>(length, (ones, partial) => PullInto<TSide>(rule, node, ones, partial, accumulate: false));

        return recording.Wants(node.Inputs.A) && !Check<SideA>() ? 0 : recording.Wants(node.Inputs.B) && !Check<SideB>() ? 1 : -1;
    }

    internal override void PullRecorded(Node<T> node, RecordedSweep<T> sweep)
    {
        TRule rule = node.Rule<TRule>();
        Node<T> inputA = node.Inputs.A, inputB = node.Inputs.B;
        Variable<T> a = sweep.Handle(inputA), b = sweep.Handle(inputB), y = sweep.Handle(node), dy = sweep.AdjointOf(node);
        if (sweep.Wants(inputA)) { sweep.Add(inputA, Variable<T>.Propagate(dy, rule.DerivativeA(a, b, y))); }
        if (sweep.Wants(inputB)) { sweep.Add(inputB, Variable<T>.Propagate(dy, rule.DerivativeB(a, b, y))); }
    }

    [MethodImpl(AggressiveInlining)]
    private static void PullTo<TSide>(Node<T> node, Node<T> input, Recording<T> recording)
        where TSide : struct, ISide
    {
        TRule rule = node.Rule<TRule>();
        bool isRepeated = !ReferenceEquals(input.Shape, node.Shape) && !input.Shape.Equals(node.Shape);
        if (IsPassedOn<TSide>(rule))
        {
            // A partial of 1 everywhere: the adjoint itself, or its sum over what was repeated.
            if (isRepeated)
            {
                Span<T> sum = recording.AdjointOf(input, out bool add);
                Reduction.SumTo(node.Adjoint, input.Shape, sum, add);
                return;
            }
            if (node.TryPassAdjoint(input)) { return; }
        }
        if (isRepeated) { PullToRepeated<TSide>(rule, node, input, recording); }
        else
        {
            Span<T> target = recording.AdjointOf(input, out bool accumulate);
            PullInto<TSide>(rule, node, node.AdjointSpan, target, accumulate);
        }
    }

    // Nothing is read and the partial is 1: a constant to the JIT for a rule without parameters.
    [MethodImpl(AggressiveInlining)]
    private static bool IsPassedOn<TSide>(TRule rule)
        where TSide : struct, ISide =>
        TSide.Reads<TRule>() == Autodiff.Reads.Nothing && TSide.Derivative<TRule, Number<T>>(rule, default, default, default).Value == T.One;

    [MethodImpl(AggressiveInlining)]
    private static void PullInto<TSide>(TRule rule, Node<T> node, ReadOnlySpan<T> dy, Span<T> target, bool accumulate)
        where TSide : struct, ISide
    {
        Node<T> a = node.Inputs.A, b = node.Inputs.B;
        Layout dense = node.Layout;
        Reads reads = TSide.Reads<TRule>();
        bool readsA = (reads & Autodiff.Reads.A) != 0, readsB = (reads & Autodiff.Reads.B) != 0;
        if ((!readsA || IsAligned(a.Layout, dense)) && (!readsB || IsAligned(b.Layout, dense)))
        {
            Elementwise.Backward<TRule, T, TSide>(
                rule, readsA ? a.Span : default, readsB ? b.Span : default, node.Span, dy, target, accumulate);
        }
        else { StridedElementwise.Backward<TRule, T, TSide>(rule, a.Elements, b.Elements, node.Elements, dy, target, accumulate); }
    }

    // Equal dense layouts are mostly one object, and dense elements of equal shape stand alike in any case.
    [MethodImpl(AggressiveInlining)]
    private static bool IsAligned(Layout layout, Layout dense) => ReferenceEquals(layout, dense) || (layout.IsDense && layout.Shape.Equals(dense.Shape));

    private static void PullToRepeated<TSide>(TRule rule, Node<T> node, Node<T> input, Recording<T> recording)
        where TSide : struct, ISide
    {
        int length = node.Shape.ElementCount;
        T[] memory = recording.Rent(length, out int start);
        Elements<T> pulled = new(memory, start, node.Shape.Dense);
        PullInto<TSide>(rule, node, node.AdjointSpan, pulled.Span, accumulate: false);
        Span<T> sum = recording.AdjointOf(input, out bool accumulate);
        Reduction.SumTo(pulled, input.Shape, sum, accumulate);
        recording.Return(memory, start, length);
    }
}
