using Autodiff;
using GradBench.Protocol;
using static Autodiff.Variable;
using static GradBench.Protocol.InputException;

namespace GradBench.Evals;

/// <summary>Errors of points as cameras see them, and their sparse Jacobian by cameras, points and weights.</summary>
internal sealed class BundleAdjustment
{
    internal static readonly Module Module = Module.Of(
        "ba", input => new BundleAdjustment(input), ("objective", eval => eval.Objective()), ("jacobian", eval => eval.Jacobian()));

    // An observation has a column of parameters: rotation, centre, focal length, principal point, two of distortion; the point; the weight.
    private const int OfCamera = 11, OfPoint = 3, Parameters = OfCamera + OfPoint + 1;

    // So many observations at a time that their numbers stay in the cache.
    private const int Together = 512;

    private readonly int cameras, points, observations;
    private readonly double[] cameraValues, pointValues, weights, features;
    private readonly Block full, rest;
    private SparseRows? jacobian;

    internal BundleAdjustment(Input input)
    {
        (cameras, points, observations) = (input["n"].Integer(least: 1), input["m"].Integer(least: 1), input["p"].Integer(least: 1));
        long unknowns = ((long)OfCamera * cameras) + ((long)OfPoint * points) + observations, entries = 31L * observations;
        Require(unknowns <= Array.MaxLength && entries <= Array.MaxLength, $"{unknowns} unknowns and {entries} derivatives are too many for one array");
        long bytes = (12 * entries) + (8 * (unknowns + (6L * observations))), available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        Require(bytes < available, $"{bytes} bytes of memory are needed, and {available} are there");
        cameraValues = Repeat(input["cam"].Numbers(OfCamera), cameras);
        pointValues = Repeat(input["x"].Numbers(OfPoint), points);
        weights = Repeat([input["w"].Number()], observations);
        features = Repeat(input["feat"].Numbers(2), observations);
        full = new(Together);
        rest = new(observations % Together);
    }

    internal Dictionary<string, object> Objective()
    {
        double[] errors = new double[2 * observations], weightErrors = new double[observations];
        for (int first = 0; first < observations; first += Together)
        {
            Block block = Fill(first);
            using (Autograd.Record())
            {
                block.Errors().Transpose().CopyTo(errors.AsSpan(2 * first));
                block.WeightErrors().CopyTo(weightErrors.AsSpan(first));
            }
        }
        return new()
        {
            ["reproj_error"] = new Dictionary<string, object> { ["elements"] = errors[..2], ["repeated"] = observations },
            ["w_err"] = new Dictionary<string, object> { ["element"] = weightErrors[0], ["repeated"] = observations },
        };
    }

    /// <summary>Two rows of 15 derivatives for each observation, then one of one derivative.</summary>
    internal Dictionary<string, object> Jacobian()
    {
        jacobian ??= new(3 * observations, 31 * observations);
        for (int first = 0; first < observations; first += Together)
        {
            Block block = Fill(first);
            using (Autograd.Record())
            {
                // No observation has a parameter of another, so one sweep gives the derivatives of all.
                var (errors, weightErrors) = (block.Errors(), block.WeightErrors());
                for (int axis = 0; axis < 2; axis++) { StoreErrors(block.Derivatives(errors[axis]), first, axis); }
                StoreWeightErrors(block.Derivatives(weightErrors), first);
            }
        }
        return jacobian.Excerpt(30);
    }

    private void StoreErrors(ReadOnlySpan<double> derivatives, int first, int axis)
    {
        int count = derivatives.Length / Parameters;
        for (int i = 0; i < count; i++)
        {
            int observation = first + i, row = (2 * observation) + axis;
            jacobian!.Row(row, row * Parameters, Parameters, out Span<int> columns, out Span<double> values);
            for (int j = 0; j < Parameters; j++) { values[j] = derivatives[(j * count) + i]; }
            int camera = OfCamera * (observation % cameras), point = (OfCamera * cameras) + (OfPoint * (observation % points));
            for (int j = 0; j < OfCamera; j++) { columns[j] = camera + j; }
            for (int j = 0; j < OfPoint; j++) { columns[OfCamera + j] = point + j; }
            columns[^1] = ColumnOfWeight(observation);
        }
    }

    private void StoreWeightErrors(ReadOnlySpan<double> derivatives, int first)
    {
        int count = derivatives.Length / Parameters;
        for (int i = 0; i < count; i++)
        {
            int observation = first + i, before = 2 * observations;
            jacobian!.Row(before + observation, (before * Parameters) + observation, 1, out Span<int> columns, out Span<double> values);
            (columns[0], values[0]) = (ColumnOfWeight(observation), derivatives[((Parameters - 1) * count) + i]);
        }
    }

    private int ColumnOfWeight(int observation) => (OfCamera * cameras) + (OfPoint * points) + observation;

    private Block Fill(int first)
    {
        Block block = first + Together <= observations ? full : rest;
        block.Parameters.Update((this, first), static (columns, from) => from.Item1.FillParameters(columns, from.first));
        block.Features.Update((features, first), static (columns, from) =>
        {
            int count = columns.Length / 2;
            ReadOnlySpan<double> pairs = from.features.AsSpan(2 * from.first);
            for (int i = 0; i < count; i++) { (columns[i], columns[count + i]) = (pairs[2 * i], pairs[(2 * i) + 1]); }
        });
        return block;
    }

    private void FillParameters(Span<double> columns, int first)
    {
        int count = columns.Length / Parameters;
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<double> camera = cameraValues.AsSpan(OfCamera * ((first + i) % cameras), OfCamera);
            ReadOnlySpan<double> point = pointValues.AsSpan(OfPoint * ((first + i) % points), OfPoint);
            for (int j = 0; j < OfCamera; j++) { columns[(j * count) + i] = camera[j]; }
            for (int j = 0; j < OfPoint; j++) { columns[((OfCamera + j) * count) + i] = point[j]; }
            columns[((Parameters - 1) * count) + i] = weights[first + i];
        }
    }

    private static double[] Repeat(double[] values, int times)
    {
        double[] repeated = new double[values.Length * times];
        for (int i = 0; i < repeated.Length; i += values.Length) { values.CopyTo(repeated, i); }
        return repeated;
    }

    /// <summary>Some observations side by side.</summary>
    private sealed class Block(int count)
    {
        internal Variable<double> Parameters { get; } = Zeros<double>(BundleAdjustment.Parameters, count).AttachGradient();

        internal Variable<double> Features { get; } = Zeros<double>(2, count);

        private readonly Variable<double> ones = Ones<double>(count);

        /// <summary>How far from its feature each camera sees its point, weighted.</summary>
        internal Variable<double> Errors()
        {
            var x = Parameters;
            var (rotation, centre, focalLength, principalPoint, point, weight) = (x[0..3], x[3..6], x[6], x[7..9], x[11..14], x[14]);
            var seen = Rotate(rotation, point - centre);
            var projected = seen[0..2] / seen[2];
            var squared = Sum(Square(projected), 0);
            var distorted = projected * (1 + (squared * (x[9] + (x[10] * squared))));
            return weight * ((focalLength * distorted) + principalPoint - Features);
        }

        internal Variable<double> WeightErrors() => 1 - Square(Parameters[14]);

        internal ReadOnlySpan<double> Derivatives(Variable<double> results)
        {
            Autograd.Backward([results], [ones], retainGraph: true);
            return Parameters.TakeGradient();
        }

        // By Rodrigues' formula; by r × x, its limit, where there is no rotation. There the formula is kept from dividing by 0.
        private static Variable<double> Rotate(Variable<double> r, Variable<double> x)
        {
            var squaredAngle = Sum(Square(r), 0);
            var rotates = squaredAngle > 0;
            var safe = Where(rotates, squaredAngle, 1);
            var (angle, crossed) = (Sqrt(safe), Cross(r, x));
            var cosine = Cos(angle);
            var rotated = (x * cosine) + (crossed * (Sin(angle) / angle)) + (r * (Sum(r * x, 0) * ((1 - cosine) / safe)));
            return Where(rotates, rotated, x + crossed);
        }

        private static Variable<double> Cross(Variable<double> a, Variable<double> b) => Roll((a * Roll(b, -1, 0)) - (Roll(a, -1, 0) * b), -1, 0);
    }
}
