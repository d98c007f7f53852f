using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using Autodiff.Nn;

namespace Autodiff.Tests.Errors;

/// <summary>An argument of a call. It is made anew for each, since a call may change it.</summary>
/// <param name="Text">What it is.</param>
/// <param name="Make">Makes it.</param>
/// <param name="IsRefused">Whether no operation may take it, whatever else comes.</param>
internal sealed record Argument(string Text, Func<object?> Make, bool IsRefused = false)
{
    private static readonly int[] Numbers = [1, 0, 2, -1, 3, -3, 5, -100, 100, int.MinValue, int.MaxValue];

    private static readonly double[] Reals = [0.5, 1, 2, 0, -1, 3, double.NaN, double.PositiveInfinity, double.NegativeInfinity, -2.5, 1e300];

    private static readonly int[][] Lists =
    [
        [0], [], [1], [0, 1], [2, 3], [6], [0, 0], [1, -1], [-1], [2], [5], [-9], [3, 2], [2, -3], [int.MinValue], [int.MaxValue], [65536, 65536],
        [int.MaxValue, int.MaxValue], [-1, -1], [0, 1, 2], [3, 3, 3], [int.MaxValue, 0], [0, 65536, 65536], [.. new int[33]], [.. Enumerable.Repeat(1, 40)],
        [.. Enumerable.Repeat(2, 1_000_000)],
    ];

    private static readonly int[][] Shapes =
        [[2, 3], [3], [], [3, 2], [2, 2], [1], [2, 3, 4], [0, 3], [4, 1], [2, 0], [0], [5], [1, 1, 1, 1, 1], [0, 65536, 65536], [65536, 65536, 0]];

    private static readonly string[] Texts = ["ij,jk->ik", "ij,ij->", "ii->i", "i->ii", "", "->->", "i,,", "ij,jk->il", "1 2"];

    /// <summary>What can be tried for a parameter, an ordinary argument first. A type that is not known gets its default, or null.</summary>
    public static Argument[] For<T>(string parameter, Type type)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (type == typeof(Variable<T>)) { return [.. Arrays<T>()]; }
        if (type == typeof(ReadOnlySpan<Variable<T>>) || type == typeof(Variable<T>[])) { return [.. SpansOfArrays<T>(type.IsArray)]; }
        if (type == typeof(int)) { return [.. Numbers.Select(n => new Argument($"{n}", () => n, parameter == "axis" && n is (int.MinValue or int.MaxValue)))]; }
        if (type == typeof(double) || type == typeof(T)) { return [.. Reals.Select(x => Of($"{x}", type == typeof(double) ? x : T.CreateTruncating(x)))]; }
        if (type == typeof(bool)) { return [Of("false", false), Of("true", true)]; }
        if (type == typeof(PerAxis) || type == typeof(Padding)) { return [.. Lists.Select(list => new Argument(Shown(list), () => list))]; }
        if (type == typeof(ReadOnlySpan<int>))
        {
            return [.. Lists.Select(list => new Argument(Shown(list), () => list, parameter == "axes" && IsNoSetOfAxes(list)))];
        }
        if (type == typeof(ReadOnlySpan<T>) || type == typeof(T[]) || type == typeof(Span<T>)) { return [.. Elements<T>(type.IsArray)]; }
        if (type == typeof(ReadOnlySpan<(int, int)>)) { return [.. Pairs()]; }
        if (type == typeof(ReadOnlySpan<Slice>)) { return [.. Slices()]; }
        if (type == typeof(Indices)) { return [.. OfIndices()]; }
        if (type == typeof(RecurrentWeights<T>)) { return [.. OfRecurrentWeights<T>()]; }
        if (type == typeof(MultiHeadWeights<T>)) { return [.. OfMultiHeadWeights<T>()]; }
        if (type is { IsGenericType: true, IsByRefLike: true }) { return [.. SpansOf<T>(parameter, type.GetGenericArguments()[0])]; }
        if (type == typeof(Shape)) { return [Of("[2, 3]", Shape.Of(2, 3)), Of("[0]", Shape.Of(0)), Null]; }
        if (type == typeof(Range)) { return [Of("..", Range.All), Of("5..", 5..), Of("2..1", 2..1), Of("^9..", ^9..)]; }
        if (type == typeof(Func<Variable<T>, Variable<T>>)) { return [.. Functions<T>(mayBeNull: parameter == "activation")]; }
        if (type == typeof(SpanAction<T, object>)) { return [new("clear", () => (SpanAction<T, object>)((span, _) => span.Clear())), Null]; }
        if (type == typeof(Random)) { return [new("random", () => new Random(1)), Null]; }
        if (type == typeof(T[,])) { return [new("2 x 3", () => new T[2, 3]), new("0 x 3", () => new T[0, 3]), Null]; }
        if (type == typeof(Tensor<T>)) { return [new("tensor", () => Tensor.CreateFromShape<T>([2, 3])), Null]; }
        if (type == typeof(string)) { return [.. Texts.Select(text => Of(text, text)), Null]; }
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain != type) { return [Of("none", null), .. For<T>(parameter, plain)]; }
        if (plain.IsEnum) { return [.. Enum.GetValues(plain).Cast<object>().Select(value => Of($"{value}", value)), Of("99", Enum.ToObject(plain, 99))]; }
        return [plain.IsValueType ? new("default", () => Activator.CreateInstance(plain)) : Of("null", null)];
    }

    public override string ToString() => Text;

    private static Argument Null => new("null", () => null, IsRefused: true);

    private static Argument Of(string text, object? value) => new(text, () => value);

    private static string Shown(int[] list) => list.Length > 5 ? $"[{list[0]}, ... {list.Length}]" : $"[{string.Join(", ", list)}]";

    // Twice the same axis, or one that no array has.
    private static bool IsNoSetOfAxes(int[] list) => list.Distinct().Count() < list.Length || list.Any(axis => axis is int.MinValue or int.MaxValue);

    private static IEnumerable<Argument> Arrays<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (int[] shape in Shapes) { yield return new(Shown(shape), () => Filled<T>(shape)); }
        yield return new("attached [2, 3]", () => Filled<T>([2, 3]).AttachGradient());
        yield return new("recorded [2, 3]", () => Variable.Tanh(Filled<T>([2, 3]).AttachGradient()));
        yield return new("recorded []", () => Variable.Sum(Filled<T>([2, 3]).AttachGradient()));
        yield return new("view [3, 2]", () => Filled<T>([2, 3]).Transpose());
        yield return new("repeated [2, 3]", () => Variable.Expand(Filled<T>([3]), 2, 3));
        yield return new("default", () => default(Variable<T>), IsRefused: true);
        yield return new("recycled [2, 3]", () => GoneArrays<T>.Recycled, IsRefused: true);
        yield return new("of another thread [2, 3]", () => GoneArrays<T>.OfAnotherThread, IsRefused: true);
    }

    private static IEnumerable<Argument> SpansOfArrays<T>(bool mayBeNull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        yield return new("(2, 3) twice", () => new[] { Filled<T>([2, 3]), Filled<T>([2, 3]) });
        yield return new("one", () => new[] { Filled<T>([2, 3]) });
        yield return new("none", () => Array.Empty<Variable<T>>());
        yield return new("(2, 3) and (2, 2)", () => new[] { Filled<T>([2, 3]), Filled<T>([2, 2]) });
        yield return new("(2, 3) and ()", () => new[] { Filled<T>([2, 3]), Filled<T>([]) });
        yield return new("attached, recorded", () => new[] { Filled<T>([2, 3]).AttachGradient(), Variable.Sum(Filled<T>([2, 3]).AttachGradient()) });
        yield return new("recorded one", () => new[] { Variable.Sum(Filled<T>([2, 3]).AttachGradient()) });
        yield return new("one default", () => new[] { Filled<T>([2, 3]), default }, IsRefused: true);
        yield return new("one recycled", () => new[] { Filled<T>([2, 3]), GoneArrays<T>.Recycled }, IsRefused: true);
        yield return new("one of another thread", () => new[] { GoneArrays<T>.OfAnotherThread, Filled<T>([2, 3]) }, IsRefused: true);
        if (mayBeNull) { yield return Null; }
    }

    private static IEnumerable<Argument> Elements<T>(bool mayBeNull)
    {
        foreach (int count in new[] { 6, 0, 1, 3, 7 }) { yield return new($"{count} elements", () => new T[count]); }
        if (mayBeNull) { yield return Null; }
    }

    private static IEnumerable<Argument> Pairs()
    {
        (int Before, int After)[][] lists =
        [
            [(1, 1)], [], [(1, 1), (0, 2)], [(-1, 0)], [(0, int.MinValue)], [(int.MaxValue, int.MaxValue)], [(1, 1), (1, 1), (1, 1), (1, 1), (1, 1), (1, 1)],
        ];
        return lists.Select(pairs => Of($"({string.Join(", ", pairs)})", pairs));
    }

    private static IEnumerable<Argument> Slices() =>
        new Slice[][]
        {
            [0], [], [1.., 0], [5], [-1], [^9], [2..1], [Range.All, 0..99], [0, 0, 0, 0, 0, 0], [int.MaxValue], [int.MinValue], [Slice.Every(int.MinValue)],
        }
            .Select(slices => Of($"[{string.Join(", ", slices)}]", slices));

    private static IEnumerable<Argument> OfIndices()
    {
        yield return Of("indices [2]", Indices.Of([0, 1]));
        foreach (int[] list in new int[][] { [], [-1], [99], [0, 1, 2], [int.MinValue], [int.MaxValue] })
        {
            yield return Of($"indices {Shown(list)}", Indices.Of(list));
        }
        yield return Of("indices (2, 3)", Indices.Create([0, 1, 0, 1, 0, 1], 2, 3));
        yield return Of("index ()", Indices.Create([0], []));
        yield return Null;
    }

    private static IEnumerable<Argument> OfRecurrentWeights<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (int gates in new[] { 1, 3, 4 })
        {
            yield return new($"weights of {gates} gates", () => new RecurrentWeights<T>(Filled<T>([gates * 2, 3]), Filled<T>([gates * 2, 2])));
        }
        yield return new("weights that are recycled", () => new RecurrentWeights<T>(GoneArrays<T>.Recycled, Filled<T>([2, 2])), IsRefused: true);
        yield return Null;
    }

    private static IEnumerable<Argument> OfMultiHeadWeights<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        yield return new("weights of 1 head", () => new MultiHeadWeights<T>(1, Filled<T>([9, 3]), Filled<T>([3, 3])));
        yield return new("weights of 2 heads", () => new MultiHeadWeights<T>(2, Filled<T>([12, 4]), Filled<T>([4, 4])));
        yield return Null;
    }

    // None, and one of each kind, alone and beside an ordinary one.
    private static IEnumerable<Argument> SpansOf<T>(string parameter, Type element)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Argument[] choices = For<T>(parameter, element);
        foreach (Argument choice in choices)
        {
            yield return Span($"one: {choice}", choice.IsRefused, choice);
            yield return Span($"two: {choice}", choice.IsRefused, choices[0], choice);
        }
        yield return Span("none", isRefused: false);

        Argument Span(string text, bool isRefused, params Argument[] members) =>
            new(text, () => Filled(members), isRefused);

        Array Filled(Argument[] members)
        {
            Array array = Array.CreateInstance(element, members.Length);
            for (int i = 0; i < members.Length; i++) { array.SetValue(members[i].Make(), i); }
            return array;
        }
    }

    private static IEnumerable<Argument> Functions<T>(bool mayBeNull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        yield return Function(x => Variable.Sum(x * x), "sum of squares");
        yield return Function(x => Variable.Tanh(x), "tanh");
        yield return Function(_ => default, "default");
        yield return Function(_ => GoneArrays<T>.Recycled, "recycled");
        yield return Function(_ => GoneArrays<T>.OfAnotherThread, "of another thread");
        yield return Function(_ => Variable.Ones<T>(2), "constant");
        yield return Null with { IsRefused = !mayBeNull };

        static Argument Function(Func<Variable<T>, Variable<T>> function, string text) => new($"x => {text}", () => function);
    }

    private static Variable<T> Filled<T>(int[] shape)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Variable.Full(shape, T.CreateTruncating(0.75));
}
