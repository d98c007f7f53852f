using Autodiff;
using static Autodiff.Variable;

namespace TrainingSteps;

/// <summary>A thousand additions one after the other: what the recording itself costs.</summary>
internal static class Chains
{
    private const int Length = 1000;

    public static IEnumerable<Workload> All()
    {
        foreach (int size in new[] { 1, 100, 10_000 })
        {
            yield return new($"h_chain1000_add_size{size}", 1, () => Swept(size));
            yield return new($"h_chain1000_fwdonly_size{size}", 1, () => Recorded(size));
            yield return new($"h_chain1000_nograd_size{size}", 1, () => Unrecorded(size));
        }
    }

    private static Action Swept(int size)
    {
        (Variable<float> x, Variable<float> c) = Operands(size);
        return () =>
        {
            using (Autograd.Record()) { Sum(Chain(x, c)).Backward(); }
        };
    }

    private static Action Recorded(int size)
    {
        (Variable<float> x, Variable<float> c) = Operands(size);
        return () =>
        {
            using (Autograd.Record()) { Chain(x, c); }
        };
    }

    private static Action Unrecorded(int size)
    {
        (Variable<float> x, Variable<float> c) = Operands(size);
        return () => Chain(x, c);
    }

    private static Variable<float> Chain(Variable<float> x, Variable<float> c)
    {
        Variable<float> sum = x;
        for (int i = 0; i < Length; i++) { sum += c; }
        return sum;
    }

    private static (Variable<float> X, Variable<float> C) Operands(int size)
    {
        Random random = new(0);
        return (Normal<float>([size], random).AttachGradient(), Normal<float>([size], random));
    }
}
