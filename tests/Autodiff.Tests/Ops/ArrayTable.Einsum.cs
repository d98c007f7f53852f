namespace Autodiff.Tests.Ops;

/// <content>Products of vectors, and products by formulas.</content>
internal static partial class ArrayTable
{
    private static ArrayRow[] VectorProducts() => [Dot(), Outer(), Kron()];

    private static ArrayRow[] Einsums() => [Einsum()];

    private static ArrayRow Dot() => new(
        "Dot",
        new ArrayCall(new ArrayFunctions.Dot(), x => Grid.Of(ArraySweeps.Dot(x[0], x[1])), [[3], [3]], [[1], [1]], [[0], [0]]) { Reads = [0, 1] })
    {
        Specials =
        [
            new(new ArrayFunctions.Dot(), [Vector(Inf, 1), Vector(2, -1)], Grid.Of(Inf), Vector(2, -1), Vector(Inf, 1)),
            new(new ArrayFunctions.Dot(), [Vector(Inf, 1), Vector(0, NaN)], Grid.Of(NaN), Vector(0, NaN), Vector(Inf, 1)),
        ],
        Malformed =
        [
            Refused<ShapeMismatchException>(new ArrayFunctions.Dot(), ["Dot", "left is [3]", "right is [2]"], [3], [2]),
            Refused<ShapeMismatchException>(new ArrayFunctions.Dot(), ["Dot", "[2, 2]", "vectors"], [2, 2], [2]),
            Refused<ShapeMismatchException>(new ArrayFunctions.Dot(), ["Dot", "[]", "vectors"], [2], []),
        ],
    };

    private static ArrayRow Outer() => new(
        "Outer",
        new ArrayCall(
            new ArrayFunctions.Outer(),
            x => Grid.Of([x[0].Shape[0], x[1].Shape[0]], at => x[0][[at[0]]] * x[1][[at[1]]]),
            [[3], [2]],
            [[1], [1]],
            [[0], [2]],
            [[2], [2]])
        {
            Reads = [0, 1],
        })
    {
        Specials =
        [
            new(new ArrayFunctions.Outer(), [Vector(Inf, 0), Vector(2, -1)], new([2, 2], [Inf, -Inf, 0, -0.0]), Vector(1, 1), Vector(Inf, Inf)),
        ],
        Malformed =
        [
            Refused<ShapeMismatchException>(new ArrayFunctions.Outer(), ["Outer", "left is [2, 2]", "vectors"], [2, 2], [2]),
            Refused<ShapeMismatchException>(new ArrayFunctions.Outer(), ["Outer", "right is []", "vectors"], [2], []),
        ],
    };

    private static ArrayRow Kron() => new(
        "Kron",
        new ArrayCall(
            new ArrayFunctions.Kron(),
            x => Kronecker(x[0], x[1]),
            [[2, 2], [1, 3]],
            [[2], [3]],
            [[], [2]],
            [[2, 2], [2]],
            [[2], [2, 1, 2]],
            [[0, 2], [2, 2]],
            [[], []])
        {
            Reads = [0, 1],
        })
    {
        Specials = [new(new ArrayFunctions.Kron(), [Vector(1, NaN), Vector(2, -Inf)], Vector(2, -Inf, NaN, NaN), Vector(-Inf, -Inf), Vector(NaN, NaN))],
        Malformed = [Refused<ArgumentException>(new ArrayFunctions.Kron(), ["[2147483647]", "more elements"], [50_000], [50_000])],
    };

    private static ArrayRow Einsum() => new(
        "Einsum",
        Summed("ij,jk->ik", [2, 3], [3, 2]),
        Summed("ij,jk", [2, 3], [3, 2]),
        Summed(" i j , j k -> k i ", "ij,jk->ki", [2, 3], [3, 2]),
        Summed("bij,bjk->bik", [2, 2, 3], [2, 3, 2]),
        Summed("ij->ji", [2, 3]),
        Summed("ij->ij", [2, 3]),
        Summed("ba", "ba->ab", [2, 3]),
        Summed("aB", "aB->Ba", [2, 3]),
        Summed("ij->", [2, 3]),
        Summed("ij->j", [2, 3]),
        Summed("ii->i", [3, 3]),
        Summed("ii", "ii->", [3, 3]),
        Summed("iji->j", [2, 3, 2]),
        Summed("iijj->ij", [2, 2, 2, 2]),
        Summed("iii->i", [2, 2, 2]),
        Summed("i,j->ij", [2], [3]),
        Summed("i,i->", [3], [3]),
        Summed("i,i->i", [3], [3]),
        Summed(",i->i", [], [3]),
        Summed(",->", [], []),
        Summed("", "->", [[]]),
        Summed("ij,ij->", [2, 3], [2, 3]),
        Summed("ij,ij->i", [2, 3], [2, 3]),
        Summed("bi,bj,bij->b", [2, 2], [2, 3], [2, 2, 3]),
        Summed("ij,jk,kl->il", [2, 3], [3, 2], [2, 2]),
        Summed("i,ij,j", "i,ij,j->", [2], [2, 3], [3]),

        // The second operand is copied to have its summed axes in one.
        Summed("ijk,jil->kl", [2, 3, 2], [3, 2, 2]) with { Reads = [0] },
        Summed("ijk,k->ij", [2, 3, 2], [2]),
        // What is multiplied are sums.
        Summed("ij,kl->ik", [2, 2], [2, 3]) with { Reads = [] },
        Summed("ii,ij->j", [2, 2], [2, 3]),
        Summed("...ij,...jk->...ik", "abij,bjk->abik", [2, 1, 2, 2], [2, 2, 1]),
        Summed("...ij,jk->...ik", "aij,jk->aik", [2, 2, 3], [3, 2]),
        Summed("i...,i...", "ia,ia->a", [2, 3], [2, 3]),
        Summed("i...->i", "iab->i", [2, 2, 2]),
        Summed("...->...", "ab->ab", [2, 3]),
        Summed("...ii->...", "aii->a", [3, 2, 2]),
        Summed("...,...->...", "a,ba->ba", [2], [2, 2]),
        Summed("j...,k...->...jk", "ja,kba->bajk", [2, 2], [2, 2, 2]),
        Summed("ij,ij->ij", [2, 1], [1, 3]),

        // What is repeated along an axis is multiplied with the sum over it.
        Summed("ij,jk->ik", [2, 1], [3, 2]) with { Reads = [0] },
        Summed("ij,j->i", [2, 1], [3]) with { Reads = [0] },
        Summed("ij,jk->ik", [2, 0], [0, 3]),
        Summed("ij,jk->ik", [0, 2], [2, 3]),
        Summed("ij->i", [2, 0]),
        Summed("i,i->i", [0], [1]))
    {
        Specials =
        [
            new(Einsum("ii->"), [new([2, 2], [1, NaN, Inf, 2])], Grid.Of(3), new Grid([2, 2], [1, 0, 0, 1])),
            new(Einsum("i,i->i"), [Vector(Inf, 0), Vector(2, NaN)], Vector(Inf, NaN), Vector(2, 0), Vector(Inf, 0)) { Cotangent = Vector(1, 0) },
        ],
        Malformed =
        [
            Refused<ArgumentException>(Einsum("ij,jk->ik"), ["Einsum", "'ij,jk->ik' names 2 operands", "1 came"], [2, 2]),
            Refused<ArgumentException>(Einsum("ij"), ["Einsum", "'ij' names 1 operands", "2 came"], [2, 2], [2]),
            Refused<ArgumentException>(Einsum("i1->i"), ["Einsum", "'1' in 'i1->i'", "no label"], [2, 2]),
            Refused<ArgumentException>(Einsum("i.j->i"), ["Einsum", "'.'"], [2, 2]),
            Refused<ArgumentException>(Einsum("...i...->i"), ["Einsum", "second ellipsis"], [2, 2]),
            Refused<ArgumentException>(Einsum("ij->i->j"), ["Einsum", "'-'", "no label"], [2, 2]),
            Refused<ArgumentException>(Einsum("ijk->i"), ["Einsum", "'ijk'", "3 axes of operand 0", "[2, 3]"], [2, 3]),
            Refused<ArgumentException>(Einsum("i->i"), ["Einsum", "'i'", "1 axes of operand 0", "[2, 3]"], [2, 3]),
            Refused<ArgumentException>(Einsum("...ijk->i"), ["Einsum", "3 axes of operand 0", "[2, 3]"], [2, 3]),
            Refused<ArgumentException>(Einsum("ij->iq"), ["Einsum", "'q'", "no label of an operand"], [2, 3]),
            Refused<ArgumentException>(Einsum("ij->ii"), ["Einsum", "'i' comes twice in the result"], [2, 3]),
            Refused<ArgumentException>(Einsum("ii->i"), ["Einsum", "'i' comes twice for operand 0", "[2, 3]"], [2, 3]),
            Refused<ArgumentException>(Einsum("ii->i"), ["Einsum", "'i' comes twice for operand 0", "[1, 3]"], [1, 3]),
            Refused<ShapeMismatchException>(Einsum("ij,jk->ik"), ["Einsum", "'j'", "3 in [2, 3]", "4 in [4, 2]"], [2, 3], [4, 2]),
            Refused<ShapeMismatchException>(Einsum("...,..."), ["Einsum", "'...'", "3 in [2, 3]", "2 in [2, 2]"], [2, 3], [2, 2]),
        ],
    };

    private static ArrayFunctions.Einsum Einsum(string equation) => new(equation);

    private static ArrayCall Summed(string equation, params int[][] shapes) => Summed(equation, equation.Contains("->") ? equation : equation + "->ik", shapes);

    /// <param name="equation">The equation.</param>
    /// <param name="spelled">The same with all labels and the result.</param>
    /// <param name="shapes">The shapes of the operands.</param>
    private static ArrayCall Summed(string equation, string spelled, params int[][] shapes) =>
        new(Einsum(equation), x => Sums(spelled, x), shapes)
        {
            Reads = [.. shapes.Length > 1 ? Enumerable.Range(0, shapes.Length) : []],
            Low = -1.5,
            High = 1.5,
        };

    // Over all values of all labels.
    private static Grid Sums(string equation, Grid[] x)
    {
        string[] terms = equation[..equation.IndexOf('-')].Split(',');
        string result = equation[(equation.IndexOf('>') + 1)..];
        char[] labels = [.. terms.SelectMany(term => term).Distinct()];
        int[] lengths = [.. labels.Select(label => terms.Zip(x).SelectMany(pair => pair.First.Zip(pair.Second.Shape)).Where(axis => axis.First == label)
            .Select(axis => axis.Second).Aggregate(1, (known, length) => length == 1 ? known : length))];
        Grid sums = Grid.Full([.. result.Select(label => lengths[Array.IndexOf(labels, label)])], 0);
        foreach (int[] at in Grid.Indices(lengths))
        {
            double product = 1;
            foreach ((string term, Grid operand) in terms.Zip(x))
            {
                product *= operand[[.. term.Select((label, axis) => operand.Shape[axis] == 1 ? 0 : at[Array.IndexOf(labels, label)])]];
            }
            sums.Values[Number([.. result.Select(label => at[Array.IndexOf(labels, label)])], sums.Shape)] += product;
        }
        return sums;
    }

    private static Grid Kronecker(Grid a, Grid b)
    {
        int rank = Math.Max(a.Rank, b.Rank);
        int[] ofA = [.. Enumerable.Repeat(1, rank - a.Rank), .. a.Shape], ofB = [.. Enumerable.Repeat(1, rank - b.Rank), .. b.Shape];
        Grid left = a with { Shape = ofA }, right = b with { Shape = ofB };
        return Grid.Of(
            [.. ofA.Zip(ofB, (x, y) => x * y)],
            at => left[[.. at.Zip(ofB, (i, length) => i / length)]] * right[[.. at.Zip(ofB, (i, length) => i % length)]]);
    }
}
