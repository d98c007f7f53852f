using System.Numerics;

namespace Autodiff.Tests.Reference.Arrays;

/// <summary>How the cases of each family run on recorded arrays.</summary>
internal static class ArrayFamilies
{
    public static CaseResult Run<T>(string family, VectorCase c, Precision precision)
        where T : unmanaged, IFloatingPointIeee754<T> => (family, c.Op) switch
        {
            ("random_scalar_programs", _) => ScalarProgramRunner.Run<T>(c, precision),
            ("random_tensor_programs", _) => TensorProgramRunner.Run<T>(c, precision),
            ("second_order", "hessian" or "stop_gradient_second_order") => DerivativeRunner.Hessian<T>(c, precision),
            ("second_order", "gradient_penalty") => DerivativeRunner.Penalty<T>(c, precision),
            ("second_order", "nth_derivative") => DerivativeRunner.OfAllOrders<T>(c, precision),
            ("errors", _) => ErrorRunner.Run<T>(c),
            ("programs_nasty", "training_run") => TrainingRunner.Run<T>(c, precision),
            ("programs_nasty", _) => ProgramRunner.Run<T>(c, precision),
            ("optimisers" or "schedulers" or "initialisers", _) => CaseResult.NotSupported(c.Op),
            _ => ArrayRunner.Run<T>(c, precision),
        };
}
