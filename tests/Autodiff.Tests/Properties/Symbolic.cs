namespace Autodiff.Tests.Properties;

/// <summary>
/// Differentiates a formula by the chain rule, into a formula. The rows, one for each operation, are written from the mathematics
/// and share nothing with the rules of the library. Where a function has a corner they hold on both sides of it, not on it.
/// </summary>
/// <param name="tampered">Replaces a row, for a test that wants a wrong one to be noticed.</param>
internal sealed partial class Symbolic(Func<Function, Expression[], int, Expression?>? tampered = null)
{
    /// <summary>The derivative by a symbol.</summary>
    internal static Expression Derivative(Expression formula, int variable) => new Symbolic().Differentiate(formula, variable);

    /// <summary>The partial derivative of one function by its argument of number <paramref name="index"/>.</summary>
    internal static Expression Partial(Function f, Expression[] arguments, int index) => f.Operation switch
    {
        < Operation.Sin => Exponential(f, arguments[0]),
        < Operation.Abs => Trigonometric(f, arguments[0]),
        < Operation.Sigmoid => Piecewise(f, arguments[0]),
        < Operation.Erf => Activation(f, arguments[0]),
        < Operation.PlusNumber => Special(f, arguments[0]),
        < Operation.Add => PlainOperand(f, arguments[0]),
        < Operation.Maximum => Binary(f, arguments[0], arguments[1], index == 0),
        < Operation.Clamp => Selection(f, arguments[0], arguments[1], index == 0),
        _ => Ternary(f, arguments, index),
    };

    internal Expression Differentiate(Expression formula, int variable)
    {
        double[] direction = new double[3];
        direction[variable] = 1;
        return Differentiate(formula, direction);
    }

    /// <summary>The derivative in a direction: the sum of the derivatives by the symbols, each with its weight.</summary>
    internal Expression Differentiate(Expression formula, double[] direction) =>
        Differentiate(formula, direction, new(ReferenceEqualityComparer.Instance));

    // A derivative shares its subtrees, so it is a graph: each node of it is differentiated once.
    private Expression Differentiate(Expression formula, double[] direction, Dictionary<Expression, Expression> known)
    {
        if (formula is not Call call) { return formula is Symbol symbol ? direction[symbol.Index] : 0; }
        if (known.TryGetValue(call, out Expression? derivative)) { return derivative; }
        derivative = 0;
        for (int i = 0; i < call.Arguments.Length; i++)
        {
            Expression inner = Differentiate(call.Arguments[i], direction, known);
            if (inner is Constant { Value: 0 }) { continue; }
            Expression outer = tampered?.Invoke(call.Function, call.Arguments, i) ?? Partial(call.Function, call.Arguments, i);
            derivative += outer * inner;
        }
        known[call] = derivative;
        return derivative;
    }

    private static NotSupportedException Unknown(Function f) => new($"{f.Operation} has no derivative.");
}
