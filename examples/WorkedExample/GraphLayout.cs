using Autodiff;

namespace WorkedExample;

/// <summary>A place in a layer: a box, or a point where an arrow to a later layer passes.</summary>
internal sealed class Slot(int layer, double width, double height)
{
    internal int Layer { get; } = layer;

    /// <summary>The width of the box; a point is stretched over its layer, so that the arrow passes the boxes there level.</summary>
    internal double Width { get; set; } = width;

    internal double Height { get; } = height;

    /// <summary>The left edge.</summary>
    internal double X { get; set; }

    /// <summary>The middle.</summary>
    internal double Y { get; set; }

    internal List<Slot> Neighbours { get; } = [];
}

/// <summary>An arrow from one box through points to another, for one operand of an operation.</summary>
internal sealed record Arrow(Slot[] Path, int Target, double Partial);

/// <summary>
/// Boxes in layers from left to right: each operation stands right of its operands, at the length of the longest path from an input.
/// </summary>
internal sealed class GraphLayout
{
    internal const double BoxHeight = 72;

    private const double PointHeight = 30, RowGap = 26, LayerGap = 104, Margin = 24;
    private const int Passes = 8;

    private readonly List<List<Slot>> layers = [];

    internal GraphLayout(Graph graph, Func<int, double> widthOf)
    {
        int[] layerOf = LayersOf(graph);
        for (int layer = 0; layer <= layerOf.Max(); layer++) { layers.Add([]); }
        Boxes = [.. layerOf.Select((layer, node) => Add(new Slot(layer, widthOf(node), BoxHeight)))];
        Arrows = [.. Enumerable.Range(0, Boxes.Length).SelectMany(node => ArrowsTo(graph, node))];
        for (int pass = 0; pass < Passes; pass++) { SortByNeighbours(forward: pass % 2 == 0); }
        foreach (List<Slot> layer in layers) { Stack(layer); }
        for (int pass = 0; pass < Passes; pass++) { MoveToNeighbours(forward: pass % 2 == 0); }
        MoveToPage();
    }

    internal Slot[] Boxes { get; }

    internal Arrow[] Arrows { get; }

    internal double Width { get; private set; }

    internal double Height { get; private set; }

    private static int[] LayersOf(Graph graph)
    {
        int[] layerOf = new int[graph.Nodes.Count];
        for (int k = 0; k < layerOf.Length; k++)
        {
            foreach (int operand in graph.Nodes[k].Operands) { layerOf[k] = Math.Max(layerOf[k], layerOf[operand] + 1); }
        }
        // A constant has one use, and stands just left of it.
        for (int k = 0; k < layerOf.Length; k++)
        {
            foreach (int operand in graph.Nodes[k].Operands)
            {
                if (graph.Nodes[operand].Operation == "Constant") { layerOf[operand] = layerOf[k] - 1; }
            }
        }
        return layerOf;
    }

    private Slot Add(Slot slot)
    {
        layers[slot.Layer].Add(slot);
        return slot;
    }

    private IEnumerable<Arrow> ArrowsTo(Graph graph, int node)
    {
        for (int i = 0; i < graph.Nodes[node].Operands.Count; i++)
        {
            Slot from = Boxes[graph.Nodes[node].Operands[i]], to = Boxes[node];
            Slot[] points = [.. Enumerable.Range(from.Layer + 1, to.Layer - from.Layer - 1).Select(layer => Add(new Slot(layer, 0, PointHeight)))];
            Slot[] path = [from, .. points, to];
            for (int k = 1; k < path.Length; k++)
            {
                path[k - 1].Neighbours.Add(path[k]);
                path[k].Neighbours.Add(path[k - 1]);
            }
            yield return new(path, node, graph.Nodes[node].LocalPartials[i]);
        }
    }

    // Few arrows cross where each slot stands at the mean of the slots that it is joined to in the layer before.
    private void SortByNeighbours(bool forward)
    {
        foreach (List<Slot> layer in layers)
        {
            for (int i = 0; i < layer.Count; i++) { layer[i].Y = i; }
        }
        foreach (List<Slot> layer in forward ? layers : layers.AsEnumerable().Reverse())
        {
            Slot[] sorted = [.. layer.OrderBy(slot => MeanOfNeighbours(slot, forward))];
            for (int i = 0; i < sorted.Length; i++)
            {
                layer[i] = sorted[i];
                sorted[i].Y = i;
            }
        }
    }

    private static double MeanOfNeighbours(Slot slot, bool forward) =>
        slot.Neighbours.Where(other => (other.Layer < slot.Layer) == forward).Select(other => other.Y).DefaultIfEmpty(slot.Y).Average();

    private static double Distance(Slot upper, Slot lower) => ((upper.Height + lower.Height) / 2) + RowGap;

    private static void Stack(List<Slot> layer)
    {
        layer[0].Y = 0;
        for (int i = 1; i < layer.Count; i++) { layer[i].Y = layer[i - 1].Y + Distance(layer[i - 1], layer[i]); }
        double middle = (layer[0].Y + layer[^1].Y) / 2;
        foreach (Slot slot in layer) { slot.Y -= middle; }
    }

    // Each slot to the height of its neighbours, as far as its layer's order allows: pushed down and pushed up, and the mean of both.
    private void MoveToNeighbours(bool forward)
    {
        foreach (List<Slot> layer in forward ? layers : layers.AsEnumerable().Reverse())
        {
            double[] down = [.. layer.Select(slot => MeanOfNeighbours(slot, forward))];
            double[] up = [.. down];
            for (int i = 1; i < down.Length; i++) { down[i] = Math.Max(down[i], down[i - 1] + Distance(layer[i - 1], layer[i])); }
            for (int i = up.Length - 2; i >= 0; i--) { up[i] = Math.Min(up[i], up[i + 1] - Distance(layer[i], layer[i + 1])); }
            for (int i = 0; i < down.Length; i++) { layer[i].Y = (down[i] + up[i]) / 2; }
        }
    }

    private void MoveToPage()
    {
        double x = Margin, top = layers.Min(layer => layer.Min(slot => slot.Y - (slot.Height / 2)));
        foreach (List<Slot> layer in layers)
        {
            double width = layer.Max(slot => slot.Width);
            foreach (Slot slot in layer)
            {
                if (slot.Width == 0) { slot.Width = width; }
                slot.X = x + ((width - slot.Width) / 2);
                slot.Y += Margin - top;
            }
            x += width + LayerGap;
        }
        Width = x - LayerGap + Margin;
        Height = layers.Max(layer => layer.Max(slot => slot.Y + (slot.Height / 2))) + Margin;
    }
}
