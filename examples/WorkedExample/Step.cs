using Autodiff;

namespace WorkedExample;

/// <summary>One step of the formula after the sweep.</summary>
/// <param name="Name">Its letter.</param>
/// <param name="Code">How it is recorded.</param>
/// <param name="Value">Its value.</param>
/// <param name="Adjoint">The derivative of f by it, from the engine.</param>
/// <param name="Symbolic">The same, derived by hand.</param>
internal sealed record Step(string Name, string Code, double Value, double Adjoint, double Symbolic)
{
    internal Step(string name, string code, Scalar<double> number, double symbolic)
        : this(name, code, number.Value, number.Gradient, symbolic)
    {
    }
}
