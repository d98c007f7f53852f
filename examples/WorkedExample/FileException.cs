namespace WorkedExample;

/// <summary>A file is missing, malformed or cannot be written; the message is one line that begins with its name.</summary>
internal sealed class FileException(string message) : Exception(message);
