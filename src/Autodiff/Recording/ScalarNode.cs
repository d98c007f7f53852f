namespace Autodiff.Recording;

/// <summary>
/// A node of two arguments with the partial derivatives by each. The first node of a recording is the sink for constants. Where A is
/// <see cref="HasTerms"/>, the arguments are a list and B says where it stands, or, not negative, the one argument whose lanes are summed; where B is
/// <see cref="GoesOn"/>, the node has a third argument.
/// </summary>
internal struct ScalarNode<T>
{
    /// <summary>Set in a number's node index when the number is a function of that node and not the node itself.</summary>
    internal const int Borrowed = int.MinValue;

    /// <summary>No number's node: index 1 is never given out, and 0 with the sign bit is a function of a constant.</summary>
    internal const int HasTerms = int.MinValue | 1;

    /// <summary>In B: the node goes on in the one before it, so that it has three arguments.</summary>
    internal const int GoesOn = HasTerms;

    internal const int IndexMask = int.MaxValue;

    internal int A;
    internal int B;
    internal T PartialA;
    internal T PartialB;
}
