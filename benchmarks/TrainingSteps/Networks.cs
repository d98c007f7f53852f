using System.Numerics;
using Autodiff;
using Autodiff.Nn;
using static Autodiff.Variable;

namespace TrainingSteps;

/// <summary>Training steps of fully connected networks: forward, loss, backward, update.</summary>
internal static class Networks
{
    public static IEnumerable<Workload> All()
    {
        foreach (bool adam in new[] { false, true })
        {
            string optimizer = adam ? "adam" : "sgd";
            yield return new($"a_xor_f32_{optimizer}", 4, () => Xor<float>(adam));
            yield return new($"a_xor_f64_{optimizer}", 4, () => Xor<double>(adam));
            foreach (int batch in new[] { 32, 64, 256 })
            {
                yield return new($"b_mlp784-128-10_B{batch}_{optimizer}", batch, () => Classifier<float>(batch, adam, 784, 128, 10));
            }
            yield return new($"c_mlp784-512-512-10_B128_{optimizer}", 128, () => Classifier<float>(128, adam, 784, 512, 512, 10));
        }
        yield return new("b_mlp_f64_B64_sgd", 64, () => Classifier<double>(64, adam: false, 784, 128, 10));
    }

    private static Action Xor<T>(bool adam)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(0);
        T zero = T.Zero, one = T.One;
        Variable<T> x = Create<T>([zero, zero, zero, one, one, zero, one, one], 4, 2), t = Create<T>([zero, one, one, zero], 4, 1);
        Sequential<T> model = new(new Linear<T>(2, 4, random), new Tanh<T>(), new Linear<T>(4, 1, random), new Sigmoid<T>());
        Optimizer<T> optimizer = Optimizer(model, adam, 0.1);
        return () =>
        {
            using (Autograd.Record()) { Losses.MeanSquaredError(model.Forward(x), t).Backward(); }
            optimizer.Step();
        };
    }

    private static Action Classifier<T>(int batch, bool adam, params int[] widths)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(0);
        List<Module<T>> layers = [];
        for (int i = 0; i + 1 < widths.Length; i++)
        {
            if (i > 0) { layers.Add(new Relu<T>()); }
            layers.Add(new Linear<T>(widths[i], widths[i + 1], random));
        }
        Sequential<T> model = new([.. layers]);
        Variable<T> x = Normal<T>([batch, widths[0]], random);
        Indices labels = Indices.Of([.. Enumerable.Range(0, batch).Select(_ => random.Next(widths[^1]))]);
        Optimizer<T> optimizer = Optimizer(model, adam, adam ? 0.001 : 0.01);
        return () =>
        {
            using (Autograd.Record()) { Losses.CrossEntropy(model.Forward(x), labels).Backward(); }
            optimizer.Step();
        };
    }

    private static Optimizer<T> Optimizer<T>(Module<T> model, bool adam, double learningRate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        adam ? new Adam<T>(model.Parameters, learningRate) : new Sgd<T>(model.Parameters, learningRate);
}
