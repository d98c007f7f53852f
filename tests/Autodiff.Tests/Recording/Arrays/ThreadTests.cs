using Autodiff.Recording;
using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests.Recording.Arrays;

/// <summary>One recording belongs to one thread; recordings of different threads do not know each other.</summary>
public sealed class ThreadTests
{
    private readonly Variable<double> x = Create<double>([0.5, -1.5, 2], 3).AttachGradient();

    [Fact]
    public void A_tracked_intermediate_is_refused_on_another_thread()
    {
        using (Autograd.Record())
        {
            Variable<double> y = x * x, single = Sum(y);
            Exception[] errors = OnOtherThread(() => y + y, () => y.ToArray(), () => single + 1, () => Run(single.Backward), () => y.Detach());
            Assert.All(errors, error => Assert.Contains("thread", Assert.IsType<InvalidOperationException>(error).Message, StringComparison.Ordinal));
            single.Backward();
        }
        Assert.Equal([1, -3, 4], x.Gradient.ToArray());
    }

    [Fact]
    public void A_single_value_of_a_closed_recording_can_be_read_anywhere()
    {
        Variable<double> loss;
        using (Autograd.Record())
        {
            loss = Sum(x * x);
            loss.Backward();
        }
        double value = 0;
        Exception[] errors = OnOtherThread(() => value = loss.Value);
        Assert.Equal([null!], errors);
        Assert.Equal(6.5, value);
    }

    [Fact]
    public void Independent_recordings_run_in_parallel_on_shared_variables_with_the_same_bits()
    {
        Variable<double> w = Normal<double>([40, 40], new Random(3)).AttachGradient();
        double[] Collect(int seed)
        {
            Variable<double> input = Normal<double>([10, 40], new Random(seed));
            double[] sum = new double[1600];
            for (int step = 0; step < 20; step++)
            {
                using (Autograd.Record())
                {
                    Variable<double> gradient = Autograd.Gradient(Sum(Tanh(MatMul(input, w))), [w])[0];
                    for (int i = 0; i < sum.Length; i++) { sum[i] += gradient.AsReadOnlySpan()[i]; }
                }
            }
            return sum;
        }

        double[][] alone = [.. Enumerable.Range(0, 4).Select(Collect)];
        double[][] together = new double[4][];
        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => together[i] = Collect(i));
        Assert.Equal(alone, together);
    }

    [Fact]
    public void Two_sweeps_that_write_one_gradient_at_a_time_are_an_error_and_not_a_race()
    {
        // The other sweep stands still with its hand on the gradient.
        Recording<double> other = null!;
        OnOtherThread(() => other = Recording<double>.Current);
        Assert.True(x.Attached.TryClaim(other));
        using (Autograd.Record())
        {
            Variable<double> y = Sum(x * x);
            Assert.Contains("Autograd.Gradient", Assert.Throws<InvalidOperationException>(() => y.Backward()).Message, StringComparison.Ordinal);
        }
        x.Attached.Release(isComplete: false);
        using (Autograd.Record()) { Sum(x * x).Backward(); }
        Assert.Equal([1, -3, 4], x.Gradient.ToArray());
    }

    [Fact]
    public void An_error_in_one_thread_leaves_the_others_alone()
    {
        using (Autograd.Record())
        {
            Variable<double> y = Sum(x * x);
            OnOtherThread(() => x + Ones<double>(2), () => Run(() => Sum(x).Backward()));
            y.Backward();
        }
        Assert.Equal([1, -3, 4], x.Gradient.ToArray());
    }

    private static object Run(Action action)
    {
        action();
        return action;
    }

    private static object Run(Action<bool> action)
    {
        action(false);
        return action;
    }

    private static Exception[] OnOtherThread(params Func<object>[] actions)
    {
        Exception[] errors = new Exception[actions.Length];
        Thread thread = new(() =>
        {
            for (int i = 0; i < actions.Length; i++) { errors[i] = Record.Exception(() => { actions[i](); })!; }
        });
        thread.Start();
        thread.Join();
        return errors;
    }
}
