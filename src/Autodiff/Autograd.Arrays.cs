using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Recording;

namespace Autodiff;

// Sweeps over recorded arrays.
public static partial class Autograd
{
    /// <summary>Sweeps backward from a result of one element: the gradients of it are left in the variables that have one attached.</summary>
    /// <param name="head">The result.</param>
    /// <param name="retainGraph">Keeps the recording open, for another sweep. Otherwise it is closed and its values are constants.</param>
    /// <exception cref="InvalidOperationException">
    /// The result is a constant, has more than one element, or its recording is closed, gone, or another thread's; or a value that the
    /// recording has read was updated.
    /// </exception>
    public static void Backward<T>(Variable<T> head, bool retainGraph = false)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Backward(new ReadOnlySpan<Variable<T>>(in head), default, retainGraph);

    /// <summary>Sweeps backward once from several results of one recording: the gradients are those of their sum, each weighted by its head gradient.</summary>
    /// <param name="heads">The results, n of them.</param>
    /// <param name="headGradients">For each result a weight of its shape; or none, if all results have one element and the weight 1.</param>
    /// <param name="retainGraph">Keeps the recording open, for another sweep. Otherwise it is closed and its values are constants.</param>
    /// <exception cref="ArgumentException">There is no head, there are not as many weights, or a weight has not the shape of its head.</exception>
    /// <exception cref="InvalidOperationException">As for <see cref="Backward{T}(Variable{T}, bool)"/>.</exception>
    public static void Backward<T>(ReadOnlySpan<Variable<T>> heads, ReadOnlySpan<Variable<T>> headGradients = default, bool retainGraph = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Recording<T> recording = Recording<T>.Current;
        if (headGradients.IsEmpty && heads.Length == 1)
        {
            Node<T> only = recording.RequireHead(heads[0], null);
            RequireAttached(only);
            recording.Sweep(new ReadOnlySpan<Node<T>>(in only), [], null, retainGraph);
            return;
        }
        (Node<T>[] nodes, Node<T>?[] weights) = Heads(recording, heads, headGradients);
        foreach (Node<T> node in nodes) { RequireAttached(node); }
        recording.Sweep(nodes, weights, null, retainGraph);
    }

    /// <summary>The gradients of a result of one element by some variables, as values of their own; attached gradients are left alone.</summary>
    /// <param name="head">The result.</param>
    /// <param name="variables">Variables with a gradient attached, or results on the way; n of them.</param>
    /// <param name="retainGraph">Keeps the recording open, for another sweep.</param>
    /// <param name="createGraph">Records the sweep, so that the gradients can be differentiated in turn; keeps the recording open.</param>
    /// <returns>One gradient for each variable, of its shape; 0 where the result does not depend on it.</returns>
    /// <exception cref="InvalidOperationException">As for <see cref="Backward{T}(Variable{T}, bool)"/>, or a variable is a constant.</exception>
    public static Variable<T>[] Gradient<T>(Variable<T> head, ReadOnlySpan<Variable<T>> variables, bool retainGraph = false, bool createGraph = false)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Gradient(new ReadOnlySpan<Variable<T>>(in head), variables, default, retainGraph, createGraph);

    /// <summary>The gradients of the weighted sum of several results by some variables, as values of their own; attached gradients are left alone.</summary>
    /// <param name="heads">The results.</param>
    /// <param name="variables">Variables with a gradient attached, or results on the way; n of them.</param>
    /// <param name="headGradients">For each result a weight of its shape; or none, if all results have one element and the weight 1.</param>
    /// <param name="retainGraph">Keeps the recording open, for another sweep.</param>
    /// <param name="createGraph">Records the sweep, so that the gradients can be differentiated in turn; keeps the recording open.</param>
    /// <returns>One gradient for each variable, of its shape; 0 where no result depends on it.</returns>
    /// <exception cref="ArgumentException">There is no head, there are not as many weights, or a weight has not the shape of its head.</exception>
    /// <exception cref="InvalidOperationException">As for <see cref="Backward{T}(Variable{T}, bool)"/>, or a variable is a constant.</exception>
    public static Variable<T>[] Gradient<T>(
        ReadOnlySpan<Variable<T>> heads,
        ReadOnlySpan<Variable<T>> variables,
        ReadOnlySpan<Variable<T>> headGradients,
        bool retainGraph = false,
        bool createGraph = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Recording<T> recording = Recording<T>.Current;
        (Node<T>[] nodes, Node<T>?[] weights) = Heads(recording, heads, headGradients);
        Node<T>[] asked = new Node<T>[variables.Length];
        for (int i = 0; i < asked.Length; i++) { asked[i] = recording.RequireVariable(variables[i]); }
        if (createGraph)
        {
            RecordedSweep<T> sweep = new();
            sweep.Run(nodes, weights);
            return Array.ConvertAll(asked, sweep.GradientOf);
        }
        WantedGradients<T> wanted = new(asked);
        recording.Sweep(nodes, weights, wanted, retainGraph);
        return Array.ConvertAll(asked, variable => Variable<T>.Handle(wanted[variable]));
    }

    // The argument of a driver's function is tracked and has no gradient to leave anything in.
    private static void RequireAttached<T>(Node<T> head)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (head.Recording is null && head.Attached is null) { Throw.SweptInArrayDriver(); }
    }

    private static (Node<T>[] Heads, Node<T>?[] Weights) Heads<T>(
        Recording<T> recording, ReadOnlySpan<Variable<T>> heads, ReadOnlySpan<Variable<T>> headGradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (heads.IsEmpty) { Throw.NoHeads(); }
        if (!headGradients.IsEmpty && headGradients.Length != heads.Length) { Throw.HeadCount(heads.Length, headGradients.Length); }
        Node<T>[] nodes = new Node<T>[heads.Length];
        Node<T>?[] weights = new Node<T>?[heads.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            weights[i] = headGradients.IsEmpty ? null : headGradients[i].NodeIn(recording);
            nodes[i] = recording.RequireHead(heads[i], weights[i]?.Shape);
        }
        return (nodes, weights);
    }
}
