namespace Autodiff;

/// <summary>What fills a frame around an array, if not one number.</summary>
public enum PaddingMode
{
    /// <summary>The elements mirrored at the edge, which is not repeated: before [1, 2, 3] stand 3, 2.</summary>
    Reflect,

    /// <summary>The element at the edge: before [1, 2, 3] stand 1, 1.</summary>
    Replicate,

    /// <summary>The elements from the other end: before [1, 2, 3] stand 2, 3.</summary>
    Circular,
}
