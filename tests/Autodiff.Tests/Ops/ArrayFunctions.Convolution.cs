namespace Autodiff.Tests.Ops;

/// <content>Kernels that move over arrays.</content>
internal static partial class ArrayFunctions
{
    public sealed class Convolve(int[]? stride = null, int[]? padding = null, int[]? dilation = null, int groups = 1) : IArrayFunction
    {
        public int[] Stride { get; } = stride ?? [];

        public int[] Padding { get; } = padding ?? [];

        public int[] Dilation { get; } = dilation ?? [];

        public int Groups { get; } = groups;

        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) =>
            Variable.Convolve(x[0], x[1], x.Length > 2 ? x[2] : null, Stride, Padding, Dilation, Groups);
    }

    public sealed class ConvolveSame(int[] stride, int[] dilation, int groups = 1) : IArrayFunction
    {
        public int[] Dilation { get; } = dilation;

        public int Groups { get; } = groups;

        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) =>
            Variable.Convolve(x[0], x[1], x.Length > 2 ? x[2] : null, stride, Autodiff.Padding.Same, Dilation, Groups);
    }

    public sealed class ConvolveTransposed(
        int[]? stride = null, int[]? padding = null, int[]? outputPadding = null, int[]? dilation = null, int groups = 1)
        : IArrayFunction
    {
        public int[] Stride { get; } = stride ?? [];

        public int[] Padding { get; } = padding ?? [];

        public int[] OutputPadding { get; } = outputPadding ?? [];

        public int[] Dilation { get; } = dilation ?? [];

        public int Groups { get; } = groups;

        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) =>
            Variable.ConvolveTransposed(x[0], x[1], x.Length > 2 ? x[2] : null, Stride, Padding, OutputPadding, Dilation, Groups);
    }

    public sealed class Bilinear : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Bilinear(x[0], x[1], x[2], x.Length > 3 ? x[3] : null);
    }
}
