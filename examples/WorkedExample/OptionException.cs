namespace WorkedExample;

/// <summary>The command line is wrong.</summary>
internal sealed class OptionException(string message) : Exception(message);
