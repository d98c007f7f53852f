using System.Numerics;

namespace Autodiff.Nn;

/// <summary>What a step does to elements, written once for whole vectors: no operation in it looks across elements.</summary>
internal interface IStep<T>
{
    /// <summary>How many numbers are remembered of an element: 0, 1 or 2.</summary>
    static abstract int Memories { get; }

    /// <summary>One step.</summary>
    /// <param name="x">The elements, to be changed.</param>
    /// <param name="dx">Their derivatives.</param>
    /// <param name="a">What is remembered first, to be brought up to date.</param>
    /// <param name="b">What is remembered second.</param>
    void Apply(ref Vector<T> x, Vector<T> dx, ref Vector<T> a, ref Vector<T> b);
}
