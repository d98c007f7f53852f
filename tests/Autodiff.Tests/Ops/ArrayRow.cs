namespace Autodiff.Tests.Ops;

/// <summary>An operation on whole arrays.</summary>
/// <param name="Name">The name of its function in <see cref="Variable"/>, or of the member of the value.</param>
/// <param name="Calls">How user code calls it, for each way that its parameters differ.</param>
internal sealed record ArrayRow(string Name, params ArrayCall[] Calls)
{
    /// <summary>Points with their value and gradients by convention, and where arithmetic could go wrong.</summary>
    public SpecialArrays[] Specials { get; init; } = [];

    /// <summary>Calls that have to be refused.</summary>
    public MalformedCall[] Malformed { get; init; } = [];

    public override string ToString() => Name;
}

/// <summary>An operation with its parameters.</summary>
/// <param name="Function">The call.</param>
/// <param name="Reference">The value by plain loops.</param>
/// <param name="Shapes">For each sample the shapes of the inputs.</param>
internal sealed record ArrayCall(IArrayFunction Function, Func<Grid[], Grid> Reference, params int[][][] Shapes)
{
    // Numbers of single precision stay what they are, and differences of them are exact.
    private const double Grain = 256;
    private const double Clearance = 8 / Grain;

    /// <summary>The least of the elements that are drawn.</summary>
    public double Low { get; init; } = -1.875;

    /// <summary>The bound of the elements that are drawn.</summary>
    public double High { get; init; } = 2.125;

    /// <summary>The inputs whose elements the pull looks at; the others may be updated before the sweep.</summary>
    public int[] Reads { get; init; } = [];

    /// <summary>The inputs that have no gradient, which are 0 and 1 by turns: masks.</summary>
    public int[] Masks { get; init; } = [];

    /// <summary>Whether there is a matrix among the inputs that must not be singular, so that none may be a view that repeats rows or columns.</summary>
    public bool IsRegular { get; init; }

    /// <summary>More samples: points where the function is smooth and its arithmetic is not.</summary>
    public Grid[][] Points { get; init; } = [];

    /// <summary>The inputs of each sample. All elements differ and none is near 0, so that no kink is near; always the same ones.</summary>
    public IEnumerable<Grid[]> Samples()
    {
        foreach (int[][] shapes in Shapes)
        {
            Random random = new(shapes.Length);
            int[] lengths = [.. shapes.Select(shape => shape.Aggregate(1, (product, length) => product * length))];
            double[] drawn = Distinct(lengths.Sum(), random);
            int start = 0;
            Grid[] inputs = new Grid[shapes.Length];
            for (int i = 0; i < inputs.Length; start += lengths[i], i++)
            {
                double[] values = drawn[start..(start + lengths[i])];
                inputs[i] = new(shapes[i], Masks.Contains(i) ? [.. values.Select((_, k) => (double)(k % 2))] : values);
            }
            yield return inputs;
        }
        foreach (Grid[] point in Points) { yield return point; }
    }

    public bool HasGradient(int input) => !Masks.Contains(input);

    // One from each of equal parts of the interval, in any order.
    private double[] Distinct(int count, Random random)
    {
        double[] values = [.. Enumerable.Range(0, count).Select(k => Math.Round((Low + ((High - Low) * (k + 0.5) / count)) * Grain) / Grain)];
        for (int k = 0; k < count; k++) { values[k] += Math.Abs(values[k]) < Clearance ? 1.5 * Clearance : 0; }
        random.Shuffle(values);
        return values;
    }
}

/// <summary>A point where value and gradients are known; those are of the sum of the results, or of the sum weighted by the cotangent.</summary>
/// <param name="Function">The call.</param>
/// <param name="Inputs">The point.</param>
/// <param name="Value">The value.</param>
/// <param name="Gradients">For each input the gradient.</param>
internal sealed record SpecialArrays(IArrayFunction Function, Grid[] Inputs, Grid Value, params Grid[] Gradients)
{
    public Grid? Cotangent { get; init; }

    /// <summary>How far numbers may be off, relative to the larger of 1 and the expected one.</summary>
    public double Tolerance { get; init; } = 1e-13;
}

/// <summary>A call that has to be refused.</summary>
/// <param name="Function">The call.</param>
/// <param name="Exception">The type of the exception, exactly.</param>
/// <param name="Words">What the message has to name.</param>
/// <param name="Shapes">The shapes of the inputs.</param>
internal sealed record MalformedCall(IArrayFunction Function, Type Exception, string[] Words, params int[][] Shapes);
