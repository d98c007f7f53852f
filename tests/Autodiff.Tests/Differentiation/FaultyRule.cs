using System.Numerics;

namespace Autodiff.Tests.Differentiation;

/// <summary>What a rule does wrong.</summary>
internal enum Fault
{
    None,
    ForwardThrows,
    ShapeThrows,
    ShapeIsNull,
    PullThrows,
    PullsWrongShape,
    PullsNothing,
    PullsToNoInput,
    PullsTwice,
    PullsConstant,
    RecordsInPull,
    SweepsInPull,
    DiscardsInPull,
    WritesPart,
    ClaimsWrongShape,
    Rounds,
    ReadsElements,
}

/// <summary>y = a b over whole arrays; da = b dy, db = a dy; or something wrong.</summary>
internal readonly struct FaultyProduct(Fault fault) : IDenseRule
{
    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => fault switch
        {
            Fault.ShapeThrows => throw new NotSupportedException("no such shape"),
            Fault.ShapeIsNull => null!,
            Fault.ClaimsWrongShape => Shape.Of(x.Shape(0).ElementCount + 1),
            _ => x.Shape(0),
        };

    public void Forward<T>(Operands<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (fault == Fault.ForwardThrows) { throw new NotSupportedException("no such value"); }
        ReadOnlySpan<T> a = x.AsReadOnlySpan(0), b = x.AsReadOnlySpan(1);
        for (int i = 0; i < (fault == Fault.WritesPart ? a.Length - 1 : a.Length); i++) { y[i] = a[i] * b[i]; }
        if (fault == Fault.Rounds) { y[0] = T.CreateTruncating((Half)float.CreateTruncating(y[0])); }
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> a = pull.Input(0), b = pull.Input(1), dy = pull.Adjoint;
        pull.Add(0, b * dy);
        switch (fault)
        {
            case Fault.PullThrows: throw new NotSupportedException("no such slope");
            case Fault.PullsWrongShape: pull.Add(1, Variable.Zeros<T>(7)); break;
            case Fault.PullsNothing: pull.Add(1, default); break;
            case Fault.PullsToNoInput: pull.Add(2, dy); break;
            case Fault.PullsTwice: pull.Add(1, a * dy); break;
            case Fault.PullsConstant: pull.Add(1, a.Detach() * dy); return;
            case Fault.RecordsInPull: using (Autograd.Record()) { } break;
            case Fault.SweepsInPull: Variable.Sum(a).Backward(); break;
            case Fault.DiscardsInPull: Autograd.Discard(); break;
            case Fault.ReadsElements: pull.Add(1, Variable.Create<T>(a.ToArray(), a.Shape.Lengths) * dy); return;
        }
        pull.Add(1, a * dy);
    }

    public override string ToString() => $"FaultyProduct[{fault}]";
}

/// <summary>y = 3 x; dy/dx = 3; or an exception.</summary>
internal readonly struct FaultyTriple(Fault fault) : IUnaryRule
{
    public static Reads Reads => Reads.Nothing;

    public R Forward<R>(R x)
        where R : IReal<R> =>
        fault == Fault.ForwardThrows ? throw new NotSupportedException("no such value") : R.Constant(3) * x;

    public R Derivative<R>(R x, R y)
        where R : IReal<R> =>
        fault == Fault.PullThrows ? throw new NotSupportedException("no such slope") : R.Constant(3);
}
