using System.ComponentModel;

namespace Autodiff;

/// <summary>
/// A number for each spatial axis, or one for all of them: <c>stride: 2</c> or <c>stride: [2, 1]</c>. A list of one number is that number for
/// all axes, and an empty one leaves each axis at its default.
/// </summary>
[CollectionBuilder(typeof(PerAxis), nameof(Create))]
public readonly ref struct PerAxis
{
    private readonly ReadOnlySpan<int> numbers;
    private readonly int single;
    private readonly bool isSingle;

    private PerAxis(int single)
    {
        this.single = single;
        isSingle = true;
    }

    private PerAxis(ReadOnlySpan<int> numbers)
    {
        isSingle = numbers.Length == 1;
        if (isSingle) { single = numbers[0]; }
        this.numbers = numbers;
    }

    /// <summary>How many numbers were given.</summary>
    internal int Count => isSingle ? 1 : numbers.Length;

    /// <summary>The same number for all axes.</summary>
    public static implicit operator PerAxis(int number) => new(number);

    /// <summary>A number for each axis.</summary>
    public static implicit operator PerAxis(ReadOnlySpan<int> numbers) => new(numbers);

    /// <summary>A number for each axis.</summary>
    public static implicit operator PerAxis(int[]? numbers) => new((ReadOnlySpan<int>)numbers);

    /// <summary>A number for each axis: what a collection expression calls.</summary>
    public static PerAxis Create(ReadOnlySpan<int> numbers) => new(numbers);

    /// <summary>The numbers in turn, as collection expressions ask for.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ReadOnlySpan<int>.Enumerator GetEnumerator() => numbers.GetEnumerator();

    /// <summary>The number for an axis.</summary>
    internal int Of(int axis, int byDefault) => isSingle ? single : numbers.IsEmpty ? byDefault : numbers[axis];
}
