using Autodiff;
using GradBench.Protocol;
using static Autodiff.Variable;
using static GradBench.Protocol.InputException;

namespace GradBench.Evals;

/// <summary>A hand: bones that move with a pose, and vertices that move with the bones.</summary>
internal sealed class HandModel
{
    /// <summary>Rotation and translation of the hand, and four angles of each finger.</summary>
    internal const int PoseParameters = 26;

    private const int Bones = 22, Fingers = 5;

    // Below that length a rotation vector has no direction worth the name.
    private const double NoRotation = 1e-4;

    // What turns (x, y, z) into the matrix of the cross product with it.
    private static readonly Variable<double> CrossProducts = Create<double>(
        [0, 0, 0, 0, 0, -1, 0, 1, 0, 0, 0, 1, 0, 0, 0, -1, 0, 0, 0, -1, 0, 1, 0, 0, 0, 0, 0], 3, 9);

    private static readonly Variable<double> Corner = Create<double>([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], 4, 4);

    // Of its three angles a bone has the first; the first bone of a finger has the second, too.
    private static readonly Indices MovingAngles = Indices.Of([.. Enumerable.Range(0, Fingers).SelectMany(static finger =>
    {
        int bone = 2 + (4 * finger);
        return new[] { 3 * bone, (3 * bone) + 1, 3 * (bone + 1), 3 * (bone + 2) };
    })]);

    private readonly int[] parents;
    private readonly Variable<double> relatives, inverseAbsolutes, positions, weights;
    private readonly int[][] triangles;
    private readonly bool isMirrored;

    internal HandModel(Input model)
    {
        Require(model["bone_count"].Integer(least: 0) == Bones, $"a hand has {Bones} bones");
        parents = model["parents"].Integers(least: -1, Bones);
        for (int bone = 0; bone < Bones; bone++) { Require(parents[bone] < bone, $"bone {bone} comes before its parent {parents[bone]}"); }
        relatives = Matrices(model["base_relatives"]);
        inverseAbsolutes = Matrices(model["inverse_base_absolutes"]);
        Matrix read = model["base_positions"].Matrix();
        positions = Wrap(model["base_positions"].Matrix(read.Rows, 4).Values, read.Rows, 4, 1).Transpose();
        weights = Wrap(model["weights"].Matrix(read.Rows, Bones).Values, read.Rows, Bones, 1);
        triangles = model["triangles"].Each(static triangle => triangle.Integers(least: 0, 3));
        isMirrored = model["is_mirrored"].Boolean();
    }

    internal Indices Vertices(int[] vertices)
    {
        int count = positions.Shape[0];
        foreach (int vertex in vertices) { Require(vertex < count, $"there is no vertex {vertex} among {count}"); }
        return Indices.Of(vertices);
    }

    /// <summary>The first, second and third corners of some triangles.</summary>
    internal Indices[] Triangles(int[] chosen)
    {
        foreach (int triangle in chosen) { Require(triangle < triangles.Length, $"there is no triangle {triangle} among {triangles.Length}"); }
        return [.. Enumerable.Range(0, 3).Select(corner => Vertices([.. chosen.Select(triangle => triangles[triangle][corner])]))];
    }

    /// <summary>
    /// What some vertices are linear in: a vertex is the sum over bones of weight · transform · position, and a row holds weight · position for
    /// all bones. Rows of points between vertices are between theirs.
    /// </summary>
    internal Variable<double> Bases(Indices vertices) =>
        (IndexSelect(weights, 0, vertices) * IndexSelect(positions, 0, vertices)).Reshape(vertices.Length, 4 * Bones);

    /// <summary>Points of the surface in several poses: [points, poses, 3].</summary>
    internal Variable<double> Surface(Variable<double> poses, Variable<double> basis)
    {
        int count = poses.Shape[0];
        var transforms = MatMul(GlobalRotations(poses[.., 0..3]).Unsqueeze(1), BoneTransforms(poses[.., 6..]));
        var side = transforms.Permute(1, 3, 0, 2).Reshape(4 * Bones, count * 3);
        return Affine(basis, side, poses[.., 3..6].Reshape(-1)).Reshape(basis.Shape[0], count, 3);
    }

    // [poses, bones, 3, 4]: from where the bone rests to where it is.
    private Variable<double> BoneTransforms(Variable<double> fingers)
    {
        int count = fingers.Shape[0];
        var angles = IndexAdd(Zeros<double>(count, 3 * Bones), 1, MovingAngles, fingers).Reshape(count, Bones, 3);
        var rotations = MatMul(About(2, angles[.., .., 1]), MatMul(About(1, angles[.., .., 2]), About(0, angles[.., .., 0])));
        var locals = MatMul(relatives, Pad(rotations, [(0, 1), (0, 1)]) + Corner);
        Variable<double>[] absolutes = new Variable<double>[Bones];
        for (int bone = 0; bone < Bones; bone++)
        {
            var local = locals[.., bone];
            absolutes[bone] = parents[bone] < 0 ? local : MatMul(absolutes[parents[bone]], local);
        }
        var transforms = MatMul(Stack(1, absolutes), inverseAbsolutes)[.., .., 0..3];
        return isMirrored ? transforms * Create<double>([-1, 1, 1], 3, 1) : transforms;
    }

    private static Variable<double> GlobalRotations(Variable<double> vectors)
    {
        var angles = Norm(vectors, 2, [1], keepAxes: true);
        return angles[0].Value < NoRotation
            ? Expand(Identity<double>(3), vectors.Shape[0], 3, 3)
            : Rotations(MatMul(vectors / angles, CrossProducts).Reshape(-1, 3, 3), angles.Unsqueeze(2));
    }

    private static Variable<double> About(int axis, Variable<double> angles) =>
        Rotations(CrossProducts[axis].Reshape(3, 3), angles.Unsqueeze(-1).Unsqueeze(-1));

    // Rodrigues' formula, with the matrix of the cross product with the axis.
    private static Variable<double> Rotations(Variable<double> cross, Variable<double> angles) =>
        Identity<double>(3) + (Sin(angles) * cross) + ((1 - Cos(angles)) * MatMul(cross, cross));

    private static Variable<double> Matrices(Input input)
    {
        Matrix[] matrices = input.Each(static matrix => matrix.Matrix(4, 4));
        Require(matrices.Length == Bones, $"{matrices.Length} matrices, where there are {Bones} bones");
        return Wrap<double>([.. matrices.SelectMany(static matrix => matrix.Values)], Bones, 4, 4);
    }
}
