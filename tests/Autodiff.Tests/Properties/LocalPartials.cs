using System.Collections.Concurrent;

namespace Autodiff.Tests.Properties;

/// <summary>The first and second partial derivatives of one function, as formulas in its arguments.</summary>
internal sealed class LocalPartials
{
    private static readonly ConcurrentDictionary<Function, LocalPartials> Known = new();
    private static readonly Expression[] Symbols = [new Symbol(0), new Symbol(1), new Symbol(2)];

    private LocalPartials(Function f)
    {
        First = new Expression[f.Arity];
        Second = new Expression[f.Arity][];
        for (int i = 0; i < f.Arity; i++)
        {
            First[i] = Symbolic.Partial(f, Symbols, i);
            Second[i] = new Expression[f.Arity];
            for (int j = 0; j < f.Arity; j++) { Second[i][j] = Symbolic.Derivative(First[i], j); }
        }
    }

    internal Expression[] First { get; }

    internal Expression[][] Second { get; }

    internal static LocalPartials Of(Function f) => Known.GetOrAdd(f, static f => new(f));
}
