using System.Buffers;
using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Differentiation;
using Autodiff.Ops;
using Autodiff.Recording;

namespace Autodiff;

// Parts of a recording: positions in it, and blocks that are recorded by their Jacobian.
public static partial class Autograd
{
    /// <summary>Where the recording of numbers of a type stands that the thread's scopes have open.</summary>
    /// <exception cref="InvalidOperationException">The thread is not recording.</exception>
    public static TapePosition<T> Position<T>()
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ScalarRecorder<T>.Position();

    /// <summary>
    /// Forgets what has been recorded since a position, and uses its memory again. The numbers recorded since must not be used any more: a sweep from
    /// one is refused, but arithmetic cannot tell it from one that is recorded later.
    /// </summary>
    /// <param name="position">The position.</param>
    /// <exception cref="InvalidOperationException">The position is of a closed recording or another thread's, or has been taken back itself.</exception>
    public static void Rewind<T>(TapePosition<T> position)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ScalarRecorder<T>.Rewind(position);

    /// <summary>
    /// Sweeps backward from some results to a position. What was recorded before it counts as independent: those numbers then have the derivatives by
    /// themselves, from which the sweep may be taken up again. The recording stays open.
    /// </summary>
    /// <param name="heads">The results, n of them.</param>
    /// <param name="until">Where the sweep ends.</param>
    /// <param name="headGradients">Their weights, n of them, or none for all 1.</param>
    /// <exception cref="ArgumentException">There is no head, or there are not as many weights.</exception>
    /// <exception cref="InvalidOperationException">A head is a constant, or position and heads are not of one open recording of this thread.</exception>
    public static void Backward<T>(ReadOnlySpan<Scalar<T>> heads, TapePosition<T> until, ReadOnlySpan<T> headGradients = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!headGradients.IsEmpty && headGradients.Length != heads.Length) { Throw.HeadCount(heads.Length, headGradients.Length); }
        ScalarRecorder<T>.Backward(heads, headGradients, until);
    }

    /// <summary>
    /// f(x), recorded by its Jacobian: f runs on a recording of its own, which is swept at once, several results a sweep, and used again; what stays is one
    /// node for each result, with the derivatives by x. It pays where f has many operations and few arguments and results (Griewank and Walther 2008,
    /// section 10.2).
    /// </summary>
    /// <param name="function">The function f: Rⁿ → Rᵐ. It depends on recorded numbers through its arguments only; another one is refused.</param>
    /// <param name="x">The arguments, n of them.</param>
    /// <param name="y">Receives the results, m of them.</param>
    /// <exception cref="InvalidOperationException">The function uses a number recorded outside it.</exception>
    public static void Preaccumulate<T>(VectorFunction<Scalar<T>> function, ReadOnlySpan<Scalar<T>> x, Span<Scalar<T>> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        int inputs = x.Length, outputs = y.Length, entries = checked(inputs * outputs);
        T[] buffer = ArrayPool<T>.Shared.Rent(checked(inputs + outputs + entries));
        Span<T> point = buffer.AsSpan(0, inputs), values = buffer.AsSpan(inputs, outputs), jacobian = buffer.AsSpan(inputs + outputs, entries);
        for (int i = 0; i < inputs; i++) { point[i] = x[i].Value; }
        using (ReversePass<T> pass = new(inputs, outputs))
        {
            function(pass.Start(point), pass.Outputs);
            for (int j = 0; j < outputs; j++) { values[j] = pass.Outputs[j].Value; }
            pass.PullEach(jacobian);
        }
        for (int j = 0; j < outputs; j++) { y[j] = Row(values[j], x, jacobian.Slice(j * inputs, inputs)); }
        ArrayPool<T>.Shared.Return(buffer);
    }

    // A partial of 0 passes nothing: it needs no room.
    private static Scalar<T> Row<T>(T value, ReadOnlySpan<Scalar<T>> x, ReadOnlySpan<T> partials)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TermWriter<T> terms = new(x.Length);
        for (int i = 0; i < x.Length; i++)
        {
            if (!Number<T>.IsNothing(partials[i])) { terms.Add(x[i], partials[i]); }
        }
        return terms.Record(value);
    }
}
