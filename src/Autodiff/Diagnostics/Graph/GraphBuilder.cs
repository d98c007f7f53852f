using Autodiff.Ops;
using Autodiff.Recording;

namespace Autodiff.Diagnostics;

/// <summary>Makes a graph of what was traced: names what has no name, and sweeps backward for the adjoints.</summary>
internal static class GraphBuilder
{
    internal static Graph Build(Tracer<double> tracer, int inputs, Traced<double> result)
    {
        TracedNode<double> head = result.Node ?? tracer.AddConstant(result.Value);
        if (head.Tracer != tracer) { Throw.TracesMixed(typeof(Traced<double>)); }
        ReadOnlySpan<TracedNode<double>> nodes = tracer.Nodes;
        double[] adjoints = Sweep(nodes, head.Index);
        string[] names = Names(nodes, head.Index);
        GraphNode[] finished = new GraphNode[nodes.Length];
        for (int k = 0; k < finished.Length; k++)
        {
            TracedNode<double> node = nodes[k];
            finished[k] = new(names[k], node.Operation, [.. node.Operands], node.Value, adjoints[k], [.. node.Partials]);
        }
        return new([.. finished], inputs, head.Index);
    }

    // Operands stand before what is computed from them, so one way back through the list meets each node after all its uses.
    private static double[] Sweep(ReadOnlySpan<TracedNode<double>> nodes, int head)
    {
        double[] adjoints = new double[nodes.Length];
        adjoints[head] = 1;
        for (int k = head; k >= 0; k--)
        {
            for (int i = 0; i < nodes[k].Operands.Length; i++) { adjoints[nodes[k].Operands[i]] += Number<double>.Carry(adjoints[k], nodes[k].Partials[i]); }
        }
        return adjoints;
    }

    private static string[] Names(ReadOnlySpan<TracedNode<double>> nodes, int head)
    {
        HashSet<string> taken = [];
        foreach (TracedNode<double> node in nodes)
        {
            if (node.Name is not null) { taken.Add(node.Name); }
        }
        string[] names = new string[nodes.Length];
        int count = 0;
        for (int k = 0; k < names.Length; k++)
        {
            names[k] = nodes[k].Name
                ?? (k == head && taken.Add("y") ? "y"
                : nodes[k].Operation == Tracer<double>.Constant ? GraphText.Exact(nodes[k].Value)
                : Next(taken, ref count));
        }
        return names;
    }

    private static string Next(HashSet<string> taken, ref int count)
    {
        string name;
        do { name = $"v{++count}"; } while (!taken.Add(name));
        return name;
    }
}
