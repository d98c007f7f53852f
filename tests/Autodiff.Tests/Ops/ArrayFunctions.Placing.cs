namespace Autodiff.Tests.Ops;

/// <content>Elements put at places, looked up, dropped, framed by their own, and put in order.</content>
internal static partial class ArrayFunctions
{
    public sealed class Scatter(int axis, Indices indices) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Scatter(x[0], axis, indices, x[1]);
    }

    public sealed class Embedding(Indices indices, int? padding = null) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Embedding(x[0], indices, padding);
    }

    public sealed class MaskedSelect(Grid mask) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.MaskedSelect(x[0], mask.ToVariable<T>());
    }

    public sealed class ElementsAt(params Indices[] indices) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.ElementsAt(x[0], indices);
    }

    /// <summary>With the same numbers by chance at each call.</summary>
    public sealed class Dropout(double rate, bool trains = true) : IArrayFunction
    {
        public const int Seed = 3;

        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x)
        {
            using (trains ? Autograd.TrainMode() : Autograd.PredictMode()) { return Variable.Dropout(x[0], rate, new Random(Seed)); }
        }
    }

    public sealed class PadInMode((int Before, int After)[] padding, PaddingMode mode) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Pad(x[0], padding, mode);
    }

    public sealed class RollOfAxes(int[] shifts, int[] axes) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Roll(x[0], shifts, axes);
    }

    public sealed class RepeatInterleaveEach(int[] counts, int axis) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.RepeatInterleave(x[0], counts, axis);
    }

    /// <summary>One of the coordinates.</summary>
    public sealed class Meshgrid(int which) : IArrayFunction { Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Meshgrid(x)[which]; }

    public sealed class Sort(int axis = -1, bool descending = false) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.Sort(x[0], axis, descending).Values;
    }

    public sealed class TopK(int count, int axis = -1, bool largest = true, bool sorted = true) : IArrayFunction
    {
        Variable<T> IArrayFunction.Of<T>(ReadOnlySpan<Variable<T>> x) => Variable.TopK(x[0], count, axis, largest, sorted).Values;
    }
}
