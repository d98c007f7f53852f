namespace WorkedExample;

/// <summary>The rows to train on, and those to test with, which no training sees.</summary>
internal sealed record DigitData(Digit[] Training, Digit[] Test)
{
    internal const string TrainingFile = "optdigits.tra", TestFile = "optdigits.tes";

    internal static DigitData Load(string directory) =>
        new([.. DigitFile.Read(Path.Combine(directory, TrainingFile))], [.. DigitFile.Read(Path.Combine(directory, TestFile))]);
}
