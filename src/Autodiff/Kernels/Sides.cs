namespace Autodiff.Kernels;

/// <summary>The argument of a binary rule that a derivative is taken by: a type, so that a loop has no branch for it.</summary>
internal interface ISide
{
    static abstract Reads Reads<TRule>()
        where TRule : struct, IBinaryRule;

    static abstract R Derivative<TRule, R>(TRule rule, R a, R b, R y)
        where TRule : struct, IBinaryRule
        where R : IReal<R>;
}

/// <summary>The first argument.</summary>
internal readonly struct SideA : ISide
{
    [MethodImpl(AggressiveInlining)]
    public static Reads Reads<TRule>()
        where TRule : struct, IBinaryRule =>
        TRule.ReadsA;

    [MethodImpl(AggressiveInlining)]
    public static R Derivative<TRule, R>(TRule rule, R a, R b, R y)
        where TRule : struct, IBinaryRule
        where R : IReal<R> =>
        rule.DerivativeA(a, b, y);
}

/// <summary>The second argument.</summary>
internal readonly struct SideB : ISide
{
    [MethodImpl(AggressiveInlining)]
    public static Reads Reads<TRule>()
        where TRule : struct, IBinaryRule =>
        TRule.ReadsB;

    [MethodImpl(AggressiveInlining)]
    public static R Derivative<TRule, R>(TRule rule, R a, R b, R y)
        where TRule : struct, IBinaryRule
        where R : IReal<R> =>
        rule.DerivativeB(a, b, y);
}
