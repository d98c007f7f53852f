namespace Autodiff.Nn;

/// <summary>How the losses of all examples are combined.</summary>
public enum Reduction
{
    /// <summary>Nothing: one loss for each example.</summary>
    None,

    /// <summary>Their mean; NaN of nothing, with a gradient of 0. Where examples have weights that say how much they count, the weighted mean.</summary>
    Mean,

    /// <summary>Their sum; 0 of nothing.</summary>
    Sum,

    /// <summary>Their sum divided by the length of the first axis, the number of examples in the batch.</summary>
    BatchMean,
}
