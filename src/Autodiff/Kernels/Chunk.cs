namespace Autodiff.Kernels;

/// <summary>Some elements that follow each other row by row.</summary>
internal readonly record struct Chunk(int Start, int Length)
{
    internal const int Capacity = 2048;

    internal bool IsEmpty => Length == 0;

    internal static Chunk First(int total) => new(0, Math.Min(total, Capacity));

    internal Chunk Next(int total) => new(Start + Length, Math.Min(total - Start - Length, Capacity));

    internal Span<T> Of<T>(Span<T> all) => all.Slice(Start, Length);

    internal ReadOnlySpan<T> Of<T>(ReadOnlySpan<T> all) => all.Slice(Start, Length);
}
