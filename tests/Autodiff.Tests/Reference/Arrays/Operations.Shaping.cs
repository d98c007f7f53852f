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
            "squeeze" when !call.Settings.Has("dim") => call.A.Squeeze(),
            "squeeze" => Squeezed(call.A, call.Settings.Integers("dim")),
            "unsqueeze" => call.A.Unsqueeze(call.Settings.Integer("dim", 0)),
            "permute" => call.A.Permute(call.Settings.Integers("dims")),
            "transpose" => call.A.Transpose(call.Settings.Integer("dim0", -2), call.Settings.Integer("dim1", -1)),
            "movedim" when call.Settings.IsList("source") => Moved(call.A, call.Settings.Integers("source"), call.Settings.Integers("destination")),
            "movedim" => call.A.MoveAxis(call.Settings.Integer("source", 0), call.Settings.Integer("destination", 0)),
            "expand" => Expand(call.A, Known(call.A, call.Settings.Integers("shape"))),
            "slice" => call.A[[.. call.Settings.Table("start_stop_step").Select((row, axis) => Part(call.A.Shape, axis, row))]],
            "select" => call.A[Before(call.A.Shape.Axis(call.Settings.Integer("dim", 0), "select"), Place(call.Settings.Integer("index", 0)))],
            "narrow" => Narrowed(call.A, call.Settings.Integer("dim", 0), call.Settings.Integer("start", 0), call.Settings.Integer("length", 0)),
            _ => null,
        };

    private static Variable<T>? Placed<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> => call.Op switch
        {
            "concat" => Concatenate(call.Settings.Integer("dim", 0), call.X),
            "stack" => Stack(call.Settings.Integer("dim", 0), call.X),
            "flip" when call.Settings.IsList("dims") && call.Settings.Integers("dims").Length == 0 => call.A,
            "flip" => Flip(call.A, [.. call.Settings.Integers("dims"), .. call.Settings.Integers("dim")]),
            "roll" when !call.Settings.Has("dims") => Roll(call.A.Flatten(), call.Settings.Integers("shifts"), [0]).Reshape(call.A.Shape),
            "roll" => Roll(call.A, call.Settings.Integers("shifts"), call.Settings.Integers("dims")),
            "tile" => Tile(call.A, call.Settings.Integers("reps")),
            "repeat_interleave" when !call.Settings.Has("dim") => Repeated(call.A.Flatten(), call.Settings.Integers("repeats"), 0),
            "repeat_interleave" => Repeated(call.A, call.Settings.Integers("repeats"), call.Settings.Integer("dim", 0)),
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
            "split" when call.Settings.IsList("size_or_sizes") => Split(call.A, call.Settings.Integer("dim", 0), call.Settings.Integers("size_or_sizes")),
            "split" => Pieces(call.A, call.Settings.Integer("dim", 0), call.Settings.Integer("size_or_sizes", 1)),
            "chunk" when Along(call) is 0 => [.. Enumerable.Repeat(call.A, call.Settings.Integer("chunks", 1))],
            "chunk" => Pieces(call.A, call.Settings.Integer("dim", 0), LargestOf(Along(call), call.Settings)),
            "meshgrid" when call.Settings.Text("indexing") == "xy" && call.X.Length > 1 =>
                [.. Meshgrid(call.X).Select(grid => grid.Transpose(0, 1))],
            "meshgrid" => Meshgrid(call.X),
            _ => null,
        };

    private static Variable<T>[] Pieces<T>(Variable<T> x, int axis, int size)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Split(x, axis, Lengths(x.Shape[x.Shape.Axis(axis, "split")], size));

    private static int Along<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        call.A.Shape[call.A.Shape.Axis(call.Settings.Integer("dim", 0), "chunk")];

    private static int LargestOf(int whole, Settings settings)
    {
        int pieces = settings.Integer("chunks", 1);
        return pieces > 0 ? (whole + pieces - 1) / pieces : -1;
    }

    // Pieces of one length, and a last one of what is left; a size that is none is left to be refused.
    private static int[] Lengths(int whole, int size)
    {
        if (size <= 0 || whole == 0) { return [whole == 0 && size >= 0 ? 0 : size]; }
        return [.. Enumerable.Repeat(size, whole / size), .. whole % size == 0 ? (int[])[] : [whole % size]];
    }

    // A diagonal above the main one stands in later columns, one below in later rows.
    private static Variable<T> MatrixWith<T>(Variable<T> diagonal, int k)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Pad(DiagonalMatrix(diagonal), [(Math.Max(-k, 0), Math.Max(k, 0)), (Math.Max(k, 0), Math.Max(-k, 0))]);

    private static Variable<T> Narrowed<T>(Variable<T> x, int axis, int start, int length)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        length < 0
            ? throw new NotSupportedException("a negative length")
            : x[Before(x.Shape.Axis(axis, "narrow"), Place(start)..(start < 0 ? Math.Max(start + x.Shape[axis], 0) + length : start + length))];

    // Axes of length 1 go, others stay as they are.
    private static Variable<T> Squeezed<T>(Variable<T> x, int[] axes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] single = [.. axes.Where(axis => x.Shape[x.Shape.Axis(axis, "squeeze")] == 1)];
        return single.Length == 0 ? x : x.Squeeze(single);
    }

    // Several axes at once: those that do not move keep their order.
    private static Variable<T> Moved<T>(Variable<T> x, int[] sources, int[] destinations)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] from = [.. sources.Select(axis => x.Shape.Axis(axis, "movedim"))], to = [.. destinations.Select(axis => x.Shape.Axis(axis, "movedim"))];
        Queue<int> others = new(Enumerable.Range(0, x.Rank).Except(from));
        return x.Permute([.. Enumerable.Range(0, x.Rank).Select(axis => Array.IndexOf(to, axis) is var i and >= 0 ? from[i] : others.Dequeue())]);
    }

    // -1 stands for the length that there is.
    private static int[] Known<T>(Variable<T> x, int[] shape)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. shape.Select((length, axis) => length == -1 && axis >= shape.Length - x.Rank ? x.Shape[axis - shape.Length] : length)];

    private static Variable<T> Repeated<T>(Variable<T> x, int[] counts, int axis)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        counts.Length == 1 ? RepeatInterleave(x, counts[0], axis) : RepeatInterleave(x, counts, axis);

    // Two axes behind all others, in the order they are named.
    private static Variable<T> AxesLast<T>(Variable<T> x, int first, int second)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int row = x.Shape.Axis(first, "diagonal"), column = x.Shape.Axis(second, "diagonal");
        return x.Permute([.. Enumerable.Range(0, x.Rank).Where(axis => axis != row && axis != column), row, column]);
    }

    private static Slice[] Before(int axis, Slice taken) => [.. Enumerable.Repeat<Slice>(.., axis), taken];

    // Start, stop and step, of which the first two may be absent or beyond the ends.
    private static Slice Part(Shape shape, int axis, int?[] row)
    {
        int step = row.Length > 2 ? row[2] ?? 1 : 1, length = axis < shape.Rank ? shape[axis] : 0;
        if (step < 0) { throw new NotSupportedException("a negative step"); }
        int start = Within(row[0] ?? 0), stop = Math.Max(start, Within(row[1] ?? length));
        return Slice.Every(step, start..stop);

        int Within(int position) => Math.Clamp(position < 0 ? position + length : position, 0, length);
    }

    private static Index Place(int position) => position < 0 ? ^-position : position;
}
