using System.Numerics;
using Autodiff.Nn.Diagnostics;
using static Autodiff.Variable;

namespace Autodiff.Nn;

// What is common to the losses of arrays.
public static partial class Losses
{
    private static Variable<T> Reduced<T>(Variable<T> losses, Reduction reduction)
        where T : unmanaged, IFloatingPointIeee754<T> => reduction switch
        {
            Reduction.Mean => Mean(losses),
            Reduction.Sum => Sum(losses),
            Reduction.BatchMean => Sum(losses) / BatchLength<T>(losses.Shape),
            _ => losses,
        };

    // One example alone needs no axis for it.
    private static T BatchLength<T>(Shape shape)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.CreateChecked(shape.Rank == 0 ? 1 : shape[0]);

    // Shapes must be equal: [n, 1] against [n] would broadcast to n² pairs.
    private static void RequirePairs(string loss, Shape prediction, Shape target, Reduction reduction)
    {
        if (!prediction.Equals(target)) { Throw.TargetShape(loss, prediction, target); }
        Require.Known(reduction);
    }

    private static void RequireRepeats(string loss, string what, Shape shape, Shape examples)
    {
        bool repeats = shape.Rank <= examples.Rank;
        for (int k = 1; k <= shape.Rank && repeats; k++) { repeats = shape[-k] == 1 || shape[-k] == examples[-k]; }
        if (!repeats) { Throw.DoesNotRepeat(loss, what, shape, examples); }
    }

    // NaN is none of the numbers that are refused: it shows in the loss.
    private static void RequireWithin<T>(string loss, string what, Variable<T> x, double low, double high)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (x.Length == 0) { return; }
        using (Autograd.Pause())
        {
            double least = double.CreateTruncating(Min(x).Value), greatest = double.CreateTruncating(Max(x).Value);
            if (least < low || greatest > high) { Throw.OutsideRange(loss, what, x.Shape, least < low ? least : greatest, low, high); }
        }
    }
}
