namespace Autodiff.Kernels;

/// <summary>How weights apply to numbers, as a type.</summary>
internal interface IWeights
{
    /// <summary>Whether there is a weight for each number; otherwise there is one for all, and one bias.</summary>
    static abstract bool IsEach { get; }

    /// <summary>Whether there is a bias for each number, too.</summary>
    static abstract bool HasBias { get; }
}

/// <summary>One weight and one bias for all numbers.</summary>
internal readonly struct OneWeight : IWeights
{
    public static bool IsEach => false;

    public static bool HasBias => false;
}

/// <summary>A weight for each number.</summary>
internal readonly struct EachWeight : IWeights
{
    public static bool IsEach => true;

    public static bool HasBias => false;
}

/// <summary>A weight and a bias for each number.</summary>
internal readonly struct EachWeightAndBias : IWeights
{
    public static bool IsEach => true;

    public static bool HasBias => true;
}
