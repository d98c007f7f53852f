namespace GradBench.Protocol;

/// <summary>What was asked for cannot be computed: the message says why, and goes out as the answer.</summary>
internal sealed class InputException(string message) : Exception(message)
{
    internal static void Require(bool condition, string message)
    {
        if (!condition) { throw new InputException(message); }
    }
}
