using System.Diagnostics;
using System.Globalization;

namespace ScalarTape;

/// <summary>
/// Another program that times the same functions. It reads a name a line and answers <c>name value_ns gradient_ns mode check</c>, so that
/// both can be timed in turns.
/// </summary>
internal sealed class Peer : IDisposable
{
    private readonly Process process;

    internal Peer(string command)
    {
        string[] words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        ProcessStartInfo start = new(words[0], words[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        process = Process.Start(start) ?? throw new InvalidOperationException($"{command} does not start.");
    }

    internal (double Value, double Gradient, string Mode, double Check) Ask(string name)
    {
        process.StandardInput.WriteLine(name);
        process.StandardInput.Flush();
        string line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The peer has stopped.");
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (Number(words[1]), Number(words[2]), words[3], Number(words[4]));
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
