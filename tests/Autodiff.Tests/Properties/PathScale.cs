namespace Autodiff.Tests.Properties;

/// <summary>
/// The yardstick for derivatives at a point. A derivative is a sum over paths from the result to a symbol of the product of the local
/// partial derivatives on the path; the scale is that sum with every local one replaced by a bound of its magnitude. What rounding
/// can do to a derivative, however its terms cancel, is a small multiple of an ulp of the scale.
/// </summary>
/// <remarks>
/// <para>First order: a reverse sweep with the bounds m of the first partials. Second order, for H v: the bounds of the tangents go
/// forward, t = sum of m t over the arguments, starting with |v|; then the sweep carries with every adjoint bound its own tangent,
/// which an edge to argument i multiplies by m and to which it adds the adjoint bound times the sum over j of M(i, j) t(j), M bounding the
/// second partials. This is forward over reverse in absolute values: the sum over all the paths of second order.</para>
/// <para>A bound is the magnitude plus what the rounding of the arguments may add (see <see cref="Rounding"/>): a cosine near its
/// zero is known to an ulp of its argument only.</para>
/// </remarks>
internal sealed class PathScale
{
    private const double LargestValue = 1e6;
    private const double LargestPartial = 1e6;
    private const double LargestSecondPartial = 1e10;
    private const double LeastDistance = 1e-6;

    private PathScale(int symbols)
    {
        First = new double[symbols];
        Second = new double[symbols];
    }

    /// <summary>Why the point says nothing about the library, or null: near a corner or a singularity, out of bounds.</summary>
    internal string? Unfit { get; private set; }

    internal double Value { get; private set; }

    internal double[] First { get; }

    internal double[] Second { get; }

    internal static PathScale Of(Expression tree, double[] point, double[] direction)
    {
        PathScale scale = new(point.Length);
        Node root = scale.Forward(tree, point, direction);
        if (!root.IsActive) { scale.Unfit ??= "constant"; }
        if (scale.Unfit is not null) { return scale; }
        scale.Value = root.Error;
        scale.Reverse(root, adjoint: 1, adjointTangent: 0);
        return scale;
    }

    private Node Forward(Expression tree, double[] point, double[] direction)
    {
        if (tree is Symbol symbol)
        {
            double x = point[symbol.Index];
            return new(tree) { Value = x, Error = Math.Abs(x), Tangent = Math.Abs(direction[symbol.Index]), IsActive = true };
        }
        if (tree is not Call call) { return new(tree) { Value = ((Constant)tree).Value }; }
        Node[] arguments = Array.ConvertAll(call.Arguments, argument => Forward(argument, point, direction));
        return Unfit is null ? Forward(call, arguments) : new(tree);
    }

    private Node Forward(Call call, Node[] arguments)
    {
        Span<double> values = stackalloc double[3], errors = stackalloc double[3];
        for (int i = 0; i < arguments.Length; i++) { (values[i], errors[i]) = (arguments[i].Value, arguments[i].Error); }
        (double value, double error) = Rounding.Of(call.Function, values, errors);
        Node node = new(call) { Value = value, Error = error, Arguments = arguments, IsActive = Array.Exists(arguments, static a => a.IsActive) };
        Require(error <= LargestValue, "value");
        Require(Kinks.Distance(call.Function, values[0], values[1], values[2]) > LeastDistance, "corner");
        if (!node.IsActive) { return node; }
        node.Bound(call.Function, values, errors);
        Require(Array.TrueForAll(node.First, static m => m <= LargestPartial), "slope");
        Require(Array.TrueForAll(node.Second, static row => Array.TrueForAll(row, static m => m <= LargestSecondPartial)), "curvature");
        return node;
    }

    // Written so that NaN does not pass.
    private void Require(bool condition, string what)
    {
        if (!condition) { Unfit ??= what; }
    }

    private void Reverse(Node node, double adjoint, double adjointTangent)
    {
        if (node.Expression is Symbol symbol)
        {
            First[symbol.Index] += adjoint;
            Second[symbol.Index] += adjointTangent;
            return;
        }
        for (int i = 0; i < node.First.Length; i++)
        {
            if (!node.Arguments[i].IsActive) { continue; }
            double bend = 0;
            for (int j = 0; j < node.First.Length; j++) { bend += node.Second[i][j] * node.Arguments[j].Tangent; }
            Reverse(node.Arguments[i], adjoint * node.First[i], (adjointTangent * node.First[i]) + (adjoint * bend));
        }
    }

    /// <summary>A node of the tree with its value and its bounds; those by a constant argument stay 0, for they need not exist.</summary>
    private sealed record Node(Expression Expression)
    {
        internal double Value { get; init; }

        internal double Error { get; init; }

        internal double Tangent { get; set; }

        internal bool IsActive { get; init; }

        internal Node[] Arguments { get; init; } = [];

        internal double[] First { get; private set; } = [];

        internal double[][] Second { get; private set; } = [];

        internal void Bound(Function f, ReadOnlySpan<double> values, ReadOnlySpan<double> errors)
        {
            LocalPartials partials = LocalPartials.Of(f);
            First = new double[f.Arity];
            Second = Array.ConvertAll(First, _ => new double[f.Arity]);
            for (int i = 0; i < f.Arity; i++)
            {
                if (!Arguments[i].IsActive) { continue; }
                First[i] = Bounded(partials.First[i], values, errors) + Rounding.OfFirstPartial(f, values);
                Tangent += First[i] * Arguments[i].Tangent;
                for (int j = 0; j < f.Arity; j++)
                {
                    if (!Arguments[j].IsActive) { continue; }
                    Second[i][j] = Bounded(partials.Second[i][j], values, errors) + Rounding.OfSecondPartial(f, values);
                }
            }
        }

        // The error of a constant is 0: its own magnitude is then the bound.
        private static double Bounded(Expression partial, ReadOnlySpan<double> values, ReadOnlySpan<double> errors)
        {
            (double value, double error) = Rounding.Of(partial, values, errors);
            return Math.Max(Math.Abs(value), error);
        }
    }
}
