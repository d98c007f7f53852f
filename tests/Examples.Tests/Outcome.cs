using WorkedExample;

namespace Examples.Tests;

/// <summary>What a run of the program left.</summary>
internal sealed record Outcome(int Code, string Output, string Error)
{
    internal string[] Lines => LinesOf(Output);

    internal string[] ErrorLines => LinesOf(Error);

    internal static Outcome Of(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int code = Program.Run(args, output, error);
        return new(code, output.ToString(), error.ToString());
    }

    private static string[] LinesOf(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
