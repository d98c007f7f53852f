using System.Numerics;
using Autodiff.Ops;
using Autodiff.Recording;

namespace Autodiff.Differentiation;

/// <summary>
/// One recording of a driver: a function of an array is run on an input that stands for the point, and swept. Where the thread records
/// already, the function and its sweep are recorded with the rest, so that drivers nest and the result can be differentiated in turn.
/// </summary>
internal readonly ref struct ArrayPass<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ThreadContext context;
    private readonly ThreadContext.Saved saved;
    private readonly bool isNested;

    internal ArrayPass(in Variable<T> point)
    {
        context = ThreadContext.Current;
        Recording<T> outer = Recording<T>.Current;
        Node<T> source = point.NodeIn(outer);
        isNested = outer.IsRecording;
        if (isNested && outer.Tracks(source))
        {
            // A node of its own, so that what the function knows of the point otherwise counts as constant.
            Input = ViewOperation<Reshape, T>.Apply(new(source.Shape), source.Layout.IsDense ? point : ArrayOperation<Copy, T>.Apply(default, point));
            return;
        }
        Node<T> input = new(null, int.MaxValue);
        if (source.Recording is null) { input.Place(source.Elements.Memory, source.Elements.Start, source.Layout, source.Owner()); }
        else { input.Place(point.ToArray(), 0, source.Shape.Dense); }
        input.IsTracked = true;
        Input = Variable<T>.Handle(input);
        if (isNested) { return; }

        // As inside a scope: scopes within the function go on with this recording.
        saved = context.EnterDriver();
        context.IsRecording = true;
        context.RecordDepth = 1;
    }

    /// <summary>What stands for the point inside the function.</summary>
    internal Variable<T> Input { get; }

    /// <summary>The derivatives of weighted results by the input; a result that does not depend on it has derivative 0.</summary>
    /// <param name="head">The results.</param>
    /// <param name="weight">As many weights.</param>
    /// <param name="again">Whether to record the derivatives, to differentiate them in turn.</param>
    internal Variable<T> Pull(Variable<T> head, Variable<T> weight, bool again = false) => Pull(head, weight, Input, again);

    /// <summary>The derivatives of weighted results by some variable.</summary>
    internal Variable<T> Pull(Variable<T> head, Variable<T> weight, Variable<T> variable, bool again)
    {
        Recording<T> recording = Recording<T>.Current;
        return recording.Tracks(head.NodeIn(recording))
            ? Autograd.Gradient([head], [variable], [weight], retainGraph: true, createGraph: again || isNested)[0]
            : Variable.Zeros<T>(variable.Shape.Lengths);
    }

    /// <summary>A result for the caller: where the recording ends with the pass, in memory of its own.</summary>
    internal Variable<T> Result(Variable<T> value) => isNested ? value : Variable.Own(value.ToArray(), value.Shape);

    /// <summary>A variable that the recording tracks and that no gradient is attached to.</summary>
    internal static Variable<T> Tracked(Shape shape)
    {
        Variable<T> variable = Variable.Zeros<T>(shape.Lengths);
        variable.NodeIn(Recording<T>.Current).IsTracked = true;
        return variable;
    }

    public void Dispose()
    {
        if (!isNested) { context.LeaveDriver(saved); }
    }
}
