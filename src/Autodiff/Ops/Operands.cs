using System.Numerics;
using Autodiff.Kernels;
using Autodiff.Recording;

namespace Autodiff.Ops;

/// <summary>The arrays that a rule is applied to.</summary>
internal readonly ref struct Operands<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ref readonly Inputs<T> inputs;

    internal Operands(ref readonly Inputs<T> inputs) => this.inputs = ref inputs;

    internal int Count => inputs.Count;

    internal Elements<T> this[int index] => inputs[index].Elements;

    internal Shape Shape(int index) => inputs[index].Shape;
}
