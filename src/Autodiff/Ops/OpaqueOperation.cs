using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;
using Autodiff.Recording;

namespace Autodiff.Ops;

/// <summary>Runs a function as a black box, and pulls back by another one given with it.</summary>
internal sealed class OpaqueOperation<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int LongestName = 60;

    private static readonly OpaqueOperation<T> Instance = new();

    internal static Variable<T> Apply(ReadOnlySpan<Variable<T>> x, ArrayFunction<T> forward, ArrayPull<T> pull, string name)
    {
        if (x.IsEmpty) { Throw.NoOperands(name); }
        Recording<T> recording = Recording<T>.Current;
        Inputs<T> inputs = ArrayOperation<Copy, T>.InputsOf(x, recording);

        // Without their history, and in a recording of its own: what the function records, and how it ends that, is its own affair.
        Variable<T>[] constants = new Variable<T>[x.Length];
        for (int i = 0; i < constants.Length; i++) { constants[i] = x[i].Detach(); }
        ThreadContext context = ThreadContext.Current;
        ThreadContext.Saved saved = context.EnterDriver();
        context.IsTraining = saved.IsTraining;
        Variable<T> y;
        try
        {
            y = forward(constants).Detach();
        }
        finally
        {
            context.LeaveDriver(saved);
        }
        Node<T> source = y.NodeIn(recording), node = recording.Result(source.Shape);
        StridedCopy.Copy(source.Elements, node.Elements, accumulate: false);
        if (recording.IsRecording && inputs.AnyTracked(recording))
        {
            node.Track(Instance, new Opaque(pull, name));
            node.Inputs.Set(in inputs);
        }
        return recording.Handle(node);
    }

    internal override string Name(Node<T> node) => node.Rule<Opaque>().Name;

    internal override bool Reads(Node<T> node, int input) => true;

    internal override void Pull(Node<T> node, Recording<T> recording) => Pull(node, new Pullback<T>(node, recording));

    internal override void PullRecorded(Node<T> node, RecordedSweep<T> sweep) => Pull(node, new Pullback<T>(node, sweep));

    private static void Pull(Node<T> node, in Pullback<T> pull)
    {
        Opaque rule = node.Rule<Opaque>();
        Variable<T>[] x = new Variable<T>[pull.Count];
        for (int i = 0; i < x.Length; i++) { x[i] = pull.Input(i); }
        Variable<T>?[]? pulled = rule.Pull(x, pull.Output, pull.Adjoint);
        if (pulled is null || pulled.Length != x.Length) { Throw.PulledCount(rule.Name, pulled?.Length, x.Length); }
        Pullback<T> keeping = pull.Keeping;
        for (int i = 0; i < x.Length; i++)
        {
            if (pulled[i] is { } gradient) { keeping.Add(i, gradient); }
        }
    }

    /// <summary>The function that pulls, and a name for errors.</summary>
    private readonly struct Opaque(ArrayPull<T> pull, string name)
    {
        internal ArrayPull<T> Pull { get; } = pull;

        // What the caller wrote may be a lambda of many lines.
        internal string Name
        {
            get
            {
                string line = name.Split('\n', 2)[0].Trim();
                return line.Length == 0 ? "A function" : line.Length > LongestName ? line[..LongestName] + "..." : line;
            }
        }
    }
}
