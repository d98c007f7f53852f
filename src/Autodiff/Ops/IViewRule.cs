using System.Numerics;
using Autodiff.Kernels;

namespace Autodiff.Ops;

/// <summary>An operation that computes nothing: the same memory, seen otherwise.</summary>
internal interface IViewRule
{
    /// <summary>The layout of the view. Parameters that do not fit are refused here.</summary>
    /// <param name="x">The layout that is viewed.</param>
    /// <param name="offset">How far the first element of the view stands from that of x.</param>
    Layout View(Layout x, out int offset);

    /// <summary>dx = dy at the elements that the view shows, elsewhere 0. A view that shows an element more than once states its own pull.</summary>
    static virtual void Pull<TRule, T>(TRule rule, in Pullback<T> pull)
        where TRule : struct, IViewRule
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // Where the elements stay in their order the adjoint needs another shape only.
        Layout seen = rule.View(pull.Shape(0).Dense, out int offset);
        if (seen.IsDense && offset == 0 && seen.Shape.ElementCount == pull.Shape(0).ElementCount) { pull.AddAdjoint(0); }
        else { pull.Add(0, new Unview<TRule>(rule, pull.Shape(0)), pull.Adjoint); }
    }
}
