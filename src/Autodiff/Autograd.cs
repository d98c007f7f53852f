using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Recording;

namespace Autodiff;

/// <summary>The front door: record scopes, sweeps, and the derivatives of functions.</summary>
public static partial class Autograd
{
    /// <summary>Whether the thread is inside a <see cref="Record"/> scope and not inside <see cref="Pause"/>.</summary>
    public static bool IsRecording => ThreadContext.Current.IsRecording;

    /// <summary>Whether the thread is in train mode, which layers such as dropout ask for.</summary>
    public static bool IsTraining => ThreadContext.Current.IsTraining;

    /// <summary>
    /// How many nodes the tape of a thread may hold for numbers of one type: 2²⁷ at first (2²⁴ on Windows), and never more than fits
    /// into three quarters of the memory. A node takes 32 bytes for double. Takes effect at the next recording; the memory is
    /// reserved once for each thread, and used only as far as it is written.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 4096 or more than 2³⁰.</exception>
    public static int ScalarCapacity
    {
        get => Recording.ScalarCapacity.Wanted;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, Recording.ScalarCapacity.Least);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Recording.ScalarCapacity.Most);
            Recording.ScalarCapacity.Wanted = value;
        }
    }

    /// <summary>
    /// Records until the scope is left: <c>using (Autograd.Record()) { ... }</c>. An outermost scope begins a new recording and ends the
    /// thread's previous one; a nested one goes on with the recording that is open.
    /// </summary>
    /// <param name="trainMode">Whether <see cref="IsTraining"/> is set inside.</param>
    public static RecordScope Record(bool trainMode = true) => new(recording: true, trainMode, counts: true);

    /// <summary>Stops recording until the scope is left. Arithmetic on numbers that are recorded already is not affected: take their Value.</summary>
    /// <param name="trainMode">Whether <see cref="IsTraining"/> is set inside.</param>
    public static RecordScope Pause(bool trainMode = false) => new(recording: false, trainMode, counts: false);

    /// <summary>Sets <see cref="IsTraining"/> until the scope is left.</summary>
    public static RecordScope TrainMode() => new(IsRecording, training: true, counts: false);

    /// <summary>Clears <see cref="IsTraining"/> until the scope is left.</summary>
    public static RecordScope PredictMode() => new(IsRecording, training: false, counts: false);

    /// <summary>
    /// Until the scope is left, operations on arrays note the line of code that records them, and a sweep that meets a derivative that is not finite throws,
    /// also where the strong zero hides it: <c>using (Autograd.DetectAnomalies()) { ... }</c> around recording and sweep. Slow: for debugging.
    /// </summary>
    /// <seealso cref="AnomalyException"/>
    public static RecordScope DetectAnomalies() => new(IsRecording, IsTraining, counts: false, detecting: true);

    /// <summary>Drops what the thread has recorded: its numbers are constants from now on, and their gradients are gone.</summary>
    public static void Discard() => ThreadContext.Current.CloseRecordings();

    /// <summary>
    /// Sweeps backward once from several results of one recording: the gradients are those of their sum, or of the sum weighted by
    /// <paramref name="headGradients"/>.
    /// </summary>
    /// <param name="heads">The results, n of them.</param>
    /// <param name="headGradients">Their weights, n of them, or none for all 1.</param>
    /// <param name="retainGraph">Keeps the recording open, for another sweep.</param>
    /// <exception cref="ArgumentException">There is no head, or there are not as many weights.</exception>
    /// <exception cref="InvalidOperationException">A head is a constant, or the recording is closed or another thread's.</exception>
    public static void Backward<T>(ReadOnlySpan<Scalar<T>> heads, ReadOnlySpan<T> headGradients = default, bool retainGraph = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!headGradients.IsEmpty && headGradients.Length != heads.Length) { Throw.HeadCount(heads.Length, headGradients.Length); }
        ScalarRecorder<T>.Backward(heads, headGradients, retainGraph);
    }

    /// <summary>
    /// The derivatives of a result by some of the numbers it was computed from; closes the recording like <see
    /// cref="Backward{T}(ReadOnlySpan{Scalar{T}}, ReadOnlySpan{T}, bool)"/>.
    /// </summary>
    /// <param name="head">The result.</param>
    /// <param name="variables">Numbers with a node of their own.</param>
    /// <param name="retainGraph">Keeps the recording open, for another sweep.</param>
    /// <returns>One derivative for each variable.</returns>
    /// <exception cref="InvalidOperationException">As for <see cref="Scalar{T}.Backward"/> and <see cref="Scalar{T}.Gradient"/>.</exception>
    public static T[] Gradient<T>(Scalar<T> head, ReadOnlySpan<Scalar<T>> variables, bool retainGraph = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (ref readonly Scalar<T> variable in variables) { ScalarRecorder<T>.RequireNode(variable); }
        head.Backward(retainGraph);
        T[] gradient = new T[variables.Length];
        for (int i = 0; i < gradient.Length; i++) { gradient[i] = variables[i].Gradient; }
        return gradient;
    }
}
