using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Nn.Tests;

public sealed class OptimizerTests
{
    private readonly Parameter<double> used = new("layer.weights", Create<double>([1, 2, 3], 3));
    private readonly Parameter<double> unused = new("layer.bias", Create<double>([4], 1));

    public static TheoryData<int> Lengths => [1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 33, 100];

    // The formulas as in the papers, element by element; the corrections stand where the optimizer puts them, so that the bits are the same.
    [Theory]
    [MemberData(nameof(Lengths))]
    public void Every_element_takes_its_step_whatever_the_length(int length)
    {
        const double Rate = 0.1, Decay = 0.01, Momentum = 0.9, Beta1 = 0.8, Beta2 = 0.95, Epsilon = 1e-6;
        Random random = new(length);
        double[] start = [.. Enumerable.Range(0, length).Select(_ => random.NextDouble() - 0.5)];
        Parameter<double>[] x = [.. Enumerable.Range(0, 4).Select(i => new Parameter<double>($"x{i}", Create<double>(start, length)))];
        Optimizer<double>[] optimizers =
        [
            new Sgd<double>([x[0]], Rate),
            new Sgd<double>([x[1]], Rate, Momentum, weightDecay: Decay),
            new Adam<double>([x[2]], Rate, Beta1, Beta2, Epsilon),
            new AdamW<double>([x[3]], Rate, Beta1, Beta2, Epsilon, Decay),
        ];
        double[] plain = [.. start], rolling = [.. start], adapted = [.. start], decayed = [.. start];
        double[] velocity = new double[length], mean = new double[length], square = new double[length];
        for (int step = 1; step <= 5; step++)
        {
            double[] g = [.. start.Select(_ => random.NextDouble() - 0.5)];
            double rate = Rate / (1 - Math.Pow(Beta1, step)), unbias = 1 / Math.Sqrt(1 - Math.Pow(Beta2, step));
            for (int i = 0; i < length; i++)
            {
                plain[i] -= Rate * g[i];
                velocity[i] = (Momentum * velocity[i]) + g[i] + (Decay * rolling[i]);
                rolling[i] -= Rate * velocity[i];
                mean[i] = (Beta1 * mean[i]) + ((1 - Beta1) * g[i]);
                square[i] = (Beta2 * square[i]) + ((1 - Beta2) * g[i] * g[i]);
                double along = rate * mean[i] / ((unbias * Math.Sqrt(square[i])) + Epsilon);
                adapted[i] -= along;
                decayed[i] = ((1 - (Rate * Decay)) * decayed[i]) - along;
            }
            for (int k = 0; k < optimizers.Length; k++)
            {
                using (Autograd.Record()) { Sum(Create<double>(g, length) * x[k].Value).Backward(); }
                optimizers[k].Step();
            }
        }
        Assert.Equal(plain, x[0].Value.ToArray());
        Assert.Equal(rolling, x[1].Value.ToArray(), static (a, b) => Math.Abs(a - b) <= 1e-15);
        Assert.Equal(adapted, x[2].Value.ToArray());
        Assert.Equal(decayed, x[3].Value.ToArray(), static (a, b) => Math.Abs(a - b) <= 1e-15);
    }

    [Fact]
    public void Point_9_a_step_while_recording_is_refused()
    {
        Sgd<double> optimizer = new([used], 0.1);
        using (Autograd.Record())
        {
            Sum(Square(used.Value)).Backward();
            Assert.Contains("Record", Assert.Throws<InvalidOperationException>(() => optimizer.Step()).Message, StringComparison.Ordinal);
            using (Autograd.Pause()) { optimizer.Step(); }
        }
        Assert.Equal([0.8, 1.6, 2.4], used.Value.ToArray(), static (a, b) => Math.Abs(a - b) <= 1e-15);
    }

    [Fact]
    public void Point_9_a_gradient_that_no_sweep_has_written_is_named_and_nothing_changes()
    {
        Sgd<double> optimizer = new([used, unused], 0.1);
        AssertStale(optimizer, "layer.weights [3]");
        Sweep();
        AssertStale(optimizer, "layer.bias [1]");
        Assert.Equal([1, 2, 3], used.Value.ToArray());
        optimizer.Step(ignoreStale: true);
        Assert.Equal(0.8, used.Value.ToArray()[0], 1e-15);
        Assert.Equal(4, unused.Value.Value);
    }

    [Fact]
    public void A_gradient_serves_one_step()
    {
        Adam<double> optimizer = new([used]);
        Sweep();
        optimizer.Step();
        double[] once = used.Value.ToArray();
        AssertStale(optimizer, "layer.weights");
        optimizer.Step(ignoreStale: true);
        Assert.Equal(once, used.Value.ToArray());
        Sweep();
        optimizer.Step();
        Assert.NotEqual(once, used.Value.ToArray());
    }

    [Fact]
    public void A_parameter_without_a_gradient_request_is_frozen()
    {
        unused.Value.AttachGradient(GradientRequest.Null);
        Sgd<double> optimizer = new([used, unused], 0.1);
        Sweep();
        optimizer.Step();
        Assert.Equal(4, unused.Value.Value);
    }

    [Fact]
    public void Gradients_that_add_are_those_of_all_sweeps_since_the_last_step()
    {
        used.Value.AttachGradient(GradientRequest.Add);
        Sgd<double> optimizer = new([used], 1);
        for (int step = 0; step < 2; step++)
        {
            double[] before = used.Value.ToArray();
            for (int part = 0; part < 3; part++)
            {
                using (Autograd.Record()) { Sum(used.Value * 0.25).Backward(); }
            }
            Assert.Equal(0.75, used.Value.Gradient.ToArray()[0]);
            optimizer.Step();
            Assert.Equal(before[0] - 0.75, used.Value.ToArray()[0]);
        }
    }

    [Fact]
    public void The_learning_rate_may_change_between_steps()
    {
        Sgd<double> optimizer = new([used], 0.1);
        optimizer.LearningRate = 0;
        Sweep();
        optimizer.Step();
        Assert.Equal([1, 2, 3], used.Value.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => optimizer.LearningRate = -1);
        Assert.Equal(0, optimizer.LearningRate);
    }

    [Fact]
    public void Bad_settings_are_refused()
    {
        foreach (double bad in (double[])[-0.1, double.NaN, double.PositiveInfinity])
        {
            AssertOutOfRange(() => new Sgd<double>([used], bad), "LearningRate");
            AssertOutOfRange(() => new Sgd<double>([used], 0.1, momentum: bad), "momentum");
            AssertOutOfRange(() => new Sgd<double>([used], 0.1, dampening: bad), "dampening");
            AssertOutOfRange(() => new Sgd<double>([used], 0.1, weightDecay: bad), "weightDecay");
            AssertOutOfRange(() => new Adam<double>([used], bad), "LearningRate");
            AssertOutOfRange(() => new Adam<double>([used], beta1: bad), "beta1");
            AssertOutOfRange(() => new Adam<double>([used], beta2: bad), "beta2");
            AssertOutOfRange(() => new Adam<double>([used], epsilon: bad), "epsilon");
            AssertOutOfRange(() => new Adam<double>([used], weightDecay: bad), "weightDecay");
            AssertOutOfRange(() => new AdamW<double>([used], bad), "LearningRate");
            AssertOutOfRange(() => new AdamW<double>([used], beta1: bad), "beta1");
            AssertOutOfRange(() => new AdamW<double>([used], beta2: bad), "beta2");
            AssertOutOfRange(() => new AdamW<double>([used], epsilon: bad), "epsilon");
            AssertOutOfRange(() => new AdamW<double>([used], weightDecay: bad), "weightDecay");
        }
        AssertOutOfRange(() => new Sgd<double>([used], 0.1, momentum: 1), "momentum");
        AssertOutOfRange(() => new Adam<double>([used], beta1: 1), "beta1");
        AssertOutOfRange(() => new Adam<double>([used], beta2: 1), "beta2");
        Assert.Throws<ArgumentException>(() => new Sgd<double>([used], 0.1, nesterov: true));
        Assert.Throws<ArgumentException>(() => new Sgd<double>([used], 0.1, momentum: 0.9, dampening: 0.1, nesterov: true));
        Assert.Throws<ArgumentException>(() => new Sgd<double>([], 0.1));
    }

    private static void AssertOutOfRange(Func<object> make, string name) =>
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => make()).ParamName);

    private static void AssertStale(Optimizer<double> optimizer, string name) =>
        Assert.Contains(name, Assert.Throws<InvalidOperationException>(() => optimizer.Step()).Message, StringComparison.Ordinal);

    private void Sweep()
    {
        using (Autograd.Record()) { Sum(Square(used.Value)).Backward(); }
    }
}
