using System.Numerics;

namespace Autodiff.Tests.Reference.Arrays;

/// <summary>An operation of the vectors by its name, with its settings and its inputs as they are handed to it: views and aliases are made.</summary>
/// <param name="Op">The name.</param>
/// <param name="Settings">The settings.</param>
/// <param name="X">The inputs as recorded arrays; indices and masks are numbers, too.</param>
internal sealed record Call<T>(string Op, Settings Settings, Variable<T>[] X)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // What inputs behind the first are called, so that one of these names is not taken for another input.
    private static readonly string[] OptionalInputs =
        ["weight", "bias", "mask", "running_mean", "running_var", "in_proj_bias", "out_proj_weight", "out_proj_bias"];

    public Variable<T> A => X[0];

    public Variable<T> B => X[1];

    /// <summary>Whether reductions keep their axes with length 1.</summary>
    public bool KeepsAxes { get; init; } = Settings.Flag("keepdim");

    /// <summary>The names of the inputs; none where views and aliases make other inputs of them.</summary>
    public string?[] Names { get; init; } = [];

    /// <summary>Which inputs are truths.</summary>
    public bool[] Truths { get; init; } = [];

    /// <summary>An input by its name, or by its place where no name speaks against it; null where it is absent.</summary>
    public Variable<T>? Input(string name, int place)
    {
        if (Array.IndexOf(Names, name) is var found and >= 0) { return X[found]; }
        bool isOther = place < Names.Length && OptionalInputs.Contains(Names[place]);
        return place < X.Length && !isOther ? X[place] : null;
    }

    /// <summary>An input that holds indices.</summary>
    public Indices Indices(int input) => Autodiff.Indices.Create([.. X[input].ToArray().Select(int.CreateChecked)], X[input].Shape.Lengths);

    /// <summary>Indices, of which one alone counts as a list.</summary>
    public Indices IndicesInList(int input) =>
        X[input].Rank > 0 ? Indices(input) : Autodiff.Indices.Of([int.CreateChecked(X[input].Value)]);

    /// <summary>A setting as a number of the arrays.</summary>
    public T Number(string key, double byDefault) => T.CreateTruncating(Settings.Number(key, byDefault));

    /// <summary>Whether an operation that does not exist may be put together from others.</summary>
    public bool MayCompose { get; init; } = true;

    /// <summary>The operation of a case on its stored arrays.</summary>
    public static Call<T> Of(VectorCase c, Variable<T>[] stored)
    {
        Variable<T>[] seen = Views.Of(c.Settings, stored);
        return new(c.Op, c.Settings, seen) { Names = seen.Length == stored.Length ? c.Names : [], Truths = c.Truths };
    }
}
