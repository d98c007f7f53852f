using System.Numerics;
using Xunit;
using static Autodiff.Scalar;

namespace Autodiff.Tests.Recording;

/// <summary>What a recording costs in memory. Alone, since the capacity is one for the process.</summary>
[Collection(nameof(MemoryTests))]
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class MemoryTests
{
    private static T Chain<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
    {
        T y = x[0];
        for (int i = 0; i < 1000; i++) { y = T.Sin(y * x[1]) + x[0]; }
        return y;
    }

    private static void Both<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : IFloatingPointIeee754<T>
    {
        y[0] = x[0] * x[1];
        y[1] = T.Sin(x[0]);
    }

    private static long AllocatedBy(Action step)
    {
        for (int i = 0; i < 3; i++) { step(); }
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) { step(); }
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void A_steady_gradient_allocates_nothing_in_any_driver()
    {
        double[] x = [0.3, 1.1], gradient = new double[2], matrix = new double[4], direction = [1, 2];
        Assert.Equal(0, AllocatedBy(() => Autograd.Derivative(static y => Sin(y) * y, 0.25)));
        Assert.Equal(0, AllocatedBy(() => Autograd.Gradient<double>(Chain, x, gradient)));
        Assert.Equal(0, AllocatedBy(() => Autograd.ValueAndGradient<double>(Chain, x, gradient)));
        Assert.Equal(0, AllocatedBy(() => Autograd.Jacobian<double>(Both, x, 2, matrix)));
        Assert.Equal(0, AllocatedBy(() => Autograd.Hessian<double>(Chain, x, matrix)));
        Assert.Equal(0, AllocatedBy(() => Autograd.HessianVectorProduct<double>(Chain, x, direction, gradient)));
        Assert.Equal(0, AllocatedBy(() => Autograd.JacobianVectorProduct<double>(Both, x, direction, gradient)));
        Assert.Equal(0, AllocatedBy(() => Autograd.VectorJacobianProduct<double>(Both, x, direction, gradient)));
    }

    [Fact]
    public void A_steady_recording_by_scopes_allocates_nothing()
    {
        Scalar<double>[] x = new Scalar<double>[50];
        double[] coefficients = [.. Enumerable.Range(0, 50).Select(i => 0.1 * i)];
        double sum = 0;
        long allocated = AllocatedBy(() =>
        {
            using (Autograd.Record())
            {
                for (int i = 0; i < x.Length; i++) { x[i] = Independent(0.5 * i); }
                var y = LinearCombination<double>(coefficients, x) + LogSumExp<double>(x) + Gelu(x[3]) + LogGamma(x[7]);
                y.Backward();
                sum += x[3].Gradient;
            }
        });
        Assert.Equal(0, allocated);
        Assert.True(double.IsFinite(sum));
    }

    [Fact]
    public void A_chain_of_a_million_nodes_is_swept_on_a_small_stack()
    {
        double gradient = 0;
        Thread thread = new(
            () => gradient = Autograd.Derivative(
                static x =>
                {
                    var y = x;
                    for (int i = 0; i < 1_000_000; i++) { y += x; }
                    return y;
                },
                1.0),
            maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(1_000_001, gradient);
    }

    [Fact]
    public void A_full_tape_is_an_error_that_names_the_setting_and_leaves_the_engine_sound()
    {
        int before = Autograd.ScalarCapacity;
        Autograd.ScalarCapacity = 5000;
        try
        {
            var error = Assert.Throws<InvalidOperationException>(() => Autograd.Derivative(x => Repeat(x, 6000), 1.0));
            Assert.Contains("ScalarCapacity", error.Message, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => Autograd.Gradient<double>(x => x[0], new double[6000]));
            Assert.Equal(4001, Autograd.Derivative(x => Repeat(x, 4000), 1.0));
        }
        finally
        {
            Autograd.ScalarCapacity = before;
        }
        Assert.Equal(6001, Autograd.Derivative(x => Repeat(x, 6000), 1.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Autograd.ScalarCapacity = 10);
        Assert.Throws<ArgumentOutOfRangeException>(() => Autograd.ScalarCapacity = int.MaxValue);

        static Scalar<double> Repeat(Scalar<double> x, int count)
        {
            var y = x;
            for (int i = 0; i < count; i++) { y += x; }
            return y;
        }
    }

    [Fact]
    public void A_larger_capacity_leaves_a_swept_recording_readable()
    {
        int before = Autograd.ScalarCapacity;
        using (Autograd.Record())
        {
            var x = Independent(3.0);
            var y = x * x;
            y.Backward();
            Autograd.ScalarCapacity = before + 1000;
            try
            {
                Assert.Equal(6, Autograd.Derivative(z => z * z, 3.0));
                Assert.Equal(6, x.Gradient);
            }
            finally
            {
                Autograd.ScalarCapacity = before;
            }
        }
    }

    [Fact]
    public void Threads_record_independently()
    {
        double[] gradients = new double[64];
        Parallel.For(0, gradients.Length, i =>
        {
            for (int k = 0; k < 50; k++) { gradients[i] = Autograd.Gradient<double>(Chain, [0.01 * i, 1.1])[0]; }
        });
        Assert.All(Enumerable.Range(0, 64), i => Assert.Equal(Autograd.Gradient<double>(Chain, [0.01 * i, 1.1])[0], gradients[i]));
    }

    [Fact]
    public void A_number_of_another_thread_is_refused_by_sweep_and_gradient()
    {
        using (Autograd.Record())
        {
            Scalar<double> x = Independent(3.0), y = x * x;
            Exception? sweep = null, gradient = null, mixed = null, span = null;
            Thread thread = new(() =>
            {
                sweep = Record.Exception(() => y.Backward());
                gradient = Record.Exception(() => x.Gradient);
                span = Record.Exception(() => Sum<double>([x, y]));
                mixed = Record.Exception(() => Autograd.Derivative(z => z * x, 1.0));
            });
            thread.Start();
            thread.Join();
            Assert.All([sweep, gradient, mixed, span], error => Assert.IsType<InvalidOperationException>(error));
            y.Backward();
            Assert.Equal(6, x.Gradient);
        }
    }
}
