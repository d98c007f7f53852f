using System.ComponentModel;

namespace Autodiff;

/// <summary>
/// The number of zeros before and after each spatial axis of the input of a convolution: <c>padding: 1</c>, <c>padding: [1, 0]</c>, or
/// <see cref="Same"/>.
/// </summary>
[CollectionBuilder(typeof(Padding), nameof(Create))]
public readonly ref struct Padding
{
    private Padding(PerAxis numbers, bool isSame)
    {
        Numbers = numbers;
        IsSame = isSame;
    }

    /// <summary>
    /// Enough zeros for the result to be as long as the input, which needs a stride of 1; if their number is odd, the extra one stands at the end.
    /// </summary>
    public static Padding Same => new(default, isSame: true);

    /// <summary>No zeros: the kernel stands within the input.</summary>
    public static Padding Valid => default;

    internal PerAxis Numbers { get; }

    internal bool IsSame { get; }

    /// <summary>The same number of zeros before and after every axis.</summary>
    public static implicit operator Padding(int number) => new(number, isSame: false);

    /// <summary>A number of zeros for each axis.</summary>
    public static implicit operator Padding(ReadOnlySpan<int> numbers) => new(numbers, isSame: false);

    /// <summary>A number of zeros for each axis.</summary>
    public static implicit operator Padding(int[]? numbers) => new((ReadOnlySpan<int>)numbers, isSame: false);

    /// <summary>A number of zeros for each axis: what a collection expression calls.</summary>
    public static Padding Create(ReadOnlySpan<int> numbers) => new(numbers, isSame: false);

    /// <summary>The numbers in turn, as collection expressions ask for.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ReadOnlySpan<int>.Enumerator GetEnumerator() => Numbers.GetEnumerator();
}
