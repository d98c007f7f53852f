namespace Autodiff.Tests.Properties;

/// <summary>A formula, a point, and the direction v of the second derivatives H v.</summary>
internal sealed record Case(Expression Tree, double[] Point, double[] Direction)
{
    public override string ToString() =>
        $"f(x, y, z) = {Tree} at ({string.Join(", ", Point.Select(Function.Number))}), v = ({string.Join(", ", Direction.Select(Function.Number))})";
}
