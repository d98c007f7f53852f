namespace Autodiff.Tests.Ops;

/// <content>Shapes, parts of values, and values made one.</content>
internal static partial class ArrayTable
{
    private static ArrayRow[] Shaping() =>
    [
        Flatten(), Squeeze(), Unsqueeze(), MoveAxis(), Sliced(), Flip(), Roll(), Concatenate(), Stack(), Split(), Tile(), RepeatInterleave(), Pad(),
        Diagonal(), DiagonalMatrix(), Triangle(isUpper: false), Triangle(isUpper: true),
    ];

    private static ArrayRow Flatten() => new(
        "Flatten",
        Reseen(new ArrayFunctions.Flatten(), [24], [2, 3, 4]),
        Reseen(new ArrayFunctions.Flatten(), [1], []),
        Reseen(new ArrayFunctions.Flatten(), [0], [2, 0, 3]),
        Reseen(new ArrayFunctions.Flatten(1), [2, 6], [2, 3, 2]),
        Reseen(new ArrayFunctions.Flatten(-3, -2), [2, 6, 2], [2, 2, 3, 2]),
        Reseen(new ArrayFunctions.Flatten(1, 1), [2, 3], [2, 3]))
    {
        Malformed =
        [
            Refused<ArgumentException>(new ArrayFunctions.Flatten(1, 0), ["Flatten", "axis 0", "axis 1", "[2, 3]"], [2, 3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Flatten(0, 2), ["Flatten", "axis 2", "[2, 3]"], [2, 3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Flatten(1), ["Flatten", "no axes"], [[]]),
        ],
    };

    private static ArrayRow Squeeze() => new(
        "Squeeze",
        Reseen(new ArrayFunctions.Squeeze(), [3, 2], [1, 3, 1, 2, 1], [3, 2]),
        Reseen(new ArrayFunctions.Squeeze(), [], [], [1, 1]),
        Reseen(new ArrayFunctions.Squeeze(), [0], [1, 0]),
        Reseen(new ArrayFunctions.Squeeze(0), [3, 1], [1, 3, 1]),
        Reseen(new ArrayFunctions.Squeeze(-1, 0), [3, 1], [1, 3, 1, 1]))
    {
        Malformed =
        [
            Refused<ArgumentException>(new ArrayFunctions.Squeeze(1), ["Squeeze", "axis 1", "length 3", "[1, 3]"], [1, 3]),
            Refused<ArgumentException>(new ArrayFunctions.Squeeze(0, -2), ["Squeeze", "twice"], [1, 3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Squeeze(2), ["Squeeze", "axis 2"], [1, 3]),
        ],
    };

    private static ArrayRow Unsqueeze() => new(
        "Unsqueeze",
        Reseen(new ArrayFunctions.Unsqueeze(0), [1, 2, 3], [2, 3]),
        Reseen(new ArrayFunctions.Unsqueeze(1), [2, 1, 3], [2, 3]),
        Reseen(new ArrayFunctions.Unsqueeze(-1), [2, 3, 1], [2, 3]),
        Reseen(new ArrayFunctions.Unsqueeze(-1), [1], []),
        Reseen(new ArrayFunctions.Unsqueeze(-2), [0, 1, 2], [0, 2]))
    {
        Malformed =
        [
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Unsqueeze(3), ["Unsqueeze", "at 3", "[2, 3]"], [2, 3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Unsqueeze(-4), ["Unsqueeze", "at -4", "[2, 3]"], [2, 3]),
        ],
    };

    private static ArrayRow MoveAxis() => new(
        "MoveAxis",
        Permuted(new ArrayFunctions.MoveAxis(0, -1), [1, 2, 0], [2, 3, 4]),
        Permuted(new ArrayFunctions.MoveAxis(2, 0), [2, 0, 1], [2, 3, 4]),
        Permuted(new ArrayFunctions.MoveAxis(-2, 1), [0, 1, 2], [2, 3, 2]),
        Permuted(new ArrayFunctions.MoveAxis(1, 3), [0, 2, 3, 1], [2, 3, 1, 2]))
    {
        Malformed = [Refused<ArgumentOutOfRangeException>(new ArrayFunctions.MoveAxis(0, 2), ["MoveAxis", "axis 2", "[2, 3]"], [2, 3])],
    };

    private static ArrayRow Sliced() => new(
        "[]",
        Taken(new(1), [1, 3, 2], [[1], [0, 1, 2], [0, 1]], [0], [2, 3, 2]),
        Taken(new(^1, 0), [1, 1], [[1], [0]], [0, 1], [2, 3]),
        Taken(new(1..3), [2, 2], [[1, 2], [0, 1]], [], [4, 2]),
        Taken(new(.., ^2..), [2, 2], [[0, 1], [1, 2]], [], [2, 3]),
        Taken(new(Range.All, Slice.Every(2)), [2, 2], [[0, 1], [0, 2]], [], [2, 4], [2, 3]),
        Taken(new(Slice.Every(-2, 1..4)), [2], [[3, 1]], [], [5]),
        Taken(new(Slice.Every(-1)), [3, 2], [[2, 1, 0], [0, 1]], [], [3, 2]),
        Taken(new(2..2), [0, 2], [[], [0, 1]], [], [4, 2]),
        Taken(new(Slice.Every(-3, 1..1), 0), [0], [[], [0]], [1], [4, 2]),
        Taken(new(.., ..), [2, 3], [[0, 1], [0, 1, 2]], [], [2, 3]),
        Taken(new(1, 1.., 0, Slice.Every(-1), ^1, 0..1), [1, 1, 1, 2, 1, 1], [[1], [1], [0], [1, 0], [1], [0]], [0, 2, 4], [2, 2, 1, 2, 2, 2]),
        Taken(new(), [], [], [], [[]]))
    {
        Malformed =
        [
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Sliced(0, 3), ["index 3", "axis 1", "[2, 3]", "0 to 2"], [2, 3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Sliced(-1), ["index -1", "axis 0", "[2, 3]"], [2, 3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Sliced(^0), ["index ^0", "axis 0", "[2, 3]"], [2, 3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Sliced(0), ["index 0", "axis 0", "[0, 3]", "empty"], [0, 3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Sliced(.., 1..4), ["1..4", "axis 1", "[2, 3]"], [2, 3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Sliced(2..1), ["2..1", "axis 0", "[2, 3]"], [2, 3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Sliced(Slice.Every(2, ^4..)), ["^4..^0 in steps of 2", "axis 0", "[3]"], [3]),
            Refused<ArgumentException>(new ArrayFunctions.Sliced(0, 0, 0), ["3 indices", "2 axes", "[2, 3]"], [2, 3]),
        ],
    };

    private static ArrayRow Flip() => new(
        "Flip",
        Taken(new ArrayFunctions.Flip(0), [3, 2], [[2, 1, 0], [0, 1]], [], [3, 2]),
        Taken(new ArrayFunctions.Flip(), [2, 3], [[1, 0], [2, 1, 0]], [], [2, 3]),
        Taken(new ArrayFunctions.Flip(-1), [1, 1], [[0], [0]], [], [1, 1]),
        Taken(new ArrayFunctions.Flip(), [0, 2], [[], [1, 0]], [], [0, 2]),
        Taken(new ArrayFunctions.Flip(), [], [], [], [[]]))
    {
        Malformed = [Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Flip(2), ["Flip", "axis 2", "[2, 3]"], [2, 3])],
    };

    private static ArrayRow Roll() => new(
        "Roll",
        Taken(new ArrayFunctions.Roll(1, 0), [3, 2], [[2, 0, 1], [0, 1]], [], [3, 2]),
        Taken(new ArrayFunctions.Roll(-1, -1), [2, 3], [[0, 1], [1, 2, 0]], [], [2, 3]),
        Taken(new ArrayFunctions.Roll(5, 0), [3], [[1, 2, 0]], [], [3]),
        Taken(new ArrayFunctions.Roll(int.MinValue, 0), [3], [[2, 0, 1]], [], [3]),
        Taken(new ArrayFunctions.Roll(3, 0), [3], [[0, 1, 2]], [], [3]),
        Taken(new ArrayFunctions.Roll(2, 0), [0], [[]], [], [0]))
    {
        Malformed = [Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Roll(1, 2), ["Roll", "axis 2", "[2, 3]"], [2, 3])],
    };

    private static ArrayRow Concatenate() => new(
        "Concatenate",
        Joined(0, [[3, 2]], [[1, 2], [3, 2], [2, 2]], [[2], [0], [1]]),
        Joined(-2, [[2, 1, 2], [2, 3, 2]]),
        Joined(-1, [[2, 0], [2, 2]]),
        Joined(1, [[2, 2, 2], [2, 1, 2], [2, 1, 2], [2, 3, 2]]))
    {
        Malformed =
        [
            Refused<ShapeMismatchException>(new ArrayFunctions.Concatenate(0), ["Concatenate", "value 1", "[2, 4]", "[2, 3]", "axis 0"], [2, 3], [2, 4]),
            Refused<ShapeMismatchException>(new ArrayFunctions.Concatenate(0), ["Concatenate", "[2]", "[2, 3]"], [2, 3], [2]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Concatenate(2), ["Concatenate", "axis 2", "[2, 3]"], [2, 3], [2, 3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Concatenate(0), ["Concatenate", "no axes"], [], []),
            Refused<ArgumentException>(new ArrayFunctions.Concatenate(0), ["Concatenate", "no values"]),
        ],
    };

    private static ArrayRow Stack() => new(
        "Stack",
        Stacked(0, [[2, 3], [2, 3], [2, 3]], [[], []], [[0, 2], [0, 2]]),
        Stacked(1, [[2, 3], [2, 3]], [[2], [2], [2], [2]]),
        Stacked(-1, [[2, 3], [2, 3]], [[3]]))
    {
        Malformed =
        [
            Refused<ShapeMismatchException>(new ArrayFunctions.Stack(0), ["Stack", "value 1", "[2, 4]", "[2, 3]"], [2, 3], [2, 4]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Stack(3), ["Stack", "at 3", "[2, 3]"], [2, 3], [2, 3]),
            Refused<ArgumentException>(new ArrayFunctions.Stack(0), ["Stack", "no values"]),
        ],
    };

    private static ArrayRow Split() => new(
        "Split",
        Taken(new ArrayFunctions.SplitEqually(0, 2, 1), [2, 3], [[2, 3], [0, 1, 2]], [], [4, 3]),
        Taken(new ArrayFunctions.SplitEqually(-1, 3, 0), [2, 1], [[0, 1], [0]], [], [2, 3]),
        Taken(new ArrayFunctions.SplitEqually(0, 2, 1), [0], [[]], [], [0]),
        Taken(new ArrayFunctions.Split(1, [1, 0, 2], 2), [2, 2], [[0, 1], [1, 2]], [], [2, 3]),
        Taken(new ArrayFunctions.Split(1, [1, 0, 2], 1), [2, 0], [[0, 1], []], [], [2, 3]))
    {
        Malformed =
        [
            Refused<ArgumentException>(new ArrayFunctions.SplitEqually(1, 2, 0), ["Split", "2 equal pieces", "axis 1", "[2, 3]"], [2, 3]),
            Refused<ArgumentException>(new ArrayFunctions.SplitEqually(1, 0, 0), ["Split", "0 equal pieces"], [2, 3]),
            Refused<ArgumentException>(new ArrayFunctions.Split(0, [1, 2], 0), ["Split", "[1, 2]", "axis 0", "[2, 3]"], [2, 3]),
            Refused<ArgumentException>(new ArrayFunctions.Split(0, [3, -1], 0), ["Split", "[3, -1]"], [2, 3]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Split(2, [1], 0), ["Split", "axis 2"], [2, 3]),
        ],
    };

    private static ArrayRow Tile() => new(
        "Tile",
        Taken(new ArrayFunctions.Tile(2), [2, 4], [[0, 1], [0, 1, 0, 1]], [], [2, 2]),
        Taken(new ArrayFunctions.Tile(2, 1), [4, 2], [[0, 1, 0, 1], [0, 1]], [], [2, 2]),
        Taken(new ArrayFunctions.Tile(0, 2), [0, 4], [[], [0, 1, 0, 1]], [], [2, 2]),
        new(new ArrayFunctions.Tile(2, 3), x => Grid.Of([2, 6], index => x[0][index[1] % 2]), One(2)),
        new(new ArrayFunctions.Tile(3), x => Grid.Full([3], x[0].Values[0]), One()))
    {
        Malformed = [Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Tile(-1), ["Tile", "-1 repetitions"], [2])],
    };

    private static ArrayRow RepeatInterleave() => new(
        "RepeatInterleave",
        Taken(new ArrayFunctions.RepeatInterleave(2, 0), [4, 2], [[0, 0, 1, 1], [0, 1]], [], [2, 2]),
        Taken(new ArrayFunctions.RepeatInterleave(3, -1), [1, 6], [[0], [0, 0, 0, 1, 1, 1]], [], [1, 2]),
        Taken(new ArrayFunctions.RepeatInterleave(0, 0), [0, 2], [[], [0, 1]], [], [2, 2]))
    {
        Malformed =
        [
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.RepeatInterleave(-2, 0), ["RepeatInterleave", "-2 repetitions"], [2]),
            Refused<ArgumentOutOfRangeException>(new ArrayFunctions.RepeatInterleave(2, 1), ["RepeatInterleave", "axis 1", "[2]"], [2]),
        ],
    };
}
