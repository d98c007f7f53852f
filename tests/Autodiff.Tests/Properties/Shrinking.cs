namespace Autodiff.Tests.Properties;

/// <summary>
/// Smaller cases: a subtree in place of its tree, a leaf in place of a subtree, x for y, 1 for a number, a simple point. Every step
/// lowers the number of nodes, or leads on to an earlier symbol or to a simpler number, so it ends.
/// </summary>
internal static class Shrinking
{
    private static readonly double[] Simple = [1, 2, 0.5, -1, 3];

    internal static IEnumerable<Case> Of(Case sample)
    {
        foreach (Expression tree in Of(sample.Tree)) { yield return sample with { Tree = tree }; }
        foreach (double[] point in Of(sample.Point, Simple)) { yield return sample with { Point = point }; }
        foreach (double[] direction in Of(sample.Direction, [0, 1])) { yield return sample with { Direction = direction }; }
    }

    private static IEnumerable<Expression> Of(Expression tree) => tree switch
    {
        Symbol symbol => Enumerable.Range(0, symbol.Index).Select(static index => new Symbol(index)),
        Constant constant => Of(constant.Value, Simple).Select(static value => new Constant(value)),
        Call call => Of(call),
        _ => [],
    };

    private static IEnumerable<Expression> Of(Call call)
    {
        foreach (Expression argument in call.Arguments) { yield return argument; }
        if (call.Size > 2)
        {
            for (int i = 0; i < 3; i++) { yield return new Symbol(i); }
        }
        yield return new Constant(1);
        for (int i = 0; i < call.Arguments.Length; i++)
        {
            foreach (Expression argument in Of(call.Arguments[i]))
            {
                Expression[] arguments = [.. call.Arguments];
                arguments[i] = argument;
                yield return call with { Arguments = arguments };
            }
        }
    }

    private static IEnumerable<double[]> Of(double[] numbers, double[] simple)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            foreach (double number in Of(numbers[i], simple))
            {
                double[] changed = [.. numbers];
                changed[i] = number;
                yield return changed;
            }
        }
    }

    // A number earlier in the list, or of fewer digits.
    private static IEnumerable<double> Of(double number, double[] simple)
    {
        int known = Array.IndexOf(simple, number);
        foreach (double value in simple.Take(known < 0 ? simple.Length : known)) { yield return value; }
        if (known >= 0) { yield break; }
        for (int digits = 0; digits <= 3; digits++)
        {
            double rounded = Math.Round(number, digits);
            if (rounded == number) { yield break; }
            yield return rounded;
        }
    }
}
