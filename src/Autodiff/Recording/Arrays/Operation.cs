using System.Numerics;

namespace Autodiff.Recording;

/// <summary>What a sweep has to know of an operation. There is one instance for each kind; what differs from node to node stands in the node.</summary>
internal abstract class Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The name for errors, with the parameters.</summary>
    internal abstract string Name(Node<T> node);

    /// <summary>Whether the pull looks at the elements of an input as they were.</summary>
    internal abstract bool Reads(Node<T> node, int input);

    /// <summary>The input by which a partial derivative is not finite somewhere, or -1. Whole-array operations do not know their partials.</summary>
    internal virtual int NonFinitePartial(Node<T> node, Recording<T> recording) => -1;

    /// <summary>Adds to the adjoints of the inputs what the node's adjoint pulls back to them.</summary>
    internal abstract void Pull(Node<T> node, Recording<T> recording);

    /// <summary>The same with arrays that are recorded, so that the pull can be differentiated again.</summary>
    internal abstract void PullRecorded(Node<T> node, RecordedSweep<T> sweep);
}
