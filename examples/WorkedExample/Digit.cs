namespace WorkedExample;

/// <summary>One handwritten digit.</summary>
/// <param name="Inputs">The 8 x 8 pixels, from 0 to 1, and a constant 1 whose weight is the bias.</param>
/// <param name="Class">Which digit it is.</param>
internal sealed record Digit(double[] Inputs, int Class);
