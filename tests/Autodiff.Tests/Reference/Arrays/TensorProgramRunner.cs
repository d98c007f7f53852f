using System.Numerics;
using System.Text.Json;

namespace Autodiff.Tests.Reference.Arrays;

/// <summary>Programs on matrices: a list of operations, each on results before it.</summary>
internal static class TensorProgramRunner
{
    public static CaseResult Run<T>(VectorCase c, Precision precision)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T>[] stored = ArrayRunner.Leaves<T>(c.Inputs, c.Tracked);
        using (Autograd.Record())
        {
            List<Variable<T>> slots = [.. stored];
            foreach (JsonElement node in c.Settings.Find("nodes")!.Value.EnumerateArray())
            {
                string name = node[0].GetString()!;
                Variable<T>[] arguments = [.. node[1].EnumerateArray().Select(slot => slots[slot.GetInt32()])];
                Settings settings = new(node.GetArrayLength() > 2 ? node[2] : default);
                if (Apply(name, settings, arguments) is not { } result) { return CaseResult.NotSupported(name); }
                slots.Add(result);
            }

            return ArrayRunner.Compare(c, stored, [.. c.Settings.Integers("outputs").Select(slot => slots[slot])], precision);
        }
    }

    // What these programs say in their own way; the rest is as everywhere, but keeps reduced axes.
    private static Variable<T>? Apply<T>(string name, Settings settings, Variable<T>[] x)
        where T : unmanaged, IFloatingPointIeee754<T> => name switch
        {
            "scale" => x[0] * T.CreateTruncating(settings.Number("k", 1)),
            "div_safe" => x[0] / (T.One + (x[1] * x[1])),
            "slice_rows" => Views.Slice(x[0], 0, settings.Integer("start", 0), settings.Integer("stop", 0), settings.Integer("step", 1)),
            "transpose" => x[0].Transpose(),
            _ => Operations.ApplyToOne(new Call<T>(name, settings, x) { KeepsAxes = true }),
        };
}
