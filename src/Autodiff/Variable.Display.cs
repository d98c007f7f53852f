using System.Diagnostics;
using System.Globalization;
using Autodiff.Diagnostics;

namespace Autodiff;

/// <content>How a value shows itself.</content>
[DebuggerDisplay("{Summary,nq}")]
public readonly partial struct Variable<T>
{
    // What a debugger shows beside a name has one line.
    private string Summary => Absence ?? (Rank == 0 ? ToString() : ArrayText<T>.Header(Shape));

    // What is there instead of a value, if there is none to read.
    private string? Absence
    {
        get
        {
            string name = $"Variable<{ArrayText<T>.ElementName}>";
            if (node is null) { return $"{name}: default, without a value"; }
            if (IsReadableSingle || node.Recording is not { } recording) { return null; }
            if (recording.Epoch != epoch) { return $"{name}: gone with its recording"; }
            return recording.BelongsToThread ? null : $"{name} of another thread's recording";
        }
    }

    /// <summary>
    /// The elements in nested brackets, to six significant digits, and a line with type and shape; of many elements those at the ends of each axis.
    /// A value without axes shows its number in full. Never throws: a value that is gone says so.
    /// </summary>
    public override string ToString() =>
        Absence
        ?? (Rank == 0 ? Value.ToString(null, CultureInfo.InvariantCulture)
            : ArrayText<T>.Of(IsReadableSingle ? Variable.Own([single], Shape).Readable.Elements : Readable.Elements));
}
