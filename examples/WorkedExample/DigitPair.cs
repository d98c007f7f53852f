namespace WorkedExample;

/// <summary>The rows of two digits, to be told apart.</summary>
internal sealed class DigitPair
{
    private readonly (int A, int B) classes;

    internal DigitPair(DigitData data, string directory, (int A, int B) classes)
    {
        this.classes = classes;
        Training = Select(data.Training, Path.Combine(directory, DigitData.TrainingFile));
        Test = Select(data.Test, Path.Combine(directory, DigitData.TestFile));
    }

    internal Digit[] Training { get; }

    internal Digit[] Test { get; }

    /// <summary>0 for the first digit, 1 for the second.</summary>
    internal double LabelOf(Digit digit) => digit.Class == classes.B ? 1 : 0;

    public override string ToString() => $"digits {classes.A} against {classes.B}: {Training.Length} training rows, {Test.Length} test rows";

    private Digit[] Select(Digit[] all, string path)
    {
        RequireClass(all, classes.A, path);
        RequireClass(all, classes.B, path);
        return [.. all.Where(digit => digit.Class == classes.A || digit.Class == classes.B)];
    }

    private static void RequireClass(Digit[] digits, int wanted, string path)
    {
        if (!Array.Exists(digits, digit => digit.Class == wanted)) { throw new FileException($"{path}: no row of class {wanted}"); }
    }
}
