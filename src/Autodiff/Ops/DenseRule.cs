using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;
using Autodiff.Recording;

namespace Autodiff.Ops;

/// <summary>Makes a rule that sees dense elements one that takes any layout: how users' whole-array operations come in.</summary>
internal readonly struct DenseRule<TRule>(TRule rule) : IArrayRule
    where TRule : struct, IDenseRule
{
    private readonly TRule rule = rule;

    public static bool CanAdd => false;

    public static bool Reads(int input) => TRule.Reads(input);

    /// <summary>Views are copied first, by an operation of their own, so that the rule sees dense elements.</summary>
    public static Variable<T> Apply<T>(TRule rule, ReadOnlySpan<Variable<T>> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (x.IsEmpty) { Throw.NoOperands(RuleName.Of(rule)); }
        foreach (ref readonly Variable<T> each in x)
        {
            if (!each.NodeIn(Recording<T>.Current).Layout.IsDense) { return ApplyToCopies(rule, x); }
        }
        return ArrayOperation<DenseRule<TRule>, T>.Apply(new(rule), x);
    }

    public Shape ResultShape<T>(Operands<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape? shape = rule.ResultShape(x);
        if (shape is null) { Throw.NoResultShape(ToString()); }
        return shape;
    }

    public void Forward<T>(Operands<T> x, Elements<T> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // In a recording of its own, should the rule compute with arrays: that of the operands goes on as it is.
        ThreadContext context = ThreadContext.Current;
        ThreadContext.Saved saved = context.EnterDriver();
        context.IsTraining = saved.IsTraining;
        try
        {
            rule.Forward(x, y.Span);
        }
        finally
        {
            context.LeaveDriver(saved);
        }
    }

    public void Pull<T>(in Pullback<T> pull)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        rule.Pull(pull.Keeping);

    public override string ToString() => RuleName.Of(rule);

    private static Variable<T> ApplyToCopies<T>(TRule rule, ReadOnlySpan<Variable<T>> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T>[] dense = x.ToArray();
        foreach (ref Variable<T> each in dense.AsSpan())
        {
            if (!each.NodeIn(Recording<T>.Current).Layout.IsDense) { each = ArrayOperation<Copy, T>.Apply(default, each); }
        }
        return ArrayOperation<DenseRule<TRule>, T>.Apply(new(rule), dense);
    }
}
