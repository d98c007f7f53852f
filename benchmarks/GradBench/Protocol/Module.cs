namespace GradBench.Protocol;

/// <summary>An eval: its functions by name, each of which prepares an input and returns what is to be timed.</summary>
internal sealed class Module
{
    private Module(string name, IReadOnlyDictionary<string, Func<Input, Func<object>>> functions) => (Name, Functions) = (name, functions);

    internal string Name { get; }

    internal IReadOnlyDictionary<string, Func<Input, Func<object>>> Functions { get; }

    /// <summary>A module whose functions share the way in which they read their input.</summary>
    internal static Module Of<TEval>(string name, Func<Input, TEval> prepare, params (string Name, Func<TEval, object> Run)[] functions) =>
        new(name, functions.ToDictionary(function => function.Name, function => new Func<Input, Func<object>>(input =>
        {
            TEval eval = prepare(input);
            return () => function.Run(eval);
        })));
}
