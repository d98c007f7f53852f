namespace Autodiff;

/// <summary>A sweep met a derivative that is not finite (<see cref="Autograd.DetectAnomalies"/>).</summary>
public sealed class AnomalyException : ArithmeticException
{
    /// <summary>An error with a text only.</summary>
    public AnomalyException()
    {
    }

    /// <summary>An error with a text only.</summary>
    public AnomalyException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a text and its cause.</summary>
    public AnomalyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal AnomalyException(string message, string operation, string location)
        : base(message)
    {
        Operation = operation;
        Location = location;
    }

    /// <summary>The operation, with its parameters.</summary>
    public string? Operation { get; }

    /// <summary>The line that recorded it, or the method where no line is known.</summary>
    public string? Location { get; }
}
