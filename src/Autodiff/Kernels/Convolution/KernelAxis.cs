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

    /// <summary>
    /// The axis of a copy of the input with the zeros around it: the element that tap k sees at place y is number y Stride + k Dilation of the copy.
    /// </summary>
    internal KernelAxis Framed => new(Input, 1, 0, 1, Padding, 1);

    /// <summary>Whether places and elements of the input are the same.</summary>
    internal bool IsIdentity => Kernel == 1 && Stride == 1 && Padding == 0 && Input == Output;

    /// <summary>How many elements so many places in a row see, from the first tap of the first to the last tap of the last.</summary>
    internal long Span(int places) => ((places - 1L) * Stride) + Reach + 1;

    public override string ToString() => $"{Kernel} of {Input}, stride {Stride}, padding {Padding}, dilation {Dilation}";
}
