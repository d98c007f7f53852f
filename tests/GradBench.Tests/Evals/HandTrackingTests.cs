using System.Numerics;
using Autodiff;
using Xunit;

namespace GradBench.Tests.Evals;

public sealed class HandTrackingTests
{
    private const int Vertices = 30, Points = 8;

    private static readonly int[] Parents = [-1, 0, .. Enumerable.Range(2, 20).Select(static bone => (bone - 2) % 4 == 0 ? 0 : bone - 1)];

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    [InlineData(true, true, false)]
    [InlineData(false, true, true)]
    public void Errors_and_their_derivatives_are_those_of_vertices_one_by_one(bool isComplicated, bool isMirrored, bool isStill)
    {
        Hand hand = new(new(7), isComplicated, isMirrored);
        double[] theta = Instance.Uniform(new(8), 26, -1, 1);
        if (isStill) { theta.AsSpan(0, 3).Fill(1e-5); }
        var input = hand.Input(theta);
        double[] x = [.. Instance.Flat(hand.Places), .. theta];
        Near.Equal(hand.Errors<double>(x), Tool.Numbers("ht", "objective", input));

        // A place moves its own point, so all places have two columns together.
        List<double[]> columns = [];
        if (isComplicated) { columns.AddRange(Enumerable.Range(0, 2).Select(side => hand.Derivative(x, i => i < 2 * Points && i % 2 == side))); }
        columns.AddRange(Enumerable.Range(0, 26).Select(parameter => hand.Derivative(x, i => i == x.Length - 26 + parameter)));
        double[] rows = [.. Enumerable.Range(0, 3 * Points).SelectMany(row => columns.Select(column => column[row]))];
        Near.Equal(rows, Tool.Numbers("ht", "jacobian", input));
    }

    [Fact]
    public void What_is_not_there_is_refused()
    {
        double[] theta = Instance.Uniform(new(8), 26, -1, 1);
        foreach (bool isComplicated in new[] { false, true })
        {
            Hand hand = new(new(7), isComplicated, isMirrored: false);
            hand.Correspondences[3] = 1000;
            string? reason = Tool.Evaluate("ht", "jacobian", hand.Input(theta)).GetProperty("error").GetString();
            Assert.Contains(isComplicated ? "no triangle 1000" : "no vertex 1000", reason, StringComparison.Ordinal);
        }
    }

    private sealed class Hand
    {
        private readonly double[][][] relatives, inverses;
        private readonly double[][] positions, weights, points;
        private readonly int[][] triangles;
        private readonly bool isMirrored;

        internal Hand(Random random, bool isComplicated, bool isMirrored)
        {
            this.isMirrored = isMirrored;
            relatives = [.. Parents.Select(_ => Affine(random))];
            inverses = [.. Parents.Select(_ => Affine(random))];
            positions = [.. Instance.Uniform(random, Vertices, 3, -1, 1).Select(static position => new[] { position[0], position[1], position[2], 1 })];
            weights = Instance.Uniform(random, Vertices, Parents.Length, 0, 0.1);
            points = Instance.Uniform(random, Points, 3, -1, 1);
            triangles = [.. Enumerable.Range(0, 12).Select(_ => new[] { random.Next(Vertices), random.Next(Vertices), random.Next(Vertices) })];
            Correspondences = [.. Enumerable.Range(0, Points).Select(_ => random.Next(isComplicated ? triangles.Length : Vertices))];
            Places = isComplicated ? Instance.Uniform(random, Points, 2, 0, 0.5) : [];
        }

        internal int[] Correspondences { get; }

        internal double[][] Places { get; }

        internal object Input(double[] theta) => new
        {
            theta,
            us = Places,
            data = new
            {
                model = new
                {
                    bone_count = Parents.Length,
                    parents = Parents,
                    base_relatives = relatives,
                    inverse_base_absolutes = inverses,
                    base_positions = positions,
                    weights,
                    triangles,
                    is_mirrored = isMirrored,
                },
                correspondences = Correspondences,
                points,
            },
        };

        internal double[] Derivative(double[] x, Func<int, bool> moves) =>
            [.. Errors<Dual<double>>([.. x.Select((element, i) => new Dual<double>(element, moves(i) ? 1 : 0))]).Select(static error => error.Tangent)];

        internal T[] Errors<T>(T[] x)
            where T : IFloatingPointIeee754<T>
        {
            T[] theta = x[^26..];
            T[][][] transforms = Transforms(theta);
            List<T> errors = [];
            for (int i = 0; i < Points; i++)
            {
                T[] place = Vertex(i, x, transforms, theta);
                for (int axis = 0; axis < 3; axis++) { errors.Add(T.CreateChecked(points[i][axis]) - place[axis]); }
            }
            return [.. errors];
        }

        private T[] Vertex<T>(int i, T[] x, T[][][] transforms, T[] theta)
            where T : IFloatingPointIeee754<T>
        {
            if (Places.Length == 0) { return Vertex(Correspondences[i], transforms, theta); }
            T[][] corners = [.. triangles[Correspondences[i]].Select(corner => Vertex(corner, transforms, theta))];
            T u = x[2 * i], v = x[(2 * i) + 1];
            return [.. Enumerable.Range(0, 3).Select(axis => (u * corners[0][axis]) + (v * corners[1][axis]) + ((T.One - u - v) * corners[2][axis]))];
        }

        private T[] Vertex<T>(int vertex, T[][][] transforms, T[] theta)
            where T : IFloatingPointIeee754<T>
        {
            T[] place = [T.Zero, T.Zero, T.Zero];
            for (int bone = 0; bone < transforms.Length; bone++)
            {
                for (int axis = 0; axis < 3; axis++)
                {
                    for (int j = 0; j < 4; j++) { place[axis] += T.CreateChecked(weights[vertex][bone] * positions[vertex][j]) * transforms[bone][axis][j]; }
                }
            }
            if (isMirrored) { place[0] = -place[0]; }
            T angle = T.Sqrt((theta[0] * theta[0]) + (theta[1] * theta[1]) + (theta[2] * theta[2]));
            T[] turned = angle < T.CreateChecked(1e-4) ? place : Turn([theta[0] / angle, theta[1] / angle, theta[2] / angle], angle, place);
            return [turned[0] + theta[3], turned[1] + theta[4], turned[2] + theta[5]];
        }

        private static T[] Turn<T>(T[] axis, T angle, T[] x)
            where T : IFloatingPointIeee754<T>
        {
            T[] crossed = [(axis[1] * x[2]) - (axis[2] * x[1]), (axis[2] * x[0]) - (axis[0] * x[2]), (axis[0] * x[1]) - (axis[1] * x[0])];
            T along = ((axis[0] * x[0]) + (axis[1] * x[1]) + (axis[2] * x[2])) * (T.One - T.Cos(angle));
            return [.. Enumerable.Range(0, 3).Select(i => (x[i] * T.Cos(angle)) + (crossed[i] * T.Sin(angle)) + (axis[i] * along))];
        }

        private T[][][] Transforms<T>(T[] theta)
            where T : IFloatingPointIeee754<T>
        {
            T[][][] absolutes = new T[Parents.Length][][];
            for (int bone = 0; bone < absolutes.Length; bone++)
            {
                T first = T.Zero, second = T.Zero;
                int finger = (bone - 2) / 4, joint = (bone - 2) % 4;
                if (bone >= 2 && joint < 3)
                {
                    int at = 6 + (4 * finger);
                    first = theta[joint == 0 ? at : at + 1 + joint];
                    second = joint == 0 ? theta[at + 1] : T.Zero;
                }
                T[][] local = Product(Lift<T>(relatives[bone]), Product(Turn(0, 1, second), Turn(1, 2, first)));
                absolutes[bone] = Parents[bone] < 0 ? local : Product(absolutes[Parents[bone]], local);
            }
            return [.. absolutes.Select((absolute, bone) => Product(absolute, Lift<T>(inverses[bone])))];
        }

        // Turns the axis i towards the axis j.
        private static T[][] Turn<T>(int i, int j, T angle)
            where T : IFloatingPointIeee754<T>
        {
            T[][] turn = Lift<T>([[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]);
            turn[i][i] = turn[j][j] = T.Cos(angle);
            turn[j][i] = T.Sin(angle);
            turn[i][j] = -turn[j][i];
            return turn;
        }

        private static T[][] Product<T>(T[][] a, T[][] b)
            where T : IFloatingPointIeee754<T> =>
            [.. a.Select(row => Enumerable.Range(0, 4).Select(j => Enumerable.Range(0, 4).Aggregate(T.Zero, (sum, k) => sum + (row[k] * b[k][j]))).ToArray())];

        private static T[][] Lift<T>(double[][] matrix)
            where T : IFloatingPointIeee754<T> =>
            [.. matrix.Select(static row => row.Select(T.CreateChecked).ToArray())];

        private static double[][] Affine(Random random) => [.. Instance.Uniform(random, 3, 4, -0.7, 0.7), [0, 0, 0, 1]];
    }
}
