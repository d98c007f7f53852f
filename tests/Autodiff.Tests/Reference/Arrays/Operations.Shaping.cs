using System.Numerics;
using static Autodiff.Variable;

namespace Autodiff.Tests.Reference.Arrays;

/// <content>Shapes: the same elements, seen or placed otherwise.</content>
internal static partial class Operations
{
    private static Variable<T>? Shaping<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Viewed(call) ?? Placed(call) ?? Framed(call) ?? Indexed(call) ?? Chosen(call);

    private static Variable<T>? Viewed<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> => call.Op switch
        {
            "reshape" => call.A.Reshape(call.Settings.Integers("shape")),
            "flatten" => call.A.Flatten(call.Settings.Integer("start_dim", 0), call.Settings.Integer("end_dim", -1)),
            "squeeze" => call.A.Squeeze(call.Settings.Integers("dim")),
            "unsqueeze" => call.A.Unsqueeze(call.Settings.Integer("dim", 0)),
            "permute" => call.A.Permute(call.Settings.Integers("dims")),
            "transpose" => call.A.Transpose(call.Settings.Integer("dim0", -2), call.Settings.Integer("dim1", -1)),
            "movedim" => call.A.MoveAxis(call.Settings.Integer("source", 0), call.Settings.Integer("destination", 0)),
            "expand" => Expand(call.A, call.Settings.Integers("shape")),
            "slice" => call.A[[.. call.Settings.Table("start_stop_step").Select(row => Slice.Every(row[2] ?? 1, Part(row[0], row[1])))]],
            "select" => call.A[Before(call.A.Shape.Axis(call.Settings.Integer("dim", 0), "select"), Place(call.Settings.Integer("index", 0)))],
            "narrow" => Narrowed(call.A, call.Settings.Integer("dim", 0), call.Settings.Integer("start", 0), call.Settings.Integer("length", 0)),
            _ => null,
        };

    private static Variable<T>? Placed<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> => call.Op switch
        {
            "concat" => Concatenate(call.Settings.Integer("dim", 0), call.X),
            "stack" => Stack(call.Settings.Integer("dim", 0), call.X),
            "flip" => Flip(call.A, [.. call.Settings.Integers("dims"), .. call.Settings.Integers("dim")]),
            "roll" when !call.Settings.Has("dims") => Roll(call.A.Flatten(), call.Settings.Integer("shifts", 0), 0).Reshape(call.A.Shape),
            "roll" => Roll(call.A, call.Settings.Integers("shifts"), call.Settings.Integers("dims")),
            "tile" => Tile(call.A, call.Settings.Integers("reps")),
            "repeat_interleave" when !call.Settings.Has("dim") => RepeatInterleave(call.A.Flatten(), call.Settings.Integer("repeats", 1), 0),
            "repeat_interleave" when call.Settings.Integers("repeats").Length > 1 =>
                RepeatInterleave(call.A, call.Settings.Integers("repeats"), call.Settings.Integer("dim", 0)),
            "repeat_interleave" => RepeatInterleave(call.A, call.Settings.Integer("repeats", 1), call.Settings.Integer("dim", 0)),
            "tril" => LowerTriangle(call.A, call.Settings.Integer("k", 0)),
            "triu" => UpperTriangle(call.A, call.Settings.Integer("k", 0)),
            "diagonal" => Diagonal(AxesLast(call.A, call.Settings.Integer("dim1", 0), call.Settings.Integer("dim2", 1)), call.Settings.Integer("offset", 0)),
            "diag" => call.A.Rank == 1 ? MatrixWith(call.A, call.Settings.Integer("k", 0)) : Diagonal(call.A, call.Settings.Integer("k", 0)),
            _ => null,
        };

    // Several results.
    private static Variable<T>[]? Pieces<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> => call.Op switch
        {
            "split" => Pieces(call.A, call.Settings.Integer("dim", 0), call.Settings.Integers("size_or_sizes")),
            "chunk" => Pieces(call.A, call.Settings.Integer("dim", 0), [LargestOf(call.A.Shape[call.Settings.Integer("dim", 0)], call.Settings)]),
            "meshgrid" when call.Settings.Text("indexing") == "xy" && call.X.Length > 1 =>
                [.. Meshgrid(call.X).Select(grid => grid.Transpose(0, 1))],
            "meshgrid" => Meshgrid(call.X),
            _ => null,
        };

    private static Variable<T>[] Pieces<T>(Variable<T> x, int axis, int[] lengths)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Split(x, axis, Lengths(x.Shape[axis], lengths));

    private static int LargestOf(int whole, Settings settings)
    {
        int pieces = settings.Integer("chunks", 1);
        return (whole + pieces - 1) / pieces;
    }

    // One length means pieces of that length, and a last one of what is left.
    private static int[] Lengths(int whole, int[] lengths)
    {
        if (lengths.Length != 1) { return lengths; }
        int size = lengths[0];
        return [.. Enumerable.Repeat(size, whole / size), .. whole % size == 0 ? (int[])[] : [whole % size]];
    }

    // A diagonal above the main one stands in later columns, one below in later rows.
    private static Variable<T> MatrixWith<T>(Variable<T> diagonal, int k)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Pad(DiagonalMatrix(diagonal), [(Math.Max(-k, 0), Math.Max(k, 0)), (Math.Max(k, 0), Math.Max(-k, 0))]);

    private static Variable<T> Narrowed<T>(Variable<T> x, int axis, int start, int length)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x[Before(x.Shape.Axis(axis, "narrow"), start..(start + length))];

    // Two axes behind all others, in the order they are named.
    private static Variable<T> AxesLast<T>(Variable<T> x, int first, int second)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int row = x.Shape.Axis(first, "diagonal"), column = x.Shape.Axis(second, "diagonal");
        return x.Permute([.. Enumerable.Range(0, x.Rank).Where(axis => axis != row && axis != column), row, column]);
    }

    private static Slice[] Before(int axis, Slice taken) => [.. Enumerable.Repeat<Slice>(.., axis), taken];

    private static Range Part(int? start, int? stop) => (start is { } from ? Place(from) : 0)..(stop is { } to ? Place(to) : ^0);

    private static Index Place(int position) => position < 0 ? ^-position : position;
}
