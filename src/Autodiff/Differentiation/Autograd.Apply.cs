using System.Numerics;
using Autodiff.Ops;
using Autodiff.Recording;

namespace Autodiff;

// Users' operations. They run, are recorded and are swept like those of the library.
public static partial class Autograd
{
    /// <summary>Applies a rule to a number of any kind: a plain one, or a Scalar, Dual or Traced with its derivative.</summary>
    /// <param name="x">The argument.</param>
    /// <param name="rule">The rule, with its parameters.</param>
    [MethodImpl(AggressiveInlining)]
    public static T Apply<T, TRule>(T x, TRule rule)
        where T : IFloatingPointIeee754<T>
        where TRule : struct, IUnaryRule =>
        Elementary.Apply(rule, x);

    /// <summary>Applies a rule to two numbers of any kind.</summary>
    /// <param name="a">The first argument.</param>
    /// <param name="b">The second argument.</param>
    /// <param name="rule">The rule, with its parameters.</param>
    [MethodImpl(AggressiveInlining)]
    public static T Apply<T, TRule>(T a, T b, TRule rule)
        where T : IFloatingPointIeee754<T>
        where TRule : struct, IBinaryRule =>
        Elementary.Apply(rule, a, b);

    /// <summary>Applies a rule to an array, element by element.</summary>
    /// <param name="x">The array.</param>
    /// <param name="rule">The rule, with its parameters.</param>
    /// <returns>An array of the same shape.</returns>
    public static Variable<T> Apply<T, TRule>(Variable<T> x, TRule rule)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TRule : struct, IUnaryRule
    {
        int start = Recording<T>.Current.BeginForeign();
        try
        {
            return UnaryOperation<TRule, T>.Apply(rule, x);
        }
        catch
        {
            Recording<T>.Current.TakeBack(start);
            throw;
        }
    }

    /// <summary>Applies a rule to two arrays, element by element; their shapes broadcast.</summary>
    /// <param name="a">The first array.</param>
    /// <param name="b">The second array.</param>
    /// <param name="rule">The rule, with its parameters.</param>
    /// <returns>An array of their common shape.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    public static Variable<T> Apply<T, TRule>(Variable<T> a, Variable<T> b, TRule rule)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TRule : struct, IBinaryRule
    {
        int start = Recording<T>.Current.BeginForeign();
        try
        {
            return BinaryOperation<TRule, T>.Apply(rule, a, b);
        }
        catch
        {
            Recording<T>.Current.TakeBack(start);
            throw;
        }
    }

    /// <summary>Applies a rule to a whole array.</summary>
    /// <param name="x">The array.</param>
    /// <param name="rule">The rule, with its parameters.</param>
    /// <returns>An array of the shape that the rule gives.</returns>
    public static Variable<T> Apply<T, TRule>(in Variable<T> x, TRule rule)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TRule : struct, IDenseRule =>
        Apply(new ReadOnlySpan<Variable<T>>(in x), rule);

    /// <summary>Applies a rule to whole arrays: <c>Autograd.Apply([a, b, c], new MyOperation())</c>.</summary>
    /// <param name="x">The arrays, one or more.</param>
    /// <param name="rule">The rule, with its parameters.</param>
    /// <returns>An array of the shape that the rule gives.</returns>
    /// <exception cref="ArgumentException">There is no array.</exception>
    /// <exception cref="InvalidOperationException">The rule returned null for the shape.</exception>
    public static Variable<T> Apply<T, TRule>(ReadOnlySpan<Variable<T>> x, TRule rule)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TRule : struct, IDenseRule
    {
        int start = Recording<T>.Current.BeginForeign();
        try
        {
            return DenseRule<TRule>.Apply(rule, x);
        }
        catch
        {
            Recording<T>.Current.TakeBack(start);
            throw;
        }
    }

    /// <summary>Calls a function of an array as a black box, and pulls back by another: for existing code.</summary>
    /// <remarks>
    /// As for <see cref="Apply{T}(ReadOnlySpan{Variable{T}}, ArrayFunction{T}, ArrayPull{T}, string)"/>.
    /// </remarks>
    /// <param name="x">The argument.</param>
    /// <param name="forward">The function. It gets the argument without its history, and nothing in it is recorded.</param>
    /// <param name="pull">What the adjoint dy of its result y pulls back to the argument x, from x, y and dy: an array of the shape of x.</param>
    /// <param name="name">The name of the function in error messages.</param>
    /// <returns>The result.</returns>
    public static Variable<T> Apply<T>(
        Variable<T> x,
        Func<Variable<T>, Variable<T>> forward,
        Func<Variable<T>, Variable<T>, Variable<T>, Variable<T>> pull,
        [CallerArgumentExpression(nameof(forward))] string name = "")
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(forward);
        ArgumentNullException.ThrowIfNull(pull);
        ArgumentNullException.ThrowIfNull(name);
        return Apply(new ReadOnlySpan<Variable<T>>(in x), arguments => forward(arguments[0]), (arguments, y, dy) => [pull(arguments[0], y, dy)], name);
    }

    /// <summary>Calls a function of several arrays as a black box, and pulls back by another: for existing code.</summary>
    /// <remarks>
    /// A pull that reads elements (<c>ToArray</c>, <c>Value</c>, spans) and computes with them gives first derivatives only: a sweep with createGraph
    /// through it throws, because its results would count as constants in the next derivative. A pull made of operations on its arguments has
    /// derivatives of every order. Variables that the function captures are constants to it: what is to be differentiated has to be an argument.
    /// </remarks>
    /// <param name="x">The arguments, one or more.</param>
    /// <param name="forward">The function. It gets the arguments without their history, and nothing in it is recorded.</param>
    /// <param name="pull">What the adjoint of its result pulls back to each argument.</param>
    /// <param name="name">The name of the function in error messages.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">There is no argument.</exception>
    public static Variable<T> Apply<T>(
        ReadOnlySpan<Variable<T>> x, ArrayFunction<T> forward, ArrayPull<T> pull, [CallerArgumentExpression(nameof(forward))] string name = "")
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(forward);
        ArgumentNullException.ThrowIfNull(pull);
        ArgumentNullException.ThrowIfNull(name);
        int start = Recording<T>.Current.BeginForeign();
        try
        {
            return OpaqueOperation<T>.Apply(x, forward, pull, name);
        }
        catch
        {
            Recording<T>.Current.TakeBack(start);
            throw;
        }
    }
}
