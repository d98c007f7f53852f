using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>y = the product of x over axes; dx = dy times the product of the other elements.</summary>
/// <remarks>That is the product of those before and of those behind, not y/x: so it is exact where elements are 0.</remarks>
internal readonly struct Product(uint axes, bool keepAxes) : IArrayRule
{
    private readonly uint axes = axes;
    private readonly bool keepAxes = keepAxes;

    public static bool CanAdd => false;

    public static bool Reads(int input) => true;

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        x.Shape(0).Without(axes, keepAxes);

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Reduction.Fold(default(ProductFold), x[0], axes, y.Span, accumulate: false);

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!pull.Wants(0)) { return; }
        Variable<T> others = BitOperations.PopCount(axes) == 1 ? Others(pull.Input(0), BitOperations.TrailingZeroCount(axes)) : OthersOverAxes(pull.Input(0));
        pull.Add(0, Variable<T>.Propagate(pull.Repeated(pull.Adjoint, axes), others));
    }

    private static Variable<T> Others<T>(Variable<T> x, int axis)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T> before = ArrayOperation<CumulativeProduct, T>.Apply(new(axis, reversed: false, isExclusive: true), x);
        return before * ArrayOperation<CumulativeProduct, T>.Apply(new(axis, reversed: true, isExclusive: true), x);
    }

    // The axes are brought to the end and made one.
    private Variable<T> OthersOverAxes<T>(Variable<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = x.Shape;

        // The joined length of no elements may be more than a shape can have.
        if (shape.ElementCount == 0) { return x; }
        int[] order = new int[shape.Rank], back = new int[shape.Rank];
        int kept = shape.Rank - BitOperations.PopCount(axes);
        Span<int> lengths = stackalloc int[shape.Rank], joined = stackalloc int[kept + 1];
        joined[kept] = 1;
        for (int axis = 0, nextKept = 0, nextReduced = kept; axis < shape.Rank; axis++)
        {
            bool isReduced = (axes & (1u << axis)) != 0;
            int place = isReduced ? nextReduced++ : nextKept++;
            (order[place], back[axis], lengths[place]) = (axis, place, shape.Lengths[axis]);
            if (isReduced) { joined[kept] *= shape.Lengths[axis]; }
            else { joined[place] = shape.Lengths[axis]; }
        }
        Variable<T> line = Variable.Reshape(ViewOperation<Permute, T>.Apply(new(order), x), Shape.Of(joined));
        return ViewOperation<Permute, T>.Apply(new(back), Variable.Reshape(Others(line, kept), Shape.Of(lengths)));
    }
}
