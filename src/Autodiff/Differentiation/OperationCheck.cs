using Autodiff.Differentiation;
using Autodiff.Ops;

namespace Autodiff;

/// <summary>
/// Tests your own operation as those of the library are tested: <c>OperationCheck.Run(new MyOperation(), -2, 2).ThrowIfFailed()</c>.
/// </summary>
/// <remarks>
/// The checks compare derivatives with differences of values, every kind of number and of layout with the others, and declarations with what is so. They
/// are many small computations and take a fraction of a second. They cannot know what the value should be: test that separately.
/// </remarks>
public static partial class OperationCheck
{
    private const int PointCount = 12;

    // Multiples of them fill an interval, and a square, evenly.
    private static readonly double[] Strides = [0.7548776662466927, 0.5698402909980532];

    /// <summary>Tests a rule of one number at points of an interval, always the same ones.</summary>
    /// <param name="rule">The rule, with its parameters.</param>
    /// <param name="low">The least argument.</param>
    /// <param name="high">The greatest argument. In between the function should be smooth, and of moderate size, so that differences can be taken.</param>
    /// <returns>A finding for each check.</returns>
    public static OperationCheckResult Run<TRule>(TRule rule, double low, double high)
        where TRule : struct, IUnaryRule =>
        Run(rule, Drawn(low, high, 0));

    /// <summary>Tests a rule of one number.</summary>
    /// <param name="rule">The rule, with its parameters.</param>
    /// <param name="points">The points. The function should be smooth there and within a hundredth to each side.</param>
    /// <param name="edges">
    /// More points, where it need not be smooth and its derivative may be infinite: kinks, ends of the domain. No differences are taken there.
    /// </param>
    /// <returns>A finding for each check.</returns>
    public static OperationCheckResult Run<TRule>(TRule rule, ReadOnlySpan<double> points, ReadOnlySpan<double> edges = default)
        where TRule : struct, IUnaryRule =>
        Run(RuleName.Of(rule), Rule.Of(rule), new UnaryFunction<TRule>(rule), Single(points), Single(edges));

    /// <summary>Tests a rule of two numbers at points of two intervals, always the same ones.</summary>
    /// <param name="rule">The rule, with its parameters.</param>
    /// <param name="a">The least and the greatest first argument.</param>
    /// <param name="b">The least and the greatest second argument.</param>
    /// <returns>A finding for each check.</returns>
    public static OperationCheckResult Run<TRule>(TRule rule, (double Low, double High) a, (double Low, double High) b)
        where TRule : struct, IBinaryRule =>
        Run(rule, [.. Drawn(a.Low, a.High, 0).Zip(Drawn(b.Low, b.High, 1))]);

    /// <summary>Tests a rule of two numbers.</summary>
    /// <param name="rule">The rule, with its parameters.</param>
    /// <param name="points">The points. The function should be smooth there and within a hundredth to each side.</param>
    /// <param name="edges">More points, where it need not be smooth and its derivatives may be infinite. No differences are taken there.</param>
    /// <returns>A finding for each check.</returns>
    public static OperationCheckResult Run<TRule>(
        TRule rule, ReadOnlySpan<(double A, double B)> points, ReadOnlySpan<(double A, double B)> edges = default)
        where TRule : struct, IBinaryRule =>
        Run(RuleName.Of(rule), Rule.OfTwo(rule), new BinaryFunction<TRule>(rule), Pairs(points), Pairs(edges));

    /// <summary>Tests a rule of whole arrays.</summary>
    /// <param name="rule">The rule, with its parameters.</param>
    /// <param name="inputs">
    /// The point: arrays of a few elements. The operation should be smooth there and within a hundredth to each side. An input with the gradient request
    /// Null attached is one that has no gradient.
    /// </param>
    /// <returns>A finding for each check.</returns>
    public static OperationCheckResult Run<TRule>(TRule rule, params ReadOnlySpan<Variable<double>> inputs)
        where TRule : struct, IDenseRule
    {
        DenseFunction<TRule> function = new(rule);
        Variable<double>[] dense = [.. inputs.ToArray().Select(input => Plain.Of(input).ToVariable<double>())];
        CheckList list = new();
        list.Run("every element of the result is written", () => function.RequireAllWritten(dense));
        new ArrayChecks(Case(function, inputs), TRule.Reads, list).Run();
        return new(RuleName.Of(rule), list.Findings);
    }

    /// <summary>Tests a function of whole arrays of double, such as one with a pull of its own.</summary>
    /// <param name="function">The function.</param>
    /// <param name="inputs">The point; as for a rule.</param>
    /// <returns>A finding for each check.</returns>
    public static OperationCheckResult Run(ArrayFunction<double> function, params ReadOnlySpan<Variable<double>> inputs) => Run(function, inputs, orders: 3);

    /// <summary>Tests a function of whole arrays of double that has first derivatives only: one whose pull reads elements.</summary>
    /// <param name="function">The function.</param>
    /// <param name="inputs">The point; as for a rule.</param>
    /// <returns>A finding for each check.</returns>
    public static OperationCheckResult RunFirstOrder(ArrayFunction<double> function, params ReadOnlySpan<Variable<double>> inputs) =>
        Run(function, inputs, orders: 1);

    /// <summary>Tests what has a rule, or is a function of numbers, or both.</summary>
    internal static OperationCheckResult Run(string name, Rule? rule, IFunction function, double[][] points, double[][] edges)
    {
        CheckList list = new();
        new NumberChecks(function, points, list).Run();
        if (rule is not null) { new ElementwiseChecks(rule, function, points, edges, list).Run(); }
        return new(name, list.Findings);
    }

    private static OperationCheckResult Run(ArrayFunction<double> function, ReadOnlySpan<Variable<double>> inputs, int orders)
    {
        ArgumentNullException.ThrowIfNull(function);
        CheckList list = new();
        new ArrayChecks(Case(new DoubleFunction(function), inputs), reads: null, list) { Orders = orders }.Run(isGeneric: false);
        return new("The function", list.Findings);
    }

    private static ArrayCase Case(IArrayFunction function, ReadOnlySpan<Variable<double>> inputs)
    {
        Variable<double>[] all = inputs.ToArray();
        return new(function, [.. all.Select(Plain.Of)], [.. all.Select(input => input.Request == GradientRequest.Null)]);
    }

    private static double[] Drawn(double low, double high, int argument) =>
        [.. Enumerable.Range(1, PointCount).Select(k => low + ((high - low) * (k * Strides[argument] % 1)))];

    private static double[][] Single(ReadOnlySpan<double> points) => Array.ConvertAll(points.ToArray(), point => new[] { point });

    private static double[][] Pairs(ReadOnlySpan<(double A, double B)> points) => Array.ConvertAll(points.ToArray(), point => new[] { point.A, point.B });
}
