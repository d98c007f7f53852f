namespace Autodiff.Tests.Reference.Arrays;

/// <summary>How near the results of a run in double or in float must come.</summary>
internal sealed class Precision
{
    private readonly bool isSingle;

    private Precision(bool isSingle) => this.isSingle = isSingle;

    public static Precision Double { get; } = new(isSingle: false);

    public static Precision Single { get; } = new(isSingle: true);

    public Func<VectorArray, Tolerance> FirstOrder(VectorCase c) => isSingle ? Tolerance.SinglePrecision : _ => c.Tolerance;

    public Func<VectorArray, Tolerance> SecondOrder(VectorCase c) => isSingle ? Tolerance.SinglePrecision : _ => c.SecondOrderTolerance;
}
