namespace Autodiff.Tests.Ops;

/// <content>Norms, and how far elements spread.</content>
internal static partial class ArrayTable
{
    private static ArrayRow[] Statistics() => [Norm(), Variance(), StandardDeviation()];

    private static ArrayRow Norm()
    {
        ArrayRow euclidean = OfOrder(2, v => Math.Sqrt(v.Sum(x => x * x)));
        return euclidean with
        {
            Calls =
            [
                .. euclidean.Calls,
                .. OfOrder(1, v => v.Sum(Math.Abs)).Calls,
                .. OfOrder(3, v => Math.Cbrt(v.Sum(x => Math.Abs(x * x * x)))).Calls,
                .. OfOrder(1.5, v => Math.Pow(v.Sum(x => Math.Pow(x, 1.5)), 1 / 1.5), low: 0.5).Calls.Take(3),
                .. OfOrder(-2, v => Math.Pow(v.Sum(x => 1 / (x * x)), -0.5), low: 0.5).Calls.Take(2),
                .. OfOrder(Inf, v => v.Max(Math.Abs)).Calls,
                .. OfOrder(-Inf, v => v.Min(Math.Abs)).Calls.Take(3),
                .. OfOrder(0, v => v.Count(x => x != 0)).Calls.Take(3).Select(call => call with { Reads = [] }),
            ],
            Specials =
            [
                .. new[] { 1, 2, 3, 1.5, Inf, 0 }.Select(p => Special(p, [0, 0, 0], 0, 0, 0, 0)),
                Special(0, [2, 0, 3], 2, 0, 0, 0),
                Special(1, [0, 1, -2], 3, 0, 1, -1),
                Special(2, [0, 3, -4], 5, 0, 0.6, -0.8),
                Special(3, [0, 2, 0], 2, 0, 1, 0),
                Special(1.5, [0, 2, 0], 2, 0, 1, 0),
                Special(0.5, [0, 2, 0], 2, 0, 1, 0),
                Special(-1, [0, 2, 0], 0, 0, 0, 0),
                Special(Inf, [2, -2, 1], 2, 0.5, -0.5, 0),
                Special(2, [3e200, -4e200], 5e200, 0.6, -0.8),
                Special(2, [3e-200, -4e-200], 5e-200, 0.6, -0.8),
                Special(3, [2e200, 0], 2e200, 1, 0),
                Special(2, [3, Inf], Inf, 0, NaN),
                Special(2, [NaN, 1], NaN, NaN, NaN),
                new(new ArrayFunctions.Norm(2, [1]), [Grid.Of([2, 2], 0, 0, 3, 4)], Vector(0, 5), Grid.Of([2, 2], 0, 0, 0.6, 0.8)),
                new(new ArrayFunctions.Norm(3, [0]), [Grid.Of([0, 2])], Vector(0, 0), Grid.Of([0, 2])),
            ],
            Malformed =
            [
                .. euclidean.Malformed,
                Refused<ArgumentException>(new ArrayFunctions.Norm(Inf, []), ["Norm", "[0]", "no elements"], [0]),
                Refused<ArgumentOutOfRangeException>(new ArrayFunctions.Norm(NaN, []), ["Norm", "order p", "NaN"], [2]),
            ],
        };

        ArrayRow OfOrder(double p, Func<double[], double> fold, double low = -1.875) =>
            Reduced("Norm", (axes, keepAxes) => new ArrayFunctions.Norm(p, axes, keepAxes), fold, [0], low: low);

        SpecialArrays Special(double p, double[] x, double value, params double[] gradient) =>
            new(new ArrayFunctions.Norm(p, []), [Vector(x)], Grid.Of(value), Vector(gradient));
    }

    private static ArrayRow Variance()
    {
        ArrayRow population = Reduced("Variance", (axes, keepAxes) => new ArrayFunctions.Variance(0, axes, keepAxes), v => SquaresPer(v, v.Length), []);
        return population with
        {
            Calls = [.. population.Calls, Sample([], [3], [2, 3]), Sample([1], [2, 3, 2])],
            Specials =
            [
                new(new ArrayFunctions.Variance(1, []), [Vector(2)], Grid.Of(NaN), Vector(NaN)),
                new(new ArrayFunctions.Variance(2, []), [Vector(2)], Grid.Of(NaN), Vector(NaN)),
                new(new ArrayFunctions.Variance(0, []), [Vector()], Grid.Of(NaN), Vector()),
                new(new ArrayFunctions.Variance(0, []), [Vector(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16)], Grid.Of(22.5), Vector(-3, -1.5, 1.5, 3)),
            ],
        };

        ArrayCall Sample(int[] axes, params int[][] shapes) =>
            new(new ArrayFunctions.Variance(1, axes), x => x[0].Fold(axes, false, v => SquaresPer(v, v.Length - 1)), [.. shapes.Select(One)]);
    }

    private static ArrayRow StandardDeviation()
    {
        ArrayRow population = Reduced(
            "StandardDeviation", (axes, keepAxes) => new ArrayFunctions.StandardDeviation(0, axes, keepAxes), v => Math.Sqrt(SquaresPer(v, v.Length)), []);
        return population with
        {
            Calls =
            [
                .. population.Calls.Select(call => call with { Shapes = [.. call.Shapes.Where(shapes => !IsConstant(shapes[0]))] }),
                new ArrayCall(
                    new ArrayFunctions.StandardDeviation(1, []), x => x[0].Fold([], false, v => Math.Sqrt(SquaresPer(v, v.Length - 1))), One(3), One(2, 3)),
            ],
            Specials =
            [
                new(new ArrayFunctions.StandardDeviation(0, []), [Vector(0.1, 0.1, 0.1)], Grid.Of(0), Vector(0, 0, 0)),
                new(new ArrayFunctions.StandardDeviation(0, []), [Vector(2)], Grid.Of(0), Vector(0)),
                new(new ArrayFunctions.StandardDeviation(1, []), [Vector(2)], Grid.Of(NaN), Vector(NaN)),
                new(new ArrayFunctions.StandardDeviation(0, [1]), [Grid.Of([2, 2], 1, 1, 1, 3)], Vector(0, 1), Grid.Of([2, 2], 0, 0, -0.5, 0.5)),
            ],
        };

        // Of one element there is no deviation, and so a kink.
        bool IsConstant(int[] shape) => shape.Length < 1 || shape.All(length => length == 1) || shape.SequenceEqual([1, 3]) || shape.SequenceEqual([2, 1]);
    }

    private static double SquaresPer(double[] v, int count)
    {
        double mean = v.Average();
        return v.Sum(x => (x - mean) * (x - mean)) / count;
    }
}
