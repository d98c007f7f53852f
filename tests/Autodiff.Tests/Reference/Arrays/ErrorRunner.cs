using System.Diagnostics;
using System.Numerics;
using Autodiff.Nn;

namespace Autodiff.Tests.Reference.Arrays;

/// <summary>What must be refused: with an exception that says what is wrong, not by a fault on the way.</summary>
internal static class ErrorRunner
{
    public static CaseResult Run<T>(VectorCase c)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Variable<T>[] stored = ArrayRunner.Leaves<T>(c.Inputs, c.Tracked);
        try
        {
            using (Autograd.Record())
            {
                bool known = Sweep(c.Op, stored) ?? Optimizer(c, stored) ?? Operations.Apply(Call<T>.Of(c, stored) with { MayCompose = false }) != null;
                return known ? new(Outcome.Failed, $"{c.Op} went through: {c.Settings.Text("why")}") : CaseResult.NotSupported(c.Op);
            }
        }
        catch (NotSupportedException exception)
        {
            return CaseResult.NotSupported($"{c.Op}: {exception.Message}");
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            bool isClear = exception.Message.Length > 20 && ComesFromTheLibrary(exception);
            return new(isClear ? Outcome.Passed : Outcome.Failed, $"not refused with a message of its own: {exception}");
        }
    }

    private static bool ComesFromTheLibrary(Exception exception) =>
        new StackTrace(exception).GetFrames().Select(frame => frame.GetMethod()?.DeclaringType?.Assembly)
            .First(assembly => assembly == typeof(Variable).Assembly || assembly == typeof(Losses).Assembly || assembly == typeof(ErrorRunner).Assembly)
        != typeof(ErrorRunner).Assembly;

    private static bool? Optimizer<T>(VectorCase c, Variable<T>[] stored)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        c.Op == "optimizer" ? TrainingRunner.OptimizerOf(c.Settings.Text("name"), c.Settings, [new Parameter<T>("x", stored[0])]) is not null : null;

    // Errors of sweeps, each as the case describes it; null for another case.
    private static bool? Sweep<T>(string name, Variable<T>[] stored)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T two = T.CreateTruncating(2);
        switch (name)
        {
            case "backward_non_scalar":
                (stored[0] * two).Backward();
                return true;
            case "backward_twice_freed":
                Variable<T> squares = Variable.Sum(stored[0] * stored[0]);
                squares.Backward();
                squares.Backward();
                return true;
            case "backward_no_grad":
                Variable.Sum(stored[0].Detach() * two).Backward();
                return true;
            case "cotangent_shape":
                Autograd.Backward([stored[0] * two], [Variable.Ones<T>(2)]);
                return true;
            case "inplace_saved":
                Variable.Exp(stored[0]).Update(new T[2]);
                return true;
            case "inplace_leaf":
                stored[0].Update(new T[2]);
                return true;
            default:
                return null;
        }
    }
}
