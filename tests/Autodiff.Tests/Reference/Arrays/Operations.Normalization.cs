using System.Numerics;
using static Autodiff.Variable;

namespace Autodiff.Tests.Reference.Arrays;

/// <content>Normalisation, and what else has a train mode.</content>
internal static partial class Operations
{
    private static Variable<T>? Normalized<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double epsilon = call.Settings.Number("eps", 1e-5);
        return call.Op switch
        {
            "layer_norm" => LayerNorm(call.A, call.Settings.Integers("normalized_shape"), call.Input("weight", 1), call.Input("bias", 2), epsilon),
            "rms_norm" => RmsNorm(call.A, call.Settings.Integers("normalized_shape"), call.Input("weight", 1), epsilon),
            "group_norm" => GroupNorm(call.A, call.Settings.Integer("num_groups", 1), call.Input("weight", 1), call.Input("bias", 2), epsilon),
            "instance_norm" => InstanceNorm(call.A, call.Input("weight", 1), call.Input("bias", 2), epsilon),
            "batch_norm" when !HasRunning(call) => BatchNorm(call.A, call.Input("weight", 1), call.Input("bias", 2), epsilon: epsilon),
            "batch_norm" when !ReturnsStatistics(call) => Running(call, epsilon),
            "dropout" => Dropped(call),
            _ => null,
        };
    }

    // The result, and the running statistics, which are updated.
    private static Variable<T>[]? NormalizedBatch<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        call.Op == "batch_norm" ? [Running(call, call.Settings.Number("eps", 1e-5)), call.B, call.X[2]] : null;

    private static Variable<T> Running<T>(Call<T> call, double epsilon)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double momentum = call.Settings.Number("momentum", 0.1);
        using (call.Settings.Flag("training") ? Autograd.TrainMode() : Autograd.PredictMode())
        {
            return BatchNorm(call.A, call.Input("weight", 3), call.Input("bias", 4), call.B, call.X[2], momentum, epsilon);
        }
    }

    private static Variable<T> Dropped<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool trains = !call.Settings.Has("training") || call.Settings.Flag("training");
        using (trains ? Autograd.TrainMode() : Autograd.PredictMode())
        {
            return Dropout(call.A, call.Settings.Number("p", 0.5), new Random(1));
        }
    }

    private static bool HasRunning<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        call.X.Length > 3 || !call.Settings.Flag("training") || call.Settings.Has("returns") || call.Names.Contains("running_mean");

    private static bool ReturnsStatistics<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        call.Settings.Text("returns")?.Contains("running", StringComparison.Ordinal) ?? false;
}
