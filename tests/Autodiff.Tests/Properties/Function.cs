using System.Globalization;

namespace Autodiff.Tests.Properties;

/// <summary>An operation with its parameters: a slope, an order, two edges, the number on the other side of an operator.</summary>
internal readonly record struct Function(Operation Operation, double P = 0, double Q = 0)
{
    internal int Arity => Operation >= Operation.Clamp ? 3 : Operation >= Operation.Add ? 2 : 1;

    /// <summary>The text of a call, infix where C# is.</summary>
    internal string Print(string[] arguments) => Operation switch
    {
        Operation.Add => $"({arguments[0]} + {arguments[1]})",
        Operation.Subtract => $"({arguments[0]} - {arguments[1]})",
        Operation.Multiply => $"({arguments[0]} * {arguments[1]})",
        Operation.Divide => $"({arguments[0]} / {arguments[1]})",
        Operation.Remainder => $"({arguments[0]} % {arguments[1]})",
        Operation.PlusNumber => $"({arguments[0]} + {Number(P)}d)",
        Operation.NumberPlus => $"({Number(P)}d + {arguments[0]})",
        Operation.MinusNumber => $"({arguments[0]} - {Number(P)}d)",
        Operation.NumberMinus => $"({Number(P)}d - {arguments[0]})",
        Operation.TimesNumber => $"({arguments[0]} * {Number(P)}d)",
        Operation.NumberTimes => $"({Number(P)}d * {arguments[0]})",
        Operation.OverNumber => $"({arguments[0]} / {Number(P)}d)",
        Operation.NumberOver => $"({Number(P)}d / {arguments[0]})",
        Operation.ModuloNumber => $"({arguments[0]} % {Number(P)}d)",
        Operation.NumberModulo => $"({Number(P)}d % {arguments[0]})",
        Operation.Negate => $"-{arguments[0]}",
        Operation.Polygamma => $"Polygamma({Number(P)}, {arguments[0]})",
        Operation.LinearCombination => $"({Number(P)}d * {arguments[0]} + {Number(Q)}d * {arguments[1]} + {arguments[2]})",
        Operation.Dot => $"Dot([{arguments[0]}, {arguments[1]}], [{arguments[1]}, {arguments[2]}])",
        Operation.HardTanh => $"HardTanh({arguments[0]}, {Number(P)}, {Number(Q)})",
        Operation.Softplus or Operation.LeakyRelu or Operation.Elu or Operation.RootN or Operation.ScaleB =>
            $"{Operation}({arguments[0]}, {Number(P)})",
        _ => $"{Operation}({string.Join(", ", arguments)})",
    };

    internal static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
