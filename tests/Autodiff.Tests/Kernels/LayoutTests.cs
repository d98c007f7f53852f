using Autodiff.Kernels;
using Xunit;

namespace Autodiff.Tests.Kernels;

public sealed class LayoutTests
{
    private const int Rounds = 4000;

    [Fact]
    public void A_reshaped_layout_shows_the_same_elements_in_the_same_order()
    {
        Random random = new(1);
        int views = 0;
        for (int round = 0; round < Rounds; round++)
        {
            Layout layout = Small(random);
            Shape wanted = Regrouped(layout.Shape, random);
            if (layout.Reshape(wanted) is not { } reshaped) { continue; }
            views++;
            Assert.True(Places(reshaped).SequenceEqual(Places(layout)), $"{Text(layout)} to {wanted} became {Text(reshaped)}.");
        }
        Assert.True(views > Rounds / 4, $"Only {views} of {Rounds} reshapes were views.");
    }

    [Fact]
    public void A_reshape_is_refused_only_where_no_strides_express_it()
    {
        Random random = new(2);
        int refused = 0;
        for (int round = 0; round < Rounds; round++)
        {
            Layout layout = Small(random);
            Shape wanted = Regrouped(layout.Shape, random);
            if (layout.Reshape(wanted) is not null) { continue; }
            refused++;
            Assert.False(IsExpressible(Places(layout), wanted), $"{Text(layout)} can be seen as {wanted}.");
        }
        Assert.True(refused > Rounds / 20, $"Only {refused} of {Rounds} reshapes were refused.");
    }

    [Fact]
    public void An_expanded_layout_shows_the_elements_that_broadcasting_says()
    {
        Random random = new(3);
        for (int round = 0; round < Rounds; round++)
        {
            Layout layout = Small(random);
            int[] lengths = [.. Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(3)), .. layout.Shape.Lengths];
            int added = lengths.Length - layout.Shape.Rank;
            for (int axis = added; axis < lengths.Length; axis++)
            {
                if (lengths[axis] == 1 && random.Next(2) == 0) { lengths[axis] = random.Next(4); }
            }
            Shape wide = Shape.Of(lengths);
            int[] expected =
            [
                .. Indices(wide).Select(index => Enumerable.Range(0, layout.Shape.Rank)
                    .Sum(axis => (layout.Shape.Lengths[axis] == 1 ? 0 : index[added + axis]) * layout.Strides[axis])),
            ];
            Assert.True(Places(layout.Expand(wide)).SequenceEqual(expected), $"{Text(layout)} expanded to {wide}");
        }
    }

    [Fact]
    public void A_layout_is_dense_exactly_if_the_elements_stand_row_by_row()
    {
        Random random = new(4);
        for (int round = 0; round < Rounds; round++)
        {
            Layout layout = Small(random);
            bool expected = Places(layout).SequenceEqual(Enumerable.Range(0, layout.Shape.ElementCount));
            Assert.True(layout.IsDense == expected, Text(layout));
            Assert.Equal(layout.IsDense, ReferenceEquals(layout, layout.Shape.Dense));
        }
    }

    [Fact]
    public void Equal_layouts_made_one_after_the_other_are_one_object()
    {
        Assert.Same(Layout.Of(Shape.Of(2, 3), [1, 2]), Layout.Of(Shape.Of(2, 3), [1, 2]));
        Assert.NotSame(Layout.Of(Shape.Of(2, 3), [1, 2]), Layout.Of(Shape.Of(2, 3), [6, 1]));
    }

    // Axes that are permuted, flipped, repeated, or stand apart; many of length 1, some empty.
    private static Layout Small(Random random)
    {
        int rank = random.Next(5);
        int[] lengths = [.. Enumerable.Range(0, rank).Select(_ => random.Next(20) == 0 ? 0 : random.Next(1, 5))];
        int[] strides = [.. Shape.Of(lengths).Dense.Strides];
        int changes = random.Next(3);
        for (int change = 0; change < changes && rank > 0; change++)
        {
            (int i, int j) = (random.Next(rank), random.Next(rank));
            switch (random.Next(4))
            {
                case 0:
                    (lengths[i], lengths[j], strides[i], strides[j]) = (lengths[j], lengths[i], strides[j], strides[i]);
                    break;
                case 1:
                    strides[i] = -strides[i];
                    break;
                case 2:
                    strides[i] = 0;
                    break;
                default:
                    for (int k = 0; k <= i; k++) { strides[k] *= 2; }
                    break;
            }
        }
        return Layout.Of(Shape.Of(lengths), strides);
    }

    // A shape of as many elements: the prime factors in a random order, in random groups.
    private static Shape Regrouped(Shape shape, Random random)
    {
        if (shape.ElementCount == 0) { return Shape.Of(random.Next(4), 0); }
        List<int> factors = [1, 1];
        foreach (int length in shape.Lengths) { factors.AddRange(length == 4 ? [2, 2] : [length]); }
        int[] all = [.. factors];
        if (random.Next(2) == 0) { random.Shuffle(all); }
        List<int> lengths = [1];
        foreach (int factor in all)
        {
            if (random.Next(2) == 0) { lengths.Add(factor); }
            else { lengths[^1] *= factor; }
        }
        return Shape.Of([.. lengths]);
    }

    // Strides follow from where the neighbours of the first element stand, and must then give all places.
    private static bool IsExpressible(int[] places, Shape shape)
    {
        int[] strides = new int[shape.Rank];
        int step = 1;
        for (int axis = shape.Rank - 1; axis >= 0; axis--)
        {
            strides[axis] = shape.Lengths[axis] > 1 ? places[step] : 0;
            step *= shape.Lengths[axis];
        }
        return Indices(shape).Select(index => index.Zip(strides, (i, stride) => i * stride).Sum()).SequenceEqual(places);
    }

    private static int[] Places(Layout layout)
    {
        int[] strides = [.. layout.Strides];
        return [.. Indices(layout.Shape).Select(index => index.Zip(strides, (i, stride) => i * stride).Sum())];
    }

    private static IEnumerable<int[]> Indices(Shape shape)
    {
        for (int i = 0; i < shape.ElementCount; i++)
        {
            int[] index = new int[shape.Rank];
            for (int axis = shape.Rank - 1, rest = i; axis >= 0; axis--) { (rest, index[axis]) = Math.DivRem(rest, shape.Lengths[axis]); }
            yield return index;
        }
    }

    private static string Text(Layout layout) => $"{layout.Shape} with strides [{string.Join(", ", layout.Strides.ToArray())}]";
}
