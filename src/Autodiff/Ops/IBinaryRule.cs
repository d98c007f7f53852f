namespace Autodiff;

/// <summary>
/// y = f(a, b), element by element, with dy/da and dy/db beside it. A rule is a struct; the parameters of the operation are
/// its fields.
/// </summary>
/// <remarks>
/// As for <see cref="IUnaryRule"/>. Nothing is to be said of broadcasting: arrays of different shapes are repeated to their common shape, and gradients are
/// summed back.
/// </remarks>
public interface IBinaryRule
{
    /// <summary>What <see cref="DerivativeA"/> looks at.</summary>
    static abstract Reads ReadsA { get; }

    /// <summary>What <see cref="DerivativeB"/> looks at.</summary>
    static abstract Reads ReadsB { get; }

    /// <summary>y = f(a, b). It depends on a, b and the parameters alone.</summary>
    R Forward<R>(R a, R b)
        where R : IReal<R>;

    /// <summary>dy/da at (a, b), where y = f(a, b). What <see cref="ReadsA"/> does not name may hold anything.</summary>
    R DerivativeA<R>(R a, R b, R y)
        where R : IReal<R>;

    /// <summary>dy/db at (a, b), where y = f(a, b). What <see cref="ReadsB"/> does not name may hold anything.</summary>
    R DerivativeB<R>(R a, R b, R y)
        where R : IReal<R>;
}
