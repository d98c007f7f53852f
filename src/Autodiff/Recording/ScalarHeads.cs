using System.Numerics;
using System.Runtime.InteropServices;

namespace Autodiff.Recording;

/// <summary>A ring of heads. A block takes the next one when it has used up the 2³¹ node indices of the last.</summary>
/// <remarks>An index is met again only on the same head, so after 65,536 rounds of 2³¹ nodes: days of recording and nothing else.</remarks>
internal sealed unsafe class ScalarHeads<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Length = 1 << 16;

    private readonly ScalarTape<T>* heads = (ScalarTape<T>*)NativeMemory.AllocZeroed(Length, (nuint)sizeof(ScalarTape<T>));
    private int next;

    internal ScalarTape<T>* Next()
    {
        ScalarTape<T>* head = heads + (next++ & (Length - 1));
        head->LastCount = 2;    // index 0 is that of constants, and 1 marks a list of terms
        return head;
    }
}
