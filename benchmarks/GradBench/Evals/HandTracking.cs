using Autodiff;
using GradBench.Protocol;
using static Autodiff.Variable;

namespace GradBench.Evals;

/// <summary>How far the surface of a hand is from points, and the derivatives by the pose and by the places on the surface.</summary>
internal sealed class HandTracking
{
    internal static readonly Module Module = Module.Of(
        "ht", input => new HandTracking(input), ("objective", eval => eval.Objective()), ("jacobian", eval => eval.Jacobian()));

    private readonly HandModel hand;
    private readonly Variable<double> theta, points;

    // For each point either one vertex or the three corners of a triangle, and where in the triangle it is.
    private readonly Indices[] corners;
    private readonly Variable<double>? places;

    internal HandTracking(Input input)
    {
        Input data = input["data"];
        hand = new(data["model"]);
        theta = Wrap(input["theta"].Numbers(HandModel.PoseParameters), 1, HandModel.PoseParameters);
        Matrix measured = data["points"].Matrix();
        points = Wrap(data["points"].Matrix(measured.Rows, 3).Values, measured.Rows, 1, 3);
        int[] correspondences = data["correspondences"].Integers(least: 0, measured.Rows);
        Matrix us = input["us"].Matrix();
        if (us.Rows == 0) { corners = [hand.Vertices(correspondences)]; }
        else
        {
            corners = hand.Triangles(correspondences);
            places = Wrap(input["us"].Matrix(measured.Rows, 2).Values, measured.Rows, 2);
        }
    }

    internal Variable<double> Objective()
    {
        using (Autograd.Pause()) { return Errors(theta, places, Bases()).Reshape(-1); }
    }

    /// <summary>
    /// Forward, in all directions at once: for each parameter of the pose there is a copy of the pose, which moves along that parameter. A place
    /// moves its own point only, so all places move together.
    /// </summary>
    internal Variable<double> Jacobian()
    {
        Variable<double>[] bases = Bases();
        var poses = Tile(theta, HandModel.PoseParameters, 1);
        var byPose = Autograd.JacobianVectorProduct(poses => Errors(poses, places, bases), poses, Identity<double>(HandModel.PoseParameters));
        var rows = byPose.Transpose(1, 2);
        if (places is { } given)
        {
            var byFirst = Autograd.JacobianVectorProduct(us => Errors(theta, us, bases), given, Expand(Create<double>([1, 0]), given.Shape));
            var bySecond = Autograd.JacobianVectorProduct(us => Errors(theta, us, bases), given, Expand(Create<double>([0, 1]), given.Shape));
            rows = Concatenate(2, byFirst.Transpose(1, 2), bySecond.Transpose(1, 2), rows);
        }
        return rows.Reshape(3 * points.Shape[0], rows.Shape[2]);
    }

    private Variable<double>[] Bases() => Array.ConvertAll(corners, hand.Bases);

    // [points, poses, 3]
    private Variable<double> Errors(Variable<double> poses, Variable<double>? us, Variable<double>[] bases)
    {
        var basis = bases[0];
        if (us is { } place)
        {
            var (first, second) = (place[.., 0..1], place[.., 1..2]);
            basis = (first * bases[0]) + (second * bases[1]) + ((1 - first - second) * bases[2]);
        }
        return points - hand.Surface(poses, basis);
    }
}
