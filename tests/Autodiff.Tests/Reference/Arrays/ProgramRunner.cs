using System.Numerics;

namespace Autodiff.Tests.Reference.Arrays;

/// <summary>Programs that are hard on a tape, by their names.</summary>
internal static class ProgramRunner
{
    public static CaseResult Run<T>(VectorCase c, Precision precision)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        string name = c.Settings.Text("name") ?? c.Op;
        Variable<T>[] stored = ArrayRunner.Leaves<T>(c.Inputs, c.Tracked);
        if (name is "loss accumulates over two losses" or "backward twice with a kept graph") { return Accumulated(c, stored[0], name, precision); }
        using (Autograd.Record())
        {
            Variable<T>? result = Programs.Apply(name, stored) ?? Statements.Run(c.Settings.Text("code") ?? string.Empty, c.Names, stored);
            return result is { } output ? ArrayRunner.Compare(c, stored, [output], precision) : CaseResult.NotSupported(name);
        }
    }

    // Sweeps that add to the attached gradient.
    private static CaseResult Accumulated<T>(VectorCase c, Variable<T> x, string name, Precision precision)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x.AttachGradient(GradientRequest.Add);
        Check check = new();
        using (Autograd.Record())
        {
            if (name == "backward twice with a kept graph")
            {
                Variable<T> cubes = Variable.Sum(Variable.Pow(x, 3.0));
                cubes.Backward(retainGraph: true);
                cubes.Backward();
            }
            else
            {
                Variable<T> squares = Variable.Sum(Variable.Square(x)), sines = Variable.Sum(Variable.Sin(x));
                squares.Backward(retainGraph: true);
                sines.Backward();
            }
        }

        check.ThatAny("grads", [VectorArray.Of(x.Gradient)], c.Gradients, alternative: null, precision.FirstOrder(c));
        return check.Result;
    }
}
