using System.Numerics;
using Autodiff.Nn.Diagnostics;
using static Autodiff.Variable;

namespace Autodiff.Nn;

// Losses of distances and ranks. Where a margin is met exactly the derivative is that of a violated margin.
public static partial class Losses
{
    /// <summary>The distance y where the label is 1, and max(0, margin - y) where it is -1.</summary>
    /// <param name="y">The distances.</param>
    /// <param name="labels">1 for things that belong together, -1 for others, of the same shape.</param>
    /// <param name="margin">The margin.</param>
    /// <param name="reduction">How the losses of the elements are combined.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The margin is not a finite number, or the reduction is unknown.</exception>
    public static Variable<T> HingeEmbedding<T>(Variable<T> y, Variable<T> labels, double margin = 1, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequirePairs(nameof(HingeEmbedding), y.Shape, labels.Shape, reduction);
        Require.Finite(margin, nameof(margin));
        return Reduced(Where(Equal(labels, T.One), y, AtLeast(T.CreateTruncating(margin) - y, T.Zero)), reduction);
    }

    /// <summary>max(0, margin - t (a - b)): 0 where a exceeds b by the margin, or for the label -1 b exceeds a.</summary>
    /// <param name="a">Scores.</param>
    /// <param name="b">Scores of others, of the same shape.</param>
    /// <param name="labels">The labels t, of the same shape: 1 where a is to be greater, -1 where b is.</param>
    /// <param name="margin">The margin.</param>
    /// <param name="reduction">How the losses of the elements are combined.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The margin is not a finite number, or the reduction is unknown.</exception>
    public static Variable<T> MarginRanking<T>(
        Variable<T> a, Variable<T> b, Variable<T> labels, double margin = 0, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequirePairs(nameof(MarginRanking), a.Shape, b.Shape, reduction);
        RequirePairs(nameof(MarginRanking), a.Shape, labels.Shape, reduction);
        Require.Finite(margin, nameof(margin));
        return Reduced(AtLeast(T.CreateTruncating(margin) - (labels * (a - b)), T.Zero), reduction);
    }

    /// <summary>1 - cos(a, b) where the label is 1, and max(0, cos(a, b) - margin) where it is -1.</summary>
    /// <param name="a">Vectors along the last axis, [..., d].</param>
    /// <param name="b">Vectors, of the same shape.</param>
    /// <param name="labels">1 for vectors that belong together, -1 for others, [...].</param>
    /// <param name="margin">The margin.</param>
    /// <param name="reduction">How the losses of the pairs are combined.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The margin is not a finite number, or the reduction is unknown.</exception>
    public static Variable<T> CosineEmbedding<T>(
        Variable<T> a, Variable<T> b, Variable<T> labels, double margin = 0, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequirePairs(nameof(CosineEmbedding), a.Shape, b.Shape, reduction);
        if (a.Rank == 0 || !labels.Shape.Lengths.SequenceEqual(a.Shape.Lengths[..^1]))
        {
            Throw.TargetOfVectors(nameof(CosineEmbedding), a.Shape, labels.Shape);
        }
        Require.Finite(margin, nameof(margin));

        // √(|a|² + 10⁻¹²), so that the cosine of a vector of zeros is 0.
        Variable<T> epsilon = T.CreateTruncating(1e-6);
        Variable<T> cosine = Cosine(a, Hypot(Norm(a, 2, [-1], keepAxes: true), epsilon), b, Hypot(Norm(b, 2, [-1], keepAxes: true), epsilon), -1);
        return Reduced(Where(Equal(labels, T.One), T.One - cosine, AtLeast(cosine - T.CreateTruncating(margin), T.Zero)), reduction);
    }

    /// <summary>max(0, margin + |a - p| - |a - n|): 0 where the anchor is nearer to the positive than to the negative by the margin.</summary>
    /// <remarks>Balntas and others 2016. Distances are norms of the order p of differences to which ε is added, so that none is 0.</remarks>
    /// <param name="anchor">Vectors a along the last axis, [..., d].</param>
    /// <param name="positive">Vectors p that belong to them, of the same shape.</param>
    /// <param name="negative">Vectors n that do not, of the same shape.</param>
    /// <param name="margin">The margin.</param>
    /// <param name="p">The order of the norm.</param>
    /// <param name="epsilon">ε.</param>
    /// <param name="swap">Whether the negative is compared with the nearer of anchor and positive.</param>
    /// <param name="reduction">How the losses of the triplets are combined.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There is no axis, the margin is not a finite number, ε is negative or not finite, the order is NaN, or the reduction is unknown.
    /// </exception>
    public static Variable<T> TripletMargin<T>(
        Variable<T> anchor,
        Variable<T> positive,
        Variable<T> negative,
        double margin = 1,
        double p = 2,
        double epsilon = 1e-6,
        bool swap = false,
        Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequirePairs(nameof(TripletMargin), anchor.Shape, positive.Shape, reduction);
        RequirePairs(nameof(TripletMargin), anchor.Shape, negative.Shape, reduction);
        if (anchor.Rank == 0) { Throw.NoVectors(nameof(TripletMargin)); }
        Require.Finite(margin, nameof(margin));
        Require.NotNegative(epsilon, nameof(epsilon));
        Variable<T> near = Distance(anchor, positive), far = Distance(anchor, negative);
        if (swap) { far = Minimum(far, Distance(positive, negative)); }
        return Reduced(AtLeast(near - far + T.CreateTruncating(margin), T.Zero), reduction);

        Variable<T> Distance(Variable<T> a, Variable<T> b) => Norm(a - b + T.CreateTruncating(epsilon), p, -1);
    }

    /// <summary>The cosine of the angle between vectors, a·b/(|a| |b|); a norm below ε counts as ε, so that the cosine of a vector of zeros is 0.</summary>
    /// <param name="a">Vectors along an axis.</param>
    /// <param name="b">Vectors along the same axis; shapes broadcast.</param>
    /// <param name="axis">The axis, which is gone from the result.</param>
    /// <param name="epsilon">ε.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or ε is not a positive number.</exception>
    public static Variable<T> CosineSimilarity<T>(Variable<T> a, Variable<T> b, int axis = -1, double epsilon = 1e-8)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Require.Positive(epsilon, nameof(epsilon));
        Variable<T> least = T.CreateTruncating(epsilon);
        if (!a.Shape.Equals(b.Shape)) { (a, b) = Broadcast(a, b); }
        if (axis < -a.Rank || axis >= a.Rank) { Throw.NoSuchAxis(nameof(CosineSimilarity), axis, a.Shape); }
        return Cosine(a, AtLeast(Norm(a, 2, [axis], keepAxes: true), least), b, AtLeast(Norm(b, 2, [axis], keepAxes: true), least), axis);
    }

    // Both as vectors of length 1 first: the product of large ones overflows.
    private static Variable<T> Cosine<T>(Variable<T> a, Variable<T> lengthOfA, Variable<T> b, Variable<T> lengthOfB, int axis)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Sum(a / lengthOfA * (b / lengthOfB), axis);

    // The axis counts in the shape that both have after broadcasting.
    private static (Variable<T> A, Variable<T> B) Broadcast<T>(Variable<T> a, Variable<T> b)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<int> common = stackalloc int[Math.Max(a.Rank, b.Rank)];
        for (int k = 1; k <= common.Length; k++)
        {
            int ofA = k <= a.Rank ? a.Shape[-k] : 1, ofB = k <= b.Rank ? b.Shape[-k] : 1;
            if (ofA != ofB && ofA != 1 && ofB != 1) { Throw.NotBroadcastable(nameof(CosineSimilarity), a.Shape, b.Shape); }
            common[^k] = ofA == 1 ? ofB : ofA;
        }
        return (Expand(a, common), Expand(b, common));
    }
}
