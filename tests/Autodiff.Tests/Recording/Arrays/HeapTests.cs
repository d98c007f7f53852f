using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests.Recording.Arrays;

/// <summary>The size of the managed heap over many steps. Alone: what other tests allocate meanwhile would count.</summary>
[Collection(nameof(HeapTests))]
[CollectionDefinition(nameof(HeapTests), DisableParallelization = true)]
public sealed class HeapTests
{
    [Fact]
    public void The_heap_is_flat_over_ten_thousand_steps()
    {
        Variable<double> w = Normal<double>([64], new Random(1)).AttachGradient();
        double Step()
        {
            Variable<double> loss;
            using (Autograd.Record())
            {
                loss = Sum(Square(Tanh(w) - 0.5));
                loss.Backward();
            }
            using (Autograd.Pause()) { return loss.Value + Sum(w * w).Value; }
        }

        for (int i = 0; i < 1000; i++) { Step(); }
        long before = SettledHeap();
        double sum = 0;
        for (int i = 0; i < 10_000; i++) { sum += Step(); }
        Assert.InRange(SettledHeap() - before, long.MinValue, 64 * 1024);
        Assert.True(double.IsFinite(sum));
    }

    // Threads of other tests that have ended give back what they were lent, which is done by finalizers and keeps it alive.
    private static long SettledHeap()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
