using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Autodiff.Recording;

/// <summary>Where operations between two constants record: one node that nobody reads, for every number type.</summary>
internal static unsafe class ConstantTape
{
    // A node grows with the nesting of its number type; memory counts when it is written, and this is room for any that compiles.
    private const int SinkBytes = 1 << 20;

    // Not readonly and without initializer: then there is no class constructor, and no operator checks whether it has run.
    internal static void* Address;
    internal static void* Sink;

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Must precede the compilation of any operator.")]
    internal static void Allocate()
    {
        // The layout of a head does not depend on T before its pointers, so one page serves every T.
        Sink = NativeMemory.AllocZeroed(SinkBytes);
        ScalarTape<double>* tape = (ScalarTape<double>*)NativeMemory.AllocZeroed((nuint)sizeof(ScalarTape<double>));
        tape->Adjoints = (double*)Sink;
        ScalarTape<double>.Close(tape);
        Address = tape;
    }
}
