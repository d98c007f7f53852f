namespace Autodiff.Ops;

/// <summary>y = g d, and 0 where g is exactly 0 (strong zero); dy/dg = d, dy/dd = g. The sweep's own product.</summary>
/// <remarks>A rule, so that the sweep can be differentiated again: a plain select would lose the derivative by g where g is 0.</remarks>
internal readonly struct Propagate : IBinaryRule
{
    public static Reads ReadsA => Reads.B;

    public static Reads ReadsB => Reads.A;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R adjoint, R partial)
        where R : IReal<R> =>
        R.Propagate(adjoint, partial);

    [MethodImpl(AggressiveInlining)]
    public R DerivativeA<R>(R adjoint, R partial, R y)
        where R : IReal<R> =>
        partial;

    [MethodImpl(AggressiveInlining)]
    public R DerivativeB<R>(R adjoint, R partial, R y)
        where R : IReal<R> =>
        adjoint;
}
