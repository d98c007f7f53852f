namespace Autodiff.Kernels;

/// <summary>
/// How a kernel moves along one axis: at place y its tap k stands on the element y Stride + k Dilation - Padding of the input, where there may
/// be none.
/// </summary>
/// <param name="Input">The length of the input.</param>
/// <param name="Kernel">The number of taps.</param>
/// <param name="Output">The number of places.</param>
/// <param name="Stride">The distance of neighbouring places.</param>
/// <param name="Padding">How far the first place stands before the input; negative if it stands within.</param>
/// <param name="Dilation">The distance of neighbouring taps.</param>
internal readonly record struct KernelAxis(int Input, int Kernel, int Output, int Stride, int Padding, int Dilation)
{
    /// <summary>The distance from the first tap to the last.</summary>
    internal int Reach => (Kernel - 1) * Dilation;

    /// <summary>
    /// The axis seen from the output, with the taps in reverse order: which places look at an element of the input. The stride must be 1.
    /// </summary>
    internal KernelAxis Turned => new(Output, Kernel, Input, 1, Reach - Padding, Dilation);

    /// <summary>Whether places and elements of the input are the same.</summary>
    internal bool IsIdentity => Kernel == 1 && Stride == 1 && Padding == 0 && Input == Output;

    public override string ToString() => $"{Kernel} of {Input}, stride {Stride}, padding {Padding}, dilation {Dilation}";
}
