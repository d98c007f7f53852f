namespace Autodiff.Kernels;

/// <summary>A way to make one number of many, the same text for lanes and for single numbers.</summary>
internal interface IFold
{
    /// <summary>What many numbers are when there are none. Including it changes nothing.</summary>
    static abstract double Neutral { get; }

    /// <summary>What is known of some numbers, with one more.</summary>
    R Include<R>(R folded, R x)
        where R : struct, IReal<R>;

    /// <summary>What is known of two groups of numbers together.</summary>
    R Join<R>(R first, R second)
        where R : struct, IReal<R>;
}
