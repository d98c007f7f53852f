using System.Globalization;

namespace WorkedExample;

/// <summary>What the command line asks for.</summary>
internal sealed class Options
{
    internal const string Usage = "usage: WorkedExample [--x VALUE] [--out DIR] [--seed N] [--digits DIR [--pair A,B]] [--quick] [--help]";

    internal const string HelpText =
        $"""
        {Usage}

          --x VALUE     where to differentiate f = exp(exp x + exp(x)^2) + sin(exp x + exp(x)^2); 0.25 if not given
          --out DIR     where to write the pictures; artifacts/worked-example if not given
          --seed N      the seed of every training; 1 if not given
          --digits DIR  also train on the handwritten digits in optdigits.tra and optdigits.tes
          --pair A,B    which two digits to tell apart first; 0,1 if not given
          --quick       train for a few steps only
        """;

    internal double X { get; private set; } = 0.25;

    internal string Out { get; private set; } = Path.Combine("artifacts", "worked-example");

    internal string? Digits { get; private set; }

    internal (int A, int B) Pair { get; private set; } = (0, 1);

    internal int Seed { get; private set; } = 1;

    internal bool Quick { get; private set; }

    internal bool Help { get; private set; }

    internal static Options Parse(string[] args)
    {
        Options options = new();
        Queue<string> rest = new(args);
        while (rest.TryDequeue(out string? option)) { options.Read(option, rest); }
        if (options is { Digits: null, Help: false } && args.Contains("--pair")) { throw new OptionException("--pair needs --digits"); }
        return options;
    }

    private void Read(string option, Queue<string> rest)
    {
        switch (option)
        {
            case "--x": X = Number(Value(option, rest)); break;
            case "--out": Out = Value(option, rest); break;
            case "--digits": Digits = Value(option, rest); break;
            case "--pair": Pair = TwoDigits(Value(option, rest)); break;
            case "--seed": Seed = Integer(Value(option, rest)); break;
            case "--quick": Quick = true; break;
            case "--help": Help = true; break;
            default: throw new OptionException($"unknown option '{option}'");
        }
    }

    private static string Value(string option, Queue<string> rest) =>
        rest.TryDequeue(out string? value) && value.Length > 0 && !value.StartsWith("--", StringComparison.Ordinal)
            ? value : throw new OptionException($"{option} needs a value");

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number : throw new OptionException($"--x needs a finite number, not '{text}'");

    private static int Integer(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            ? number : throw new OptionException($"--seed needs an integer, not '{text}'");

    private static (int A, int B) TwoDigits(string text) =>
        text is [>= '0' and <= '9', ',', >= '0' and <= '9'] && text[0] != text[2]
            ? (text[0] - '0', text[2] - '0') : throw new OptionException($"--pair needs two different digits such as 3,8, not '{text}'");
}
