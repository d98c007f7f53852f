namespace Autodiff.Ops;

/// <summary>y = x/2 (1 + tanh u) = x σ(2u), u = √(2/π) (x + 0.044715 x³); dy/dx = σ(2u) + x σ(2u) (1 - σ(2u)) 2u'.</summary>
/// <remarks>Hendrycks and Gimpel 2016, the approximation of their section 2. The logistic form keeps the left tail, where 1 + tanh cancels.</remarks>
internal readonly struct GeluTanh : IUnaryRule
{
    private const double Scale = 0.79788456080286535588;
    private const double Cubic = 0.044715;

    public static Reads Reads => Reads.Input;

    [MethodImpl(AggressiveInlining)]
    public R Forward<R>(R x)
        where R : IReal<R>
    {
        R gate = Real.Logistic(R.Constant(2 * Scale) * (x + (R.Constant(Cubic) * (x * x * x))));
        return Real.ZeroWhereZero(gate, x);
    }

    [MethodImpl(AggressiveInlining)]
    public R Derivative<R>(R x, R y)
        where R : IReal<R>
    {
        R square = x * x;
        R gate = Real.Logistic(R.Constant(2 * Scale) * (x + (R.Constant(Cubic) * (square * x))), out R complement);
        R slope = R.Constant(2 * Scale) * (R.Constant(1) + (R.Constant(3 * Cubic) * square));
        return gate + Real.ZeroWhereZero(gate * complement, x * slope);
    }
}
