using System.Numerics;
using System.Runtime.Intrinsics;
using Autodiff.Ops;

namespace Autodiff.Recording;

/// <summary>What a sweep carries back through nodes whose partials are T: one adjoint for each node, or several at once.</summary>
internal interface IAdjoints<TAdjoint, T>
{
    /// <summary>Whether there is nothing to pass on.</summary>
    static abstract bool IsNothing(TAdjoint adjoint);

    /// <summary>
    /// sum + incoming × partial, for an adjoint that is something. Of several side by side, one that is exactly 0 leaves its sum as it is, whatever the
    /// partial is.
    /// </summary>
    static abstract TAdjoint Add(TAdjoint sum, TAdjoint incoming, T partial);
}

/// <summary>One adjoint, a number of the type of the partials.</summary>
internal readonly struct OneAdjoint<T> : IAdjoints<T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(AggressiveInlining)]
    public static bool IsNothing(T adjoint) => Number<T>.IsNothing(adjoint);

    [MethodImpl(AggressiveInlining)]
    public static T Add(T sum, T incoming, T partial) =>
        typeof(T) == typeof(Lanes) ? Number<T>.AddInLanes(sum, incoming, partial) : T.MultiplyAddEstimate(partial, incoming, sum);
}

/// <summary>The adjoints by eight results, side by side.</summary>
internal readonly struct EightAdjoints : IAdjoints<Vector512<double>, double>
{
    [MethodImpl(AggressiveInlining)]
    public static bool IsNothing(Vector512<double> adjoint) => Vector512.EqualsAll(adjoint, Vector512<double>.Zero);

    [MethodImpl(AggressiveInlining)]
    public static Vector512<double> Add(Vector512<double> sum, Vector512<double> incoming, double partial)
    {
        Vector512<double> added = Vector512.FusedMultiplyAdd(incoming, Vector512.Create(partial), sum);
        return double.IsFinite(partial) ? added : Vector512.ConditionalSelect(Vector512.Equals(incoming, Vector512<double>.Zero), sum, added);
    }
}
