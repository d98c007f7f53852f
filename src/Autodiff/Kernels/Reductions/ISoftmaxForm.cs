namespace Autodiff.Kernels;

/// <summary>What softmax and log-softmax do differently, the same text for lanes and for single numbers.</summary>
internal interface ISoftmaxForm
{
    /// <summary>Whether the result is made of the exponentials; else, of the shifted numbers.</summary>
    static abstract bool UsesExponentials { get; }

    /// <summary>What of the sum of exponentials goes into every result of a row.</summary>
    static abstract R Correction<R>(R sum)
        where R : struct, IReal<R>;

    /// <summary>A result.</summary>
    static abstract R Finish<R>(R value, R correction)
        where R : struct, IReal<R>;

    /// <summary>What a result adds to the sum of its row on the way back.</summary>
    static abstract R Include<R>(R sum, R y, R dy)
        where R : struct, IReal<R>;

    /// <summary>dx of a result.</summary>
    static abstract R Pull<R>(R y, R dy, R sum)
        where R : struct, IReal<R>;
}

/// <summary>y = e^(x - max) / Σ e^(x - max); dx = y (dy - Σ dy y).</summary>
internal readonly struct PlainSoftmax : ISoftmaxForm
{
    public static bool UsesExponentials => true;

    [MethodImpl(AggressiveInlining)]
    public static R Correction<R>(R sum)
        where R : struct, IReal<R> =>
        R.Constant(1) / sum;

    [MethodImpl(AggressiveInlining)]
    public static R Finish<R>(R value, R correction)
        where R : struct, IReal<R> =>
        value * correction;

    [MethodImpl(AggressiveInlining)]
    public static R Include<R>(R sum, R y, R dy)
        where R : struct, IReal<R> =>
        sum + R.Propagate(dy, y);

    [MethodImpl(AggressiveInlining)]
    public static R Pull<R>(R y, R dy, R sum)
        where R : struct, IReal<R> =>
        R.Propagate(dy - sum, y);
}

/// <summary>y = x - max - ln Σ e^(x - max); dx = dy - e^y Σ dy.</summary>
internal readonly struct LogarithmicSoftmax : ISoftmaxForm
{
    public static bool UsesExponentials => false;

    [MethodImpl(AggressiveInlining)]
    public static R Correction<R>(R sum)
        where R : struct, IReal<R> =>
        R.Log(sum);

    [MethodImpl(AggressiveInlining)]
    public static R Finish<R>(R value, R correction)
        where R : struct, IReal<R> =>
        value - correction;

    [MethodImpl(AggressiveInlining)]
    public static R Include<R>(R sum, R y, R dy)
        where R : struct, IReal<R> =>
        sum + dy;

    [MethodImpl(AggressiveInlining)]
    public static R Pull<R>(R y, R dy, R sum)
        where R : struct, IReal<R> =>
        dy - R.Propagate(sum, R.Exp(y));
}
