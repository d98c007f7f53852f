using System.Numerics;
using System.Text;
using Xunit;
using Xunit.Abstractions;

namespace Autodiff.Tests.Errors;

/// <summary>
/// Every public operation with malformed input of every kind, made from what its signature says: only documented exceptions, which say what is
/// wrong, and a recording that has not noticed.
/// </summary>
public sealed class ErrorTests(ITestOutputHelper output)
{
    private const int LeastRefused = 2000;
    private const int RandomCalls = 60;
    private const int MostShown = 40;

    private static readonly Type[] Documented =
    [
        typeof(ArgumentException), typeof(ArgumentNullException), typeof(ArgumentOutOfRangeException), typeof(ShapeMismatchException),
        typeof(InvalidOperationException), typeof(NotSupportedException),
    ];

    // What an operation is made of, where that refuses the input.
    private static readonly Dictionary<string, string[]> Parts = new()
    {
        ["[]"] = ["Indices"],
        ["Clamp"] = ["AtLeast", "AtMost"],
        ["MaskedFill"] = ["Where"],
        ["Gradient"] = ["Backward"],
        ["MultiHead"] = ["ScaledDotProductAttention"],
        ["MultiHeadWithWeights"] = ["AttentionWeights"],
        ["RnnCell"] = ["Rnn"],
    };

    [Fact]
    public void Malformed_input_is_refused_with_a_documented_exception_and_leaves_the_recording_as_it_was()
    {
        int refused = Refuses<double>() + Refuses<float>();
        Assert.True(refused >= LeastRefused, $"only {refused} inputs were refused");
    }

    private int Refuses<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        byte[] expected = Undisturbed<T>();
        HashSet<string> failures = [];
        int calls = 0, refused = 0, operations = 0;
        foreach (PublicOperation operation in PublicOperation.All<T>())
        {
            operations++;
            foreach (Argument[] arguments in Calls<T>(operation))
            {
                calls++;
                string call = $"{operation.Display} of {string.Join("; ", arguments.Select(argument => argument.Text))}";
                using (Autograd.Record())
                {
                    ReferenceProgram<T> program = new();
                    Exception? error = Record.Exception(() => operation.Call([.. arguments.Select(argument => argument.Make())]));
                    if (error is null)
                    {
                        if (arguments.Any(argument => argument.IsRefused)) { failures.Add($"{call}: was taken"); }
                        continue;
                    }
                    refused++;
                    if (Flaw(operation, error) is { } flaw) { failures.Add($"{call}: {flaw}"); }
                    if (!program.Finish().SequenceEqual(expected)) { failures.Add($"{call}: the next sweep is another after {error.Message}"); }
                }
            }
        }
        output.WriteLine($"{typeof(T).Name}: {operations} operations, {calls} calls, {refused} refused");
        foreach (string failure in failures) { output.WriteLine(failure); }
        Assert.True(failures.Count == 0, $"{failures.Count} of {calls} calls:\n{string.Join('\n', failures.Take(MostShown))}");
        return refused;
    }

    private static byte[] Undisturbed<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using (Autograd.Record()) { return new ReferenceProgram<T>().Finish(); }
    }

    // Every argument of every parameter beside ordinary ones, and then any with any; always the same.
    private static IEnumerable<Argument[]> Calls<T>(PublicOperation operation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // Roll moves an axis twice that is named twice; all others refuse it.
        bool mayRepeatAxes = operation.Name == nameof(Variable.Roll);
        Argument[][] choices = [.. operation.Parameters.Select(parameter => Argument.For<T>(mayRepeatAxes ? "" : parameter.Name, parameter.Type))];
        if (operation.Parameters is [("this", { IsClass: true }), ..]) { choices[0] = [.. choices[0].Where(argument => argument.Make() is not null)]; }
        for (int place = 0; place < choices.Length; place++)
        {
            foreach (Argument argument in choices[place]) { yield return [.. choices.Select((choice, i) => i == place ? argument : choice[0])]; }
        }
        Random random = new(Encoding.UTF8.GetBytes(operation.Display).Sum(letter => letter));
        for (int k = 0; k < RandomCalls && choices.Length > 1; k++) { yield return [.. choices.Select(choice => choice[random.Next(choice.Length)])]; }
    }

    private static string? Flaw(PublicOperation operation, Exception error)
    {
        if (!Documented.Contains(error.GetType())) { return $"{error.GetType().Name}: {error}"; }
        if (error is ShapeMismatchException mismatch && !(error.Message.Contains($"{mismatch.Actual}", StringComparison.Ordinal)
            && error.Message.Contains($"{mismatch.Expected}", StringComparison.Ordinal)))
        {
            return $"the message does not name the shapes: {error.Message}";
        }
        return NamesWhatIsWrong(operation, error) ? null : $"the message does not name the operation: {error.GetType().Name} {error.Message}";
    }

    // The operation by its name, or by that of the operation it is made of. What is wrong with a value whatever is done to it, and with a shape
    // before there is a value, is said of the value or the shape; what is null or negative, of the parameter.
    private static bool NamesWhatIsWrong(PublicOperation operation, Exception error)
    {
        string[] names =
        [
            operation.Name, .. Parts.GetValueOrDefault(operation.Name, []),
            "The value ", "The Variable<", "The shape [", "A shape of ", "The result of the function",
        ];
        return names.Any(name => error.Message.Contains(name, StringComparison.Ordinal))
            || (error is ArgumentException { ParamName: { } parameter } && operation.Parameters.Any(own => own.Name == parameter));
    }
}
