using System.Globalization;

namespace WorkedExample;

/// <summary>The steps as a table, and the result as one line that reads back to the same numbers.</summary>
internal static class AdjointTable
{
    internal static void Write(Step[] steps, TextWriter output)
    {
        output.WriteLine($"{"step",-6}{"recorded as",-16}{"value",26}{"adjoint",26}{"adjoint by hand",26}");
        foreach (Step step in steps)
        {
            output.WriteLine($"{step.Name,-6}{step.Code,-16}{Exact(step.Value),26}{Exact(step.Adjoint),26}{Exact(step.Symbolic),26}");
        }
        output.WriteLine();
        output.WriteLine("Functions of one number (a, d, e) have an adjoint because they are watched; operations of two (b, c, f) have one anyway.");
        output.WriteLine($"Largest relative difference from the adjoints by hand: {Exact(steps.Max(RelativeDifference))}");
        output.WriteLine($"x = {Exact(steps[0].Value)}, f = {Exact(steps[^1].Value)}, df/dx = {Exact(steps[0].Adjoint)}, df/dc = {Exact(steps[3].Adjoint)}");
    }

    // Equal comes first: where f overflows, both are infinite and their difference would be NaN.
    private static double RelativeDifference(Step step) =>
        step.Adjoint.Equals(step.Symbolic) ? 0 : Math.Abs((step.Adjoint - step.Symbolic) / step.Symbolic);

    private static string Exact(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
