namespace Autodiff.Kernels;

/// <summary>What of the adjoint of a reduction goes back to an element, the same text for lanes and for single numbers.</summary>
internal interface IReductionPull
{
    /// <summary>Whether those elements that get anything share it equally.</summary>
    static abstract bool IsShared { get; }

    /// <summary>What goes back to x, from which and others y came.</summary>
    static abstract R Pull<R>(R x, R y, R dy)
        where R : struct, IReal<R>;
}

/// <summary>All for the elements that equal the extremum; NaN is the extremum where there is one.</summary>
internal readonly struct ExtremumShare : IReductionPull
{
    public static bool IsShared => true;

    [MethodImpl(AggressiveInlining)]
    public static R Pull<R>(R x, R y, R dy)
        where R : struct, IReal<R> =>
        R.SelectEqual(x, y, dy, R.SelectEqual(x, x, R.Constant(0), dy));
}

/// <summary>dy eˣ⁻ʸ; nothing where all elements are -∞.</summary>
internal readonly struct ExponentialShare : IReductionPull
{
    public static bool IsShared => false;

    [MethodImpl(AggressiveInlining)]
    public static R Pull<R>(R x, R y, R dy)
        where R : struct, IReal<R>
    {
        R part = R.SelectEqual(x, y, R.Constant(1), R.Exp(x - y));
        return R.Propagate(dy, R.SelectEqual(y, R.Constant(double.NegativeInfinity), R.Constant(0), part));
    }
}
