using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>The centers of a batch, and how far a running statistic moves towards them: running ← (1 - replaced) running + taken batch.</summary>
internal readonly ref struct BatchStatistic<T>(Span<T> centers, double replaced, double taken)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Centers<T> centers = new(centers);
    private readonly T kept = T.CreateTruncating(1 - replaced);
    private readonly T taken = T.CreateTruncating(taken);

    internal void MoveMean(Span<T> running)
    {
        for (int group = 0; group < running.Length; group++)
        {
            Center<T> center = centers[group];
            running[group] = (kept * running[group]) + (taken * (center.High + center.Low));
        }
    }

    internal void MoveVariance(Span<T> running)
    {
        for (int group = 0; group < running.Length; group++) { running[group] = (kept * running[group]) + (taken * centers[group].Variance); }
    }
}
