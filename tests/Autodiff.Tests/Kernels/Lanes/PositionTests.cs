using System.Numerics;
using Xunit;

namespace Autodiff.Tests.Kernels.Lanes;

/// <summary>The bits of an element depend on its argument alone: not on its place, the length, the neighbours or the width.</summary>
public sealed class PositionTests
{
    private const int Longest = 40;

    public static TheoryData<int, string> Rules => RuleAgreementTests.Rules;

    [Theory]
    [MemberData(nameof(Rules))]
    public void Bits_do_not_depend_on_width_place_or_length(int index, string name)
    {
        Assert.NotNull(name);
        Check<double>(RuleCase.All[index]);
        Check<float>(RuleCase.All[index]);
    }

    private static void Check<T>(RuleCase rule)
        where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        // Special values among ordinary ones: a neighbour that takes a slow path must not change the others.
        T[] special = Closeness.Special<T>();
        T[] a = [.. Closeness.Ordinary<T>(Longest, 3)], b = [.. Closeness.Ordinary<T>(Longest, 4)];
        for (int i = 0; i < special.Length; i++) { a[2 * i] = special[i]; }
        T[] expected = new T[Longest];
        rule.Forward<T>(LaneWidth<T>.All[0], a, b, expected);
        foreach (LaneWidth<T> width in LaneWidth<T>.All)
        {
            for (int length = 0; length <= Longest; length++)
            {
                int start = Longest - length;
                T guard = T.CreateChecked(77);
                T[] y = [.. Enumerable.Repeat(guard, length + 2)];
                rule.Forward<T>(width, a.AsSpan(start, length), b.AsSpan(start, length), y.AsSpan(1, length));
                Assert.Equal(guard, y[0]);
                Assert.Equal(guard, y[^1]);
                for (int i = 0; i < length; i++)
                {
                    Assert.True(
                        Closeness.SameBits(y[i + 1], expected[start + i]),
                        $"{width} {rule}({a[start + i]:R}, {b[start + i]:R}) at {i} of {length}: {y[i + 1]:R}, else {expected[start + i]:R}");
                }
            }
        }
    }
}
