using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Ops;
using Autodiff.Recording;

namespace Autodiff;

/// <summary>
/// A number that records every operation by name, with its operands, value and local partial derivatives.
/// <see cref="Autograd.Trace(Func{Traced{double}, Traced{double}}, double)"/> makes a <see cref="Graph"/> of them.
/// </summary>
/// <remarks>
/// <para>A graph holds for other arguments too, so nothing may be decided by the value of a number that depends on an input: a
/// comparison, a test, or a conversion to another type throws <see cref="InvalidOperationException"/>. Functions that choose inside, such as
/// Max, Clamp and Abs, are operations like others. <see cref="Scalar{T}"/> and <see cref="Dual{T}"/> follow the branch that is taken.</para>
/// <para>A number made of constants only is a constant: it can be compared, and it is no part of the graph until it meets an input.</para>
/// <para>What is computed from an input belongs to one thread.</para>
/// </remarks>
/// <typeparam name="T">float, double, or a number that carries derivatives itself.</typeparam>
public readonly partial struct Traced<T> : IDifferentiable<Traced<T>, T>, INamed<Traced<T>>
    where T : IFloatingPointIeee754<T>
{
    private readonly TracedNode<T>? node;   // null: a constant

    private Traced(T value, TracedNode<T>? node)
    {
        Value = value;
        this.node = node;
    }

    internal Traced(TracedNode<T> node)
        : this(node.Value, node)
    {
    }

    /// <summary>The value, to be shown. A decision taken by it would be frozen into the graph.</summary>
    public T Value { get; }

    /// <summary>How the number came about; none for a constant.</summary>
    internal TracedNode<T>? Node => node;

    static Traced<T> IDifferentiable<Traced<T>, T>.Constant(T value) => value;

    static T IDifferentiable<Traced<T>, T>.Observe(Traced<T> x) => x.Observe();

    static bool IDifferentiable<Traced<T>, T>.IsActive(Traced<T> x) => x.node is not null;

    static Traced<T> IDifferentiable<Traced<T>, T>.Apply<TRule>(TRule rule, Traced<T> x) => Apply(rule, x);

    static Traced<T> IDifferentiable<Traced<T>, T>.Apply<TRule>(TRule rule, Traced<T> a, Traced<T> b) => Apply(rule, a, b);

    static Traced<T> IDifferentiable<Traced<T>, T>.MultiplyAdd(Traced<T> x, Traced<T> y, Traced<T> z) =>
        Record("MultiplyAdd", T.FusedMultiplyAdd(x.Value, y.Value, z.Value), [x, y, z], [y.Value, x.Value, T.One]);

    internal static Traced<T> Apply<TRule>(TRule rule, Traced<T> x)
        where TRule : struct, IUnaryRule
    {
        Number<T> y = Number<T>.Evaluate(rule, new(x.Value), out Number<T> derivative);
        return Record(RuleName.Of(rule), y.Value, [x], [derivative.Value]);
    }

    internal static Traced<T> Apply<TRule>(TRule rule, Traced<T> a, Traced<T> b)
        where TRule : struct, IBinaryRule
    {
        Number<T> atA = new(a.Value), atB = new(b.Value);
        Number<T> y = new(Elementary.Apply(rule, a.Value, b.Value));
        T partialA = rule.DerivativeA(atA, atB, y).Value, partialB = rule.DerivativeB(atA, atB, y).Value;
        return Record(RuleName.Of(rule), y.Value, [a, b], [partialA, partialB]);
    }

    Traced<T> INamed<Traced<T>>.Named(string name)
    {
        if (node is not null) { node.Name = name; }
        return this;
    }

    private static Traced<T> Record(string operation, T value, ReadOnlySpan<Traced<T>> operands, T[] partials)
    {
        Tracer<T>? tracer = null;
        foreach (Traced<T> operand in operands)
        {
            if (operand.node is null) { continue; }
            if (tracer is not null && tracer != operand.node.Tracer) { Throw.TracesMixed(typeof(Traced<T>)); }
            tracer = operand.node.Tracer;
        }
        if (tracer is null) { return value; }
        int[] indices = new int[operands.Length];
        for (int i = 0; i < indices.Length; i++) { indices[i] = (operands[i].node ?? tracer.AddConstant(operands[i].Value)).Index; }
        return new(tracer.Add(operation, value, indices, partials));
    }

    // The value on its way into a decision.
    private T Observe()
    {
        if (node is not null) { Throw.TracedDecision(typeof(Traced<T>)); }
        return Value;
    }
}

/// <summary>Names traced numbers.</summary>
public static class Traced
{
    /// <summary>
    /// Gives a number its name in the graph, where it would be called x, v1 or y. Generic code may say so of any number: one that is
    /// not traced, or is a constant, has no name to keep and is returned as it is.
    /// </summary>
    /// <param name="x">The number: an input or a result of an operation. Its last name counts.</param>
    /// <param name="name">The name.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentException">The name is empty or white space.</exception>
    public static T Named<T>(T x, string name)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return x is INamed<T> number ? number.Named(name) : x;
    }
}

/// <summary>Implemented by a number type that keeps names.</summary>
internal interface INamed<TSelf>
{
    /// <summary>The number, which is called so from now on.</summary>
    TSelf Named(string name);
}
