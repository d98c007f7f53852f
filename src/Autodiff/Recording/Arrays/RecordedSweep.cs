using System.Numerics;
using Autodiff.Ops;

namespace Autodiff.Recording;

/// <summary>
/// A sweep that records itself: adjoints are recorded arrays, and the rules run over them, so that gradients can be differentiated
/// like any other result.
/// </summary>
internal sealed class RecordedSweep<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Recording<T> recording = Recording<T>.Current;
    private readonly Dictionary<Node<T>, Variable<T>> adjoints = new(ReferenceEqualityComparer.Instance);

    /// <summary>Sweeps from heads with weights; what is computed is recorded, whether or not the thread is.</summary>
    internal void Run(ReadOnlySpan<Node<T>> heads, ReadOnlySpan<Node<T>?> weights)
    {
        recording.Inspect(heads, writesAttached: false);
        Node<T>? outer = recording.PulledAndRecorded;
        bool wasRecording = recording.SetRecording(true);
        try
        {
            int last = -1;
            for (int i = 0; i < heads.Length; i++)
            {
                Add(heads[i], weights.IsEmpty || weights[i] is null ? Variable.Ones<T>(heads[i].Shape.Lengths) : Handle(weights[i]!));
                if (heads[i].Recording is not null) { last = Math.Max(last, heads[i].Position); }
            }
            for (int k = last; k >= recording.Opened; k--)
            {
                Node<T> node = recording[k];
                if (!adjoints.ContainsKey(node)) { continue; }
                recording.PulledAndRecorded = node;
                node.Operation!.PullRecorded(node, this);
            }
        }
        finally
        {
            recording.PulledAndRecorded = outer;
            recording.SetRecording(wasRecording);
        }
    }

    internal Recording<T> Recording => recording;

    internal bool Wants(Node<T> input) => recording.Tracks(input);

    internal Variable<T> Handle(Node<T> node) => recording.Handle(node);

    internal Variable<T> AdjointOf(Node<T> node) => adjoints[node];

    /// <summary>The gradient by a variable; 0 where no head depends on it.</summary>
    internal Variable<T> GradientOf(Node<T> variable) =>
        adjoints.TryGetValue(variable, out Variable<T> gradient) ? gradient : Variable.Zeros<T>(variable.Shape.Lengths);

    /// <summary>Adds what is pulled back to an input, summed over the axes along which the input was repeated.</summary>
    internal void Add(Node<T> input, Variable<T> pulled)
    {
        if (!pulled.Shape.Equals(input.Shape)) { pulled = SumTo.Apply(pulled, input.Shape); }
        adjoints[input] = adjoints.TryGetValue(input, out Variable<T> before) ? before + pulled : pulled;
    }
}
