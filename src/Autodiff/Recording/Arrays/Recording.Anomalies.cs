using System.Diagnostics;
using System.Numerics.Tensors;
using Autodiff.Diagnostics;

namespace Autodiff.Recording;

/// <content>The mode that looks for derivatives that are not finite.</content>
internal sealed partial class Recording<T>
{
    private readonly Dictionary<int, StackTrace> traces = [];

    /// <summary>Whether operations note the line that recorded them, and sweeps look at every derivative.</summary>
    internal bool IsDetecting => context.IsDetecting;

    /// <summary>Notes the line that records a node.</summary>
    internal void Trace(Node<T> node) => traces[node.Position] = new(fNeedFileInfo: true);

    // A partial that is not finite is told even where the adjoint is 0 and so nothing comes of it.
    private void PullWatched(Node<T> node)
    {
        Operation<T> operation = node.Operation!;
        int guilty = operation.NonFinitePartial(node, this);
        if (guilty >= 0) { Report(node, guilty); }
        bool wasFinite = IsFinite(node.AdjointSpan);
        operation.Pull(node, this);
        for (int i = 0; i < node.Inputs.Count && wasFinite; i++)
        {
            Node<T> input = node.Inputs[i];
            if (Wants(input) && !IsFinite(WrittenAdjointOf(input))) { Report(node, i); }
        }
    }

    // Looking must not make an adjoint where the pull has made none.
    private ReadOnlySpan<T> WrittenAdjointOf(Node<T> input) =>
        input.Recording is not null ? input.HasAdjoint ? input.AdjointSpan : default
        : wanted is not null ? wanted.Written(input)
        : input.Attached!.IsWritten ? input.Attached.Node.Span : default;

    private void Report(Node<T> node, int input)
    {
        string location = traces.TryGetValue(node.Position, out StackTrace? trace) ? Locate(trace) : "an unknown line, recorded outside DetectAnomalies";
        Throw.Anomaly(node.Operation!.Name(node), node.Inputs[input].Shape, node.Shape, input, location);
    }

    // The first frame outside this assembly.
    private static string Locate(StackTrace trace)
    {
        foreach (StackFrame frame in trace.GetFrames())
        {
            if (DiagnosticMethodInfo.Create(frame) is { } method && method.DeclaringAssemblyName != typeof(Recording<T>).Assembly.FullName)
            {
                string place = $"{method.DeclaringTypeName}.{method.Name}";
                return frame.GetFileName() is { } file ? $"{place} in {file}:line {frame.GetFileLineNumber()}" : place;
            }
        }
        return "an unknown line";
    }

    private static bool IsFinite(ReadOnlySpan<T> elements) => elements.IsEmpty || TensorPrimitives.IsFiniteAll(elements);
}
