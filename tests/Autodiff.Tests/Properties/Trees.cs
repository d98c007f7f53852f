using FsCheck;
using FsCheck.Fluent;

namespace Autodiff.Tests.Properties;

/// <summary>Random formulas with a point and a direction: a function is as likely as any other of as many arguments.</summary>
internal static class Trees
{
    private const int SizePerNode = 5;

    private static readonly double[] Numbers = [1, 2, 0.5, -1, 3, -0.75, 1.25, -2, 0.1, 10];
    private static readonly Gen<Function>[] ByArity = [Gen.Constant(default(Function)), Functions(1), Functions(2), Functions(3)];

    private static readonly Gen<Expression> Leaf = Gen.Frequency(
        (5, Gen.Choose(0, 2).Select(static index => (Expression)new Symbol(index))),
        (1, Gen.Elements(Numbers).Select(static value => (Expression)value)));

    // Mostly not round: a round number sits on corners, and makes functions equal that are not. But ties and zeros are of interest.
    private static readonly Gen<double> Coordinate = Gen.Frequency(
        (6, Gen.Choose(-30000, 30000).Select(static n => n / 10007.0)),
        (2, Gen.Choose(-30000, 30000).Select(static n => n / 1009.0)),
        (1, Gen.Elements<double>([0, .. Numbers])));

    internal static Arbitrary<Case> Arbitrary { get; } = Arb.From(
        from tree in Gen.Sized(static size => OfSize(2 + (size / SizePerNode)))
        from point in Gen.ArrayOf(Coordinate, 3)
        from direction in Gen.ArrayOf(Gen.Choose(-16, 16).Select(static n => n / 16.0), 3)
        select new Case(tree, point, direction),
        Shrinking.Of);

    /// <summary>An operation with every choice of its parameters.</summary>
    internal static IEnumerable<Function> Variants(Operation operation) => operation switch
    {
        Operation.Softplus => [new(operation, 1), new(operation, 0.5), new(operation, 3)],
        Operation.LeakyRelu => [new(operation, 0.01), new(operation, 1.5), new(operation, -0.5)],
        Operation.Elu => [new(operation, 1), new(operation, 0.5), new(operation, 2)],
        Operation.HardTanh => [new(operation, -1, 1), new(operation, -0.5, 2)],
        Operation.Polygamma => [new(operation, 0), new(operation, 1), new(operation, 2), new(operation, 3)],
        Operation.RootN => [new(operation, 2), new(operation, 3), new(operation, -2), new(operation, 5)],
        Operation.LinearCombination => [new(operation, 2, -0.5), new(operation, 0, 3)],
        Operation.ScaleB => [new(operation, 1), new(operation, -2)],
        >= Operation.PlusNumber and <= Operation.NumberModulo => Numbers.Select(p => new Function(operation, p)),
        _ => [new(operation)],
    };

    internal static Gen<Expression> OfSize(int size) =>
        size <= 1 ? Leaf : Gen.Frequency((1, Leaf), (10, CallOf(1, size)), (8, CallOf(2, size)), (2, CallOf(3, size)));

    private static Gen<Expression> CallOf(int arity, int size) =>
        from f in ByArity[arity]
        from arguments in Gen.CollectToArray(Enumerable.Range(0, arity), index => Argument(f, index, (size - 1) / arity))
        select (Expression)new Call(f, arguments);

    // Mostly led into the domain: of wholly random arguments of a logarithm half are negative, and trees would be discarded.
    private static Gen<Expression> Argument(Function f, int index, int size)
    {
        Gen<Expression> any = OfSize(size);
        return Domains.Into(f.Operation, index) is { } guards
            ? Gen.Frequency((1, any), (4, Gen.Elements(guards).SelectMany(guard => any.Select(guard))))
            : any;
    }

    // The operation first and then its parameters, or those with many would crowd out the others. Steps are rarer: what they are
    // made of has derivative 0.
    private static Gen<Function> Functions(int arity) => Gen.Frequency(
        Enum.GetValues<Operation>()
            .Where(operation => new Function(operation).Arity == arity)
            .Select(static operation => (IsStep(operation) ? 1 : 4, Gen.Elements(Variants(operation)))));

    private static bool IsStep(Operation operation) =>
        operation is Operation.Sign or Operation.UnitStep or Operation.Floor or Operation.Ceiling or Operation.Round or Operation.Truncate;
}
