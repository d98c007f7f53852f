using System.Numerics;
using System.Text.Json;
using Autodiff;
using Xunit;

namespace GradBench.Tests.Evals;

public sealed class BundleAdjustmentTests
{
    private static readonly double[] Observation = [-0.7, -1.1, 0.8, 3.4, 3.9, -5.3, 41.9, 5.8, -8.5, 0.08, 0.02, 7.2, 0.5, 3.0, 0.4];
    private static readonly double[] Feature = [27.1, 83.4];

    // The second is of more than one block of observations; the third camera is not rotated, where the formula divides by 0.
    [Theory]
    [InlineData(3, 5, 17, false)]
    [InlineData(40, 70, 1030, false)]
    [InlineData(3, 5, 17, true)]
    public void Rows_of_the_Jacobian_are_the_derivatives_forward(int n, int m, int p, bool isStill)
    {
        double[] x = [.. Observation];
        if (isStill) { x.AsSpan(0, 3).Clear(); }
        var input = new { n, m, p, cam = x[..11], x = x[11..14], w = x[14], feat = Feature };
        JsonElement objective = Tool.Output("ba", "objective", input), jacobian = Tool.Output("ba", "jacobian", input);
        Near.Equal([.. Errors<double>(x), p, 1 - (x[14] * x[14]), p], [.. Tool.Flatten(objective)]);
        Assert.Equal(["elements", "repeated"], objective.GetProperty("reproj_error").EnumerateObject().Select(static item => item.Name));

        double[] horizontal = Derivatives(x, 0), vertical = Derivatives(x, 1);
        Near.Equal([.. horizontal, .. vertical, -2 * x[14]], [.. Tool.Flatten(jacobian.GetProperty("vals"))]);
        Near.Equal([.. Enumerable.Range(0, 30).Select(static row => 15.0 * row), 31 * p], [.. Tool.Flatten(jacobian.GetProperty("rows"))]);
        double[] columns = [.. Enumerable.Range(0, 11), 11 * n, (11 * n) + 1, (11 * n) + 2, (11 * n) + (3 * m)];
        Near.Equal([.. columns, .. columns, (11 * n) + (3 * m) + p - 1], [.. Tool.Flatten(jacobian.GetProperty("cols"))]);
    }

    [Fact]
    public void A_result_shorter_than_what_is_shown_is_shown_whole()
    {
        var input = new { n = 1, m = 1, p = 1, cam = Observation[..11], x = Observation[11..14], w = 1.0, feat = Feature };
        JsonElement jacobian = Tool.Output("ba", "jacobian", input);
        Assert.Equal([0.0, 15, 30, 31, 31], Tool.Flatten(jacobian.GetProperty("rows")));
    }

    private static double[] Derivatives(double[] x, int axis)
    {
        double[] derivatives = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            Dual<double>[] moved = [.. x.Select((element, j) => new Dual<double>(element, i == j ? 1 : 0))];
            derivatives[i] = Errors(moved)[axis].Tangent;
        }
        return derivatives;
    }

    private static T[] Errors<T>(T[] x)
        where T : IFloatingPointIeee754<T>
    {
        T[] seen = Rotate(x[0..3], [x[11] - x[3], x[12] - x[4], x[13] - x[5]]);
        T u = seen[0] / seen[2], v = seen[1] / seen[2], squared = (u * u) + (v * v), stretch = T.One + (x[9] * squared) + (x[10] * squared * squared);
        T[] feature = [.. Feature.Select(T.CreateChecked)];
        return [x[14] * ((x[6] * u * stretch) + x[7] - feature[0]), x[14] * ((x[6] * v * stretch) + x[8] - feature[1])];
    }

    private static T[] Rotate<T>(T[] r, T[] x)
        where T : IFloatingPointIeee754<T>
    {
        T squared = Dot(r, r);
        if (squared == T.Zero) { return [.. x.Zip(Cross(r, x), static (a, b) => a + b)]; }
        T angle = T.Sqrt(squared), sine = T.Sin(angle), cosine = T.Cos(angle);
        T[] axis = [.. r.Select(element => element / angle)], crossed = Cross(axis, x);
        T along = Dot(axis, x) * (T.One - cosine);
        return [.. Enumerable.Range(0, 3).Select(i => (x[i] * cosine) + (crossed[i] * sine) + (axis[i] * along))];
    }

    private static T Dot<T>(T[] a, T[] b)
        where T : IFloatingPointIeee754<T> =>
        (a[0] * b[0]) + (a[1] * b[1]) + (a[2] * b[2]);

    private static T[] Cross<T>(T[] a, T[] b)
        where T : IFloatingPointIeee754<T> =>
        [(a[1] * b[2]) - (a[2] * b[1]), (a[2] * b[0]) - (a[0] * b[2]), (a[0] * b[1]) - (a[1] * b[0])];
}
