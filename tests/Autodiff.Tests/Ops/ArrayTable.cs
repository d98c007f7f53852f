namespace Autodiff.Tests.Ops;

/// <summary>The one table of operations on whole arrays. A row here is what the generic tests need to test an operation in every way.</summary>
internal static partial class ArrayTable
{
    private const double Inf = double.PositiveInfinity;
    private const double NaN = double.NaN;

    public static IReadOnlyList<ArrayRow> Rows { get; } =
    [
        .. Reductions(), .. Extrema(), .. Statistics(), .. Scans(), .. Products(), .. Views(), .. Shaping().Select(WithOverloads), .. Indexing(), .. Fused(),
        .. MatrixFunctions(), .. Equations(), .. VectorProducts(), .. Einsums(), .. Convolutions(), .. Attention(),
        .. Pooling(), .. Normalizing(), .. Placing(), .. Ordering(),
    ];

    public static ArrayRow Row(string name) => Rows.Single(row => row.Name == name);

    /// <summary>A sample of one input.</summary>
    private static int[][] One(params int[] shape) => [shape];

    private static Grid Vector(params double[] values) => new([values.Length], values);

    private static MalformedCall Refused<TException>(IArrayFunction function, string[] words, params int[][] shapes)
        where TException : Exception =>
        new(function, typeof(TException), words, shapes);
}
