using System.Numerics;
using System.Runtime.Intrinsics;
using Autodiff.Diagnostics;
using Autodiff.Kernels;
using Autodiff.Ops;

namespace Autodiff;

/// <summary>
/// Eight numbers side by side, and a number type itself: a function of numbers that is run on lanes is run on eight points at once, with SIMD
/// instructions. A recording of them, <c>Scalar&lt;Lanes&gt;</c>, serves eight points with the nodes of one.
/// </summary>
/// <remarks>
/// <para>Arithmetic and functions act element by element. A question that has one answer for all elements (a comparison, a test) gets it; where the
/// elements disagree there is no branch to take for all of them, and an exception says so.</para>
/// <para>Derivatives by something that all points share are those of each point; <see cref="Sum"/> adds them up.</para>
/// </remarks>
public readonly partial struct Lanes : IDifferentiable<Lanes, double>
{
    /// <summary>How many numbers there are.</summary>
    public const int Count = 8;

    // Not a lane of the kernels: each level of calls counts when the JIT decides what to inline.
    private readonly Vector512<double> elements;

    [MethodImpl(AggressiveInlining)]
    private Lanes(Vector512<double> elements) => this.elements = elements;

    private Lane512<double> Lane
    {
        [MethodImpl(AggressiveInlining)]
        get => new(elements);
    }

    /// <summary>One of the numbers.</summary>
    /// <param name="index">Which, from 0 to 7.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    public double this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return elements[index];
        }
    }

    /// <summary>The numbers given; if there are fewer than eight, the last stands for those that are missing.</summary>
    /// <param name="numbers">The numbers, one at least. Of more than eight the first are taken.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    [MethodImpl(AggressiveInlining)]
    public static Lanes Load(ReadOnlySpan<double> numbers) => numbers.Length >= Count ? new(Vector512.LoadUnsafe(in numbers[0])) : LoadFew(numbers);

    /// <summary>Writes the numbers, or as many of them as the destination holds.</summary>
    /// <param name="destination">Receives them.</param>
    [MethodImpl(AggressiveInlining)]
    public void CopyTo(Span<double> destination)
    {
        if (destination.Length >= Count) { elements.StoreUnsafe(ref destination[0]); }
        else
        {
            for (int i = 0; i < destination.Length; i++) { destination[i] = elements[i]; }
        }
    }

    /// <summary>The sum of the eight numbers.</summary>
    public static double Sum(Lanes x) => Vector512.Sum(x.elements);

    /// <summary>
    /// The sum of the eight numbers, in each of them: of plain lanes or of recorded ones, <c>Scalar&lt;Lanes&gt;</c>. What the lanes share, such as the
    /// normaliser of a softmax whose terms stand in them, is computed so.
    /// </summary>
    /// <exception cref="NotSupportedException">The number is of another type.</exception>
    public static T Total<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(Scalar<Lanes>))
        {
            Scalar<Lanes> sum = Scalar<Lanes>.SumLanes(Unsafe.As<T, Scalar<Lanes>>(ref x));
            return Unsafe.As<Scalar<Lanes>, T>(ref sum);
        }
        if (typeof(T) != typeof(Lanes)) { Throw.NoLanes(typeof(T)); }
        return Number<T>.SumLanes(x);
    }

    // The constants that every operation makes, without a detour.
    static Lanes INumberBase<Lanes>.One
    {
        [MethodImpl(AggressiveInlining)]
        get => new(Vector512<double>.One);
    }

    static Lanes INumberBase<Lanes>.Zero
    {
        [MethodImpl(AggressiveInlining)]
        get => default;
    }

    [MethodImpl(AggressiveInlining)]
    static Lanes IDifferentiable<Lanes, double>.Constant(double value) => value;

    static double IDifferentiable<Lanes, double>.Observe(Lanes x) => Common(x);

    static bool IDifferentiable<Lanes, double>.IsActive(Lanes x) => false;

    // Not inlined: a function of lanes is a hundred inlined calls itself, and a method has a limited number of them.
    [MethodImpl(NoInlining)]
    static Lanes IDifferentiable<Lanes, double>.Apply<TRule>(TRule rule, Lanes x) => Of(rule.Forward(x.Lane));

    [MethodImpl(NoInlining)]
    static Lanes IDifferentiable<Lanes, double>.Apply<TRule>(TRule rule, Lanes a, Lanes b) => Of(rule.Forward(a.Lane, b.Lane));

    [MethodImpl(AggressiveInlining)]
    static Lanes IDifferentiable<Lanes, double>.MultiplyAdd(Lanes x, Lanes y, Lanes z) => new(Vector512.FusedMultiplyAdd(x.elements, y.elements, z.elements));

    // A power whose exponent is the same for all has a simpler rule.
    static Lanes IPowerFunctions<Lanes>.Pow(Lanes x, Lanes y)
    {
        double first = y.elements[0];
        return Of(y.Equals(first) ? new Power(first).Forward(x.Lane) : default(Pow).Forward(x.Lane, y.Lane));
    }

    [MethodImpl(AggressiveInlining)]
    private static Lanes Of(Lane512<double> lane) => new(lane.Bits);

    private static Lanes LoadFew(ReadOnlySpan<double> numbers)
    {
        if (numbers.IsEmpty) { throw new ArgumentException("Lanes need one number at least.", nameof(numbers)); }
        Span<double> all = stackalloc double[Count];
        all.Fill(numbers[^1]);
        numbers.CopyTo(all);
        return new(Vector512.LoadUnsafe(in all[0]));
    }
}
