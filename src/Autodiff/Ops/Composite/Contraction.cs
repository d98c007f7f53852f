using System.Numerics;

namespace Autodiff.Ops;

/// <summary>Contracts several labelled operands to one, by products and sums over labels.</summary>
internal sealed class Contraction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly SummationEquation equation;
    private readonly List<Labelled> left = [];

    private Contraction(SummationEquation equation) => this.equation = equation;

    /// <summary>The result of an equation.</summary>
    internal static Variable<T> Of(SummationEquation equation, ReadOnlySpan<Variable<T>> operands)
    {
        Contraction<T> contraction = new(equation);
        for (int i = 0; i < operands.Length; i++) { contraction.left.Add(contraction.WithoutRepeats(new(operands[i], equation.Operands[i]))); }
        return contraction.Run();
    }

    private Variable<T> Run()
    {
        for (int i = 0; i < left.Count; i++) { left[i] = Summed(left[i], NeededBeside(i, i)); }
        while (left.Count > 1)
        {
            (int a, int b) = Cheapest();
            Labelled product = Multiply(left[a], left[b], NeededBeside(a, b));
            left.RemoveAt(b);
            left.RemoveAt(a);
            left.Add(product);
        }
        return left[0].Ordered(equation.Result);
    }

    // Takes diagonals of labels that occur twice, and drops axes of length 1 that another operand makes longer.
    private Labelled WithoutRepeats(Labelled operand)
    {
        for (int axis = 0; axis < operand.Labels.Length; axis++)
        {
            int label = operand.Labels[axis], other = Array.LastIndexOf(operand.Labels, label);
            if (other == axis) { continue; }
            int[] others = [.. Enumerable.Range(0, operand.Labels.Length).Where(k => k != axis && k != other)];
            Variable<T> diagonal = Variable.Diagonal(Permuted(operand.Value, [.. others, axis, other]));
            operand = new(diagonal, [.. others.Select(k => operand.Labels[k]), label]);
            axis = -1;
        }
        uint gone = 0;
        Shape shape = operand.Value.Shape;
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            if (shape.Lengths[axis] == 1 && equation.Lengths[operand.Labels[axis]] != 1) { gone |= 1u << axis; }
        }
        if (gone == 0) { return operand; }
        return new(Variable.Reshape(operand.Value, shape.Without(gone, keepAxes: false)), [.. operand.Labels.Where((_, axis) => (gone & (1u << axis)) == 0)]);
    }

    // The labels that are still needed once two operands are contracted.
    private HashSet<int> NeededBeside(int a, int b)
    {
        HashSet<int> needed = [.. equation.Result];
        for (int i = 0; i < left.Count; i++)
        {
            if (i != a && i != b) { needed.UnionWith(left[i].Labels); }
        }
        return needed;
    }

    // The pair whose contraction increases the total size least.
    private (int A, int B) Cheapest()
    {
        (int A, int B) cheapest = (0, 1);
        double least = double.PositiveInfinity;
        for (int a = 0; a < left.Count && left.Count > 2; a++)
        {
            for (int b = a + 1; b < left.Count; b++)
            {
                HashSet<int> needed = NeededBeside(a, b);
                double cost = Size(left[a].Labels.Union(left[b].Labels).Where(needed.Contains)) - Size(left[a].Labels) - Size(left[b].Labels);
                if (cost < least) { (cheapest, least) = ((a, b), cost); }
            }
        }
        return cheapest;
    }

    private double Size(IEnumerable<int> labels) => labels.Aggregate(1.0, (product, label) => product * equation.Lengths[label]);

    private int[] LengthsOf(IEnumerable<int> labels) => [.. labels.Select(label => equation.Lengths[label])];

    private static Labelled Summed(Labelled operand, HashSet<int> needed)
    {
        uint gone = 0;
        for (int axis = 0; axis < operand.Labels.Length; axis++) { gone |= needed.Contains(operand.Labels[axis]) ? 0 : 1u << axis; }
        return gone == 0 ? operand : new(ArrayOperation<Sum, T>.Apply(new(gone, keepAxes: false), operand.Value), [.. operand.Labels.Where(needed.Contains)]);
    }

    private Labelled Multiply(Labelled a, Labelled b, HashSet<int> needed)
    {
        int[] common = [.. a.Labels.Intersect(b.Labels)];
        int[] batch = [.. common.Where(needed.Contains)], summed = [.. common.Except(batch)];
        int[] ofA = [.. a.Labels.Except(common)], ofB = [.. b.Labels.Except(common)], result = [.. batch, .. ofA, .. ofB];
        if (summed.Length == 0)
        {
            Variable<T> left = a.Seen([.. batch, .. ofA], [.. LengthsOf(batch), .. LengthsOf(ofA), .. Enumerable.Repeat(1, ofB.Length)]);
            return new(left * b.Seen([.. batch, .. ofB], [.. LengthsOf(batch), .. Enumerable.Repeat(1, ofA.Length), .. LengthsOf(ofB)]), result);
        }
        int[] count = batch.Length == 0 ? [] : [Count(batch)];
        int inner = Count(summed);
        Variable<T> product = ArrayOperation<MatMul, T>.Apply(
            default,
            a.Seen([.. batch, .. ofA, .. summed], [.. count, Count(ofA), inner]),
            b.Seen([.. batch, .. summed, .. ofB], [.. count, inner, Count(ofB)]));
        return new(Variable.Reshape(product, Shape.Of(LengthsOf(result))), result);
    }

    private int Count(int[] labels) => Shape.Of(LengthsOf(labels)).ElementCount;

    private static Variable<T> Permuted(Variable<T> x, int[] axes) => axes.Index().All(axis => axis.Index == axis.Item) ? x : x.Permute(axes);

    /// <summary>An array with a label for each axis.</summary>
    private readonly record struct Labelled(Variable<T> Value, int[] Labels)
    {
        /// <summary>The array with its axes in the order of these labels.</summary>
        internal Variable<T> Ordered(int[] labels)
        {
            int[] own = Labels;
            return Permuted(Value, Array.ConvertAll(labels, label => Array.IndexOf(own, label)));
        }

        /// <summary>The same in another shape.</summary>
        internal Variable<T> Seen(int[] labels, int[] lengths) => Variable.Reshape(Ordered(labels), Shape.Of(lengths));
    }
}
