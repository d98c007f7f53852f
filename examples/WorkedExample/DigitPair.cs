namespace WorkedExample;

/// <summary>The rows of two digits, to be told apart.</summary>
internal sealed class DigitPair
{
    private readonly (int A, int B) classes;

    private DigitPair(string directory, (int A, int B) classes)
    {
        this.classes = classes;
        Training = Load(Path.Combine(directory, "optdigits.tra"));
        Test = Load(Path.Combine(directory, "optdigits.tes"));
    }

    internal Digit[] Training { get; }

    internal Digit[] Test { get; }

    internal static DigitPair Load(string directory, (int A, int B) classes) => new(directory, classes);

    /// <summary>0 for the first digit, 1 for the second.</summary>
    internal double LabelOf(Digit digit) => digit.Class == classes.B ? 1 : 0;

    public override string ToString() => $"digits {classes.A} against {classes.B}: {Training.Length} training rows, {Test.Length} test rows";

    private Digit[] Load(string path)
    {
        List<Digit> all = DigitFile.Read(path);
        RequireClass(all, classes.A, path);
        RequireClass(all, classes.B, path);
        return [.. all.Where(digit => digit.Class == classes.A || digit.Class == classes.B)];
    }

    private static void RequireClass(List<Digit> digits, int wanted, string path)
    {
        if (!digits.Exists(digit => digit.Class == wanted)) { throw new FileException($"{path}: no row of class {wanted}"); }
    }
}
