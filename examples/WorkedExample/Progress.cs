using System.Globalization;

namespace WorkedExample;

/// <summary>Shows how far a training is: on a terminal one line that is rewritten, else a few lines.</summary>
internal sealed class Progress(string name, string unit, int steps, TextWriter output)
{
    private const int Lines = 5, Rewrites = 100, BarLength = 30;

    private readonly bool isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;

    /// <summary>Shows a step, from 1, if it is one of those to be shown.</summary>
    internal void Show(int step, double loss)
    {
        int every = Math.Max(1, steps / (isTerminal ? Rewrites : Lines));
        if (step % every != 0 && step != steps) { return; }
        string line = string.Create(CultureInfo.InvariantCulture, $"{name}: {unit} {step} of {steps}, loss {loss:F6}");
        if (!isTerminal)
        {
            output.WriteLine(line);
            return;
        }
        int done = BarLength * step / steps;
        output.Write($"\r[{new string('#', done)}{new string('.', BarLength - done)}] {line}");
        if (step == steps) { output.WriteLine(); }
    }
}
