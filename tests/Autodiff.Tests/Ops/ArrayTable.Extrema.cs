namespace Autodiff.Tests.Ops;

/// <content>Extrema.</content>
internal static partial class ArrayTable
{
    private static ArrayRow[] Extrema() =>
    [
        Extremum("Max", (axes, keepAxes) => new ArrayFunctions.Max(axes, keepAxes), v => v.Max(), 1),
        Extremum("Min", (axes, keepAxes) => new ArrayFunctions.Min(axes, keepAxes), v => v.Min(), -1),
        Indexed("MaxWithIndices", (axis, keepAxis) => new ArrayFunctions.MaxWithIndices(axis, keepAxis), v => v.Max(), 1),
        Indexed("MinWithIndices", (axis, keepAxis) => new ArrayFunctions.MinWithIndices(axis, keepAxis), v => v.Min(), -1),
    ];

    // The special points are those of the maximum with the sign turned for the minimum.
    private static ArrayRow Extremum(string name, Func<int[], bool, IArrayFunction> function, Func<double[], double> fold, double sign)
    {
        ArrayRow row = Reduced(name, function, fold, [0]);
        return row with
        {
            Specials =
            [
                new(function([], false), [Signed(1, 3, 3, 2)], Grid.Of(3 * sign), Vector(0, 0.5, 0.5, 0)),
                new(function([1], false), [Grid.Of([2, 2], 1, 1, 2, 0).Map(v => v * sign)], Signed(1, 2), Grid.Of([2, 2], 0.5, 0.5, 1, 0)),
                new(function([], false), [Vector(1, NaN, 2)], Grid.Of(NaN), Vector(0, 1, 0)),
                new(function([], false), [Signed(-Inf, -Inf)], Grid.Of(-Inf * sign), Vector(0.5, 0.5)),
                new(function([], false), [Vector(0, -0.0)], Grid.Of(0), Vector(0.5, 0.5)),
            ],
            Malformed =
            [
                .. row.Malformed,
                Refused<ArgumentException>(function([0], false), [name, "[0, 3]", "no elements"], [0, 3]),
                Refused<ArgumentException>(function([], false), [name, "[0]", "no elements"], [0]),
            ],
        };

        Grid Signed(params double[] values) => Vector(values).Map(value => value * sign);
    }

    private static ArrayRow Indexed(string name, Func<int, bool, IArrayFunction> function, Func<double[], double> fold, double sign)
    {
        return new(
            name,
            Call(0, false, [3], [1], [3, 2], [1, 3], [2, 0]),
            Call(-1, true, [2, 3], [2, 1], [0, 3]),
            Call(1, false, [2, 3, 2]),
            Call(1, true, [2, 3, 2]))
        {
            Specials =
            [
                new(function(0, false), [Vector(1, 3, 3).Map(value => value * sign)], Grid.Of(3 * sign), Vector(0, 1, 0)),
                new(function(0, false), [Vector(1, NaN, NaN)], Grid.Of(NaN), Vector(0, 1, 0)),
            ],
            Malformed =
            [
                Refused<ArgumentOutOfRangeException>(function(2, false), [name, "axis 2", "[2, 3]"], [2, 3]),
                Refused<ArgumentOutOfRangeException>(function(0, false), [name, "no axes"], [[]]),
                Refused<ArgumentException>(function(0, false), [name, "[0, 3]", "no elements"], [0, 3]),
            ],
        };

        ArrayCall Call(int axis, bool keepAxis, params int[][] shapes) =>
            new(function(axis, keepAxis), x => x[0].Fold([axis], keepAxis, fold), [.. shapes.Select(One)]);
    }
}
