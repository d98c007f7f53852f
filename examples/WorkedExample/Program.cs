using Autodiff;

namespace WorkedExample;

/// <summary>
/// f = exp(eˣ + e²ˣ) + sin(eˣ + e²ˣ) step by step: adjoints by the engine beside the symbolic ones, and the graph as a drawing.
/// Then networks: exclusive or and two spirals, drawn with what they have learned. On request handwritten digits: two told apart by logistic
/// regression, all ten by a network.
/// </summary>
public static class Program
{
    private const int Success = 0, Failure = 2;

    internal static int Main(string[] args) => Run(args, Console.Out, Console.Error);

    /// <summary>The program.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="output">Receives results.</param>
    /// <param name="error">Receives one line about a file, or two about the command line, where something is wrong.</param>
    /// <returns>The exit code: 0, or 2 where something is wrong.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        try
        {
            Run(Options.Parse(args), output);
            return Success;
        }
        catch (OptionException wrong)
        {
            error.WriteLine(wrong.Message);
            error.WriteLine(Options.Usage);
            return Failure;
        }
        catch (FileException wrong)
        {
            error.WriteLine(wrong.Message);
            return Failure;
        }
    }

    private static void Run(Options options, TextWriter output)
    {
        if (options.Help)
        {
            output.WriteLine(Options.HelpText);
            return;
        }
        // Read first: a wrong file should not be found after a page of results.
        DigitData? data = options.Digits is null ? null : DigitData.Load(options.Digits);
        DigitPair? pair = data is null ? null : new(data, options.Digits!, options.Pair);
        AdjointTable.Write(Formula.Differentiate(options.X), output);
        Drawing.Write(Autograd.Trace(Formula.F, options.X), options.Out, output);
        TwoLayers.Run(new(options.Seed), output);
        output.WriteLine();
        Drawing.Write(Xor.Train(new(options.Seed), output), "xor", "exclusive or", options.Out, output);
        output.WriteLine();
        Drawing.Write(Spirals.Train(new(options.Seed), options.Quick, output), "spirals", "two spirals", options.Out, output);
        if (data is null || pair is null) { return; }
        DigitTraining.Run(pair, options, output);
        DigitNetwork.Run(data, options, output);
    }
}
