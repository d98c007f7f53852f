using System.Numerics;
using Autodiff.Ops;
using Autodiff.Recording;

namespace Autodiff;

/// <summary>
/// A recorded number: reverse mode. Arithmetic on it is recorded on the tape of its recording, and a sweep backward yields the
/// derivative of a result by every independent variable.
/// </summary>
/// <remarks>
/// <para>A number is d(itself)/d(node) · d(node): it carries that first factor pending, so a unary operation only multiplies it and
/// records nothing. An operation of two numbers records one node. A number that has a node of its own (an independent variable, the
/// result of a binary operation, whatever went through <see cref="Scalar.Watch"/>) has a <see cref="Gradient"/>.</para>
/// <para>Comparisons and tests look at the value. A number belongs to one recording and to its thread; when the recording is closed
/// it is a constant. Recording on one tape from two threads at once is not detected: give each thread its own recording.</para>
/// </remarks>
/// <typeparam name="T">float, double, or a number that carries derivatives itself; nesting gives higher orders.</typeparam>
public readonly unsafe partial struct Scalar<T> : IDifferentiable<Scalar<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // No more than four fields: the JIT keeps larger structs in memory.
    private readonly T value;
    private readonly T pending;
    private readonly int node;              // 0: a constant; with the sign bit set: a function of that node
    private readonly ScalarTape<T>* tape;   // null: a constant

    [MethodImpl(AggressiveInlining)]
    internal Scalar(T value, T pending, int node, ScalarTape<T>* tape)
    {
        this.value = value;
        this.pending = pending;
        this.node = node;
        this.tape = tape;
    }

    // Records a node of two arguments. The JIT stops inlining into a method at 512 locals, and every inlined argument that is an
    // expression, every result and every local counts: so one level of call, few locals, and nothing that calls and returns.
    [MethodImpl(AggressiveInlining)]
    private Scalar(Scalar<T> a, Scalar<T> b, T value, T partialA, T partialB)
    {
        tape = a.tape;
        int nodeA = a.node, nodeB = b.node;
        if (tape != b.tape)
        {
            // One of them is a constant, or belongs to a closed recording and so is one.
            if (tape == null || tape->Step == 0 || a.Node <= tape->Base) { nodeA = 0; tape = b.tape; }
            else if (b.tape == null || b.tape->Step == 0 || b.Node <= b.tape->Base) { nodeB = 0; }
            else { ScalarTape<T>.ThrowMixed(); }
        }
        if (tape == null) { tape = (ScalarTape<T>*)ConstantTape.Address; }
        node = tape->Count;
        if (node >= tape->End) { ScalarTape<T>.ThrowFull(); }
        tape->Count = node + tape->Step;
        ScalarNode<T>* recorded = tape->Nodes + node;
        recorded->A = nodeA;
        recorded->B = nodeB;
        recorded->PartialA = partialA;
        recorded->PartialB = partialB;
        this.value = value;
        pending = T.One;
    }

    // Records a node of three arguments, x y + z, all of one tape: two places, the second of which goes on in the first.
    [MethodImpl(AggressiveInlining)]
    private Scalar(Scalar<T> x, Scalar<T> y, Scalar<T> z, T value)
    {
        tape = x.tape;
        int first = tape->Count;
        if (first + 1 >= tape->End) { ScalarTape<T>.ThrowFull(); }
        node = first + tape->Step;
        tape->Count = node + tape->Step;
        ScalarNode<T>* recorded = tape->Nodes + first;
        recorded->A = x.node;
        recorded->B = y.node;
        recorded->PartialA = y.value * x.pending;
        recorded->PartialB = x.value * y.pending;
        recorded[1].A = z.node;
        recorded[1].B = ScalarNode<T>.GoesOn;
        recorded[1].PartialA = z.pending;
        this.value = value;
        pending = T.One;
    }

    /// <summary>The value.</summary>
    public T Value => value;

    /// <summary>The derivative of the swept head, or of the weighted sum of heads, by this number.</summary>
    /// <exception cref="InvalidOperationException">
    /// The number has no node of its own, its recording has not been swept or is replaced by a newer one, or it is another thread's.
    /// </exception>
    public T Gradient => ScalarRecorder<T>.GradientOf(this);

    internal T Pending => pending;

    internal int Node => node & ScalarNode<T>.IndexMask;

    internal bool OwnsNode => node > 0;

    /// <summary>Whether the number is just that node, with nothing pending.</summary>
    internal bool IsNode(ScalarTape<T>* tape, int node) => this.node == node && this.tape == tape;

    internal ScalarTape<T>* Tape => tape;

    /// <summary>Whether arithmetic on the number is recorded.</summary>
    internal bool IsActive => tape != null && tape->Step != 0 && Node > tape->Base;

    /// <summary>Sweeps backward from this number: every number with a node of its own then has its <see cref="Gradient"/>.</summary>
    /// <param name="retainGraph">Keeps the recording open, for another sweep. Otherwise it is closed and its numbers are constants.</param>
    /// <exception cref="InvalidOperationException">
    /// The number is a constant, its recording is closed already, or it is another thread's.
    /// </exception>
    public void Backward(bool retainGraph = false) => ScalarRecorder<T>.Backward([this], [], retainGraph);

    /// <summary>The number as a constant: its value without a history.</summary>
    public Scalar<T> Detach() => value;

    static Scalar<T> IDifferentiable<Scalar<T>, T>.Constant(T value) => value;

    static T IDifferentiable<Scalar<T>, T>.Observe(Scalar<T> x) => x.value;

    static bool IDifferentiable<Scalar<T>, T>.IsActive(Scalar<T> x) => x.IsActive;

    [MethodImpl(AggressiveInlining)]
    static Scalar<T> IDifferentiable<Scalar<T>, T>.Apply<TRule>(TRule rule, Scalar<T> x) => typeof(T) == typeof(Lanes) ? ApplyAside(rule, x) : Apply(rule, x);

    static Scalar<T> IDifferentiable<Scalar<T>, T>.Apply<TRule>(TRule rule, Scalar<T> a, Scalar<T> b) => Apply(rule, a, b);

    static Scalar<T> IDifferentiable<Scalar<T>, T>.MultiplyAdd(Scalar<T> x, Scalar<T> y, Scalar<T> z) => MultiplyAdd(x, y, z);

    [MethodImpl(AggressiveInlining)]
    internal static Scalar<T> Apply<TRule>(TRule rule, Scalar<T> x)
        where TRule : struct, IUnaryRule
    {
        Number<T> y = Number<T>.Evaluate(rule, new(x.value), out Number<T> derivative);
        T pending = derivative.Value * x.pending;
        return T.IsFinite(pending) ? new(y.Value, pending, x.node | ScalarNode<T>.Borrowed, x.tape) : Settle(y.Value, derivative.Value, x);
    }

    // A function of lanes is a hundred inlined calls: in its own method, it leaves the caller's share of them to the caller.
    [MethodImpl(NoInlining)]
    internal static Scalar<T> ApplyAside<TRule>(TRule rule, Scalar<T> x)
        where TRule : struct, IUnaryRule =>
        Apply(rule, x);

    [MethodImpl(AggressiveInlining)]
    internal static Scalar<T> Apply<TRule>(TRule rule, Scalar<T> a, Scalar<T> b)
        where TRule : struct, IBinaryRule
    {
        Number<T> atA = new(a.value), atB = new(b.value);
        Number<T> y = new(Elementary.Apply(rule, a.value, b.value));
        T partialA = Number<T>.Carry(a.pending, rule.DerivativeA(atA, atB, y).Value);
        T partialB = Number<T>.Carry(b.pending, rule.DerivativeB(atA, atB, y).Value);
        return new(a, b, y.Value, partialA, partialB);
    }

    [MethodImpl(AggressiveInlining)]
    internal static Scalar<T> MultiplyAdd(Scalar<T> x, Scalar<T> y, Scalar<T> z)
    {
        T value = T.FusedMultiplyAdd(x.value, y.value, z.value);
        return x.tape == y.tape && y.tape == z.tape && x.tape != null
            ? new(x, y, z, value)
            : new Scalar<T>(x * y, z, value, T.One, z.pending);
    }

    /// <summary>The sum of the lanes of the value, in each of them.</summary>
    internal static Scalar<T> SumLanes(Scalar<T> x)
    {
        T sum = Number<T>.SumLanes(x.value);
        if (!x.IsActive) { return sum; }
        ScalarTape<T>* tape = x.tape;
        int node = tape->Count;
        if (node >= tape->End) { ScalarTape<T>.ThrowFull(); }
        tape->Nodes[node] = new() { A = ScalarNode<T>.HasTerms, B = x.Node, PartialA = x.pending };
        tape->Count = node + 1;
        return new(sum, T.One, node, tape);
    }

    /// <summary>The number with a node of its own.</summary>
    internal static Scalar<T> Watch(Scalar<T> x) => x.OwnsNode || !x.IsActive ? x : new Scalar<T>(x, default(Scalar<T>), x.value, x.pending, T.Zero);

    // An infinite partial may not stay pending: times a later partial of 0 it would be NaN, where the strong zero of the sweep
    // carries nothing (0 · √x at 0; 1/(1 + e⁻ˣ) where e⁻ˣ overflows). So it gets a node.
    [MethodImpl(NoInlining)]
    private static Scalar<T> Settle(T value, T partial, Scalar<T> x) =>
        x.IsActive ? new Scalar<T>(x, default(Scalar<T>), value, Number<T>.Carry(x.pending, partial), T.Zero) : value;
}
