using Autodiff;
using GradBench.Protocol;
using static Autodiff.Variable;
using static GradBench.Protocol.InputException;

namespace GradBench.Evals;

/// <summary>The sum of the squared distances of points from the nearest centroids, and a Newton step of the centroids.</summary>
internal sealed class KMeans
{
    internal static readonly Module Module = Module.Of(
        "kmeans", input => new KMeans(input["points"].Matrix(), input["centroids"].Matrix()), ("cost", eval => eval.Cost()), ("dir", eval => eval.Direction()));

    private readonly Variable<double> points, centroids;

    internal KMeans(Matrix points, Matrix centroids)
    {
        Require(points.Rows > 0 && centroids.Rows > 0, $"{points.Rows} points and {centroids.Rows} centroids");
        Require(points.Columns == centroids.Columns && points.Columns > 0, $"points of {points.Columns} coordinates, centroids of {centroids.Columns}");
        this.points = Wrap(points.Values, points.Rows, points.Columns);
        this.centroids = Wrap(centroids.Values, centroids.Rows, centroids.Columns).AttachGradient();
    }

    internal double Cost()
    {
        using (Autograd.Record()) { return SumOfDistances().Value; }
    }

    /// <summary>g / H with the diagonal of the Hessian. It has nothing else, so the Hessian's product with ones is that diagonal.</summary>
    internal Variable<double> Direction()
    {
        using (Autograd.Record())
        {
            var gradient = Autograd.Gradient(SumOfDistances(), [centroids], createGraph: true)[0];
            var diagonal = Autograd.Gradient([gradient], [centroids], [Ones<double>(centroids.Shape)], retainGraph: true)[0];
            return gradient / diagonal;
        }
    }

    // Which centroid is nearest is a matter of values; the distance from it carries the derivative.
    private Variable<double> SumOfDistances() => Sum(Square(points - IndexSelect(centroids, 0, Nearest())));

    // |p - c|² without |p|², which is the same for all centroids.
    private Indices Nearest()
    {
        using (Autograd.Pause())
        {
            var distances = Sum(Square(centroids), 1) - (2 * MatMul(points, centroids.Transpose()));
            return Indices.Of(ArgMin(distances, axis: 1));
        }
    }
}
