namespace Autodiff;

/// <summary>Two shapes that an operation needs to fit do not.</summary>
public sealed class ShapeMismatchException : ArgumentException
{
    /// <summary>An error with a text only.</summary>
    public ShapeMismatchException()
    {
    }

    /// <summary>An error with a text only.</summary>
    public ShapeMismatchException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a text and its cause.</summary>
    public ShapeMismatchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error that carries both shapes.</summary>
    public ShapeMismatchException(string message, Shape actual, Shape expected)
        : base(message)
    {
        Actual = actual;
        Expected = expected;
    }

    /// <summary>The shape that came; of two operands, the first.</summary>
    public Shape? Actual { get; }

    /// <summary>The shape that it should fit; of two operands, the second.</summary>
    public Shape? Expected { get; }
}
