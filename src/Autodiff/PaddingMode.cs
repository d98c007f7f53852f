namespace Autodiff;

/// <summary>What a frame around a value is made of, if not of one number.</summary>
public enum PaddingMode
{
    /// <summary>The elements mirrored at the edge, which is not repeated: of [1, 2, 3] two before are 3, 2.</summary>
    Reflect,

    /// <summary>The element at the edge: of [1, 2, 3] two before are 1, 1.</summary>
    Replicate,

    /// <summary>The elements from the other end: of [1, 2, 3] two before are 2, 3.</summary>
    Circular,
}
