using Autodiff.Kernels;
using Xunit;

namespace Autodiff.Tests.Kernels.Pooling;

/// <summary>Windows with lanes of every width.</summary>
public sealed class PoolsTests
{
    [Fact]
    public void The_greatest_elements_are_the_same_for_all_widths()
    {
        Windows windows = Example;
        float[] x = Numbers(2), expected = new float[Results(windows, 2)];
        Elements<float> source = Arrangement.Dense(Shape.Of(2, 7, 41), x);
        Pools.Max(source, windows, expected);
        Assert.Equal(expected, Run(y => Pools.Max<float, Lane128<float>>(source, windows, y)));
        Assert.Equal(expected, Run(y => Pools.Max<float, Lane256<float>>(source, windows, y)));
        Assert.Equal(expected, Run(y => Pools.Max<float, Lane512<float>>(source, windows, y)));

        float[] Run(Action<float[]> run)
        {
            float[] y = new float[expected.Length];
            run(y);
            return y;
        }
    }

    [Fact]
    public void The_places_are_the_same_for_all_widths()
    {
        Windows windows = Example;
        Elements<float> source = Arrangement.Dense(Shape.Of(2, 7, 41), Numbers(2));
        int[] expected = Places<Lane512<float>>(source, windows);
        Assert.Equal(expected, Places<Lane256<float>>(source, windows));
        Assert.Equal(expected, Places<Lane128<float>>(source, windows));
    }

    [Fact]
    public void Sums_and_shares_are_the_same_for_all_widths()
    {
        Windows windows = Example;
        Elements<float> source = Arrangement.Dense(Shape.Of(2, 7, 41), Numbers(2));
        float[] expected = Sums<Lane512<float>>(source, windows);
        Assert.Equal(expected, Sums<Lane256<float>>(source, windows));
        Assert.Equal(expected, Sums<Lane128<float>>(source, windows));
    }

    private static Windows Example => Windows.Of([Axis(7, 3, 2, 1), Axis(41, 2, 1, 1)]);

    private static WindowAxis Axis(int length, int size, int stride, int padding) =>
        new(length, WindowAxis.Count(length, size, stride, padding, 1, roundsUp: false), size, stride, padding, 1);

    private static int Results(Windows windows, int planes) => planes * windows.Height.Output * windows.Width.Output;

    // Few different ones, so that many are equal.
    private static float[] Numbers(int planes)
    {
        Random random = new(9);
        return [.. Enumerable.Range(0, planes * 7 * 41).Select(k => k % 50 == 7 ? float.NaN : random.Next(5) - 2)];
    }

    private static int[] Places<R>(Elements<float> source, Windows windows)
        where R : struct, ILane<R, float>
    {
        int[] places = new int[Results(windows, 2)];
        Pools.PlacesOfMax<NotePlaces, float, R>(new NotePlaces(places), source, windows);
        return places;
    }

    private static float[] Sums<R>(Elements<float> source, Windows windows)
        where R : struct, ILane<R, float>
    {
        float[] sums = new float[Results(windows, 2)], shares = new float[source.Shape.ElementCount];
        Pools.Average<float, R>(source, windows, new Divisor(0, CountsPadding: true), sums);
        Elements<float> results = Arrangement.Dense(Shape.Of(2, windows.Height.Output, windows.Width.Output), sums);
        Pools.Spread<float, R>(results, windows, new Divisor(0, CountsPadding: false), shares);
        return [.. sums, .. shares];
    }
}
