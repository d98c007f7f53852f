using System.Numerics;

namespace Autodiff.Tests.Reference.Arrays;

/// <summary>An operation of the vectors by its name, with its settings and its inputs as they are handed to it: views and aliases are made.</summary>
/// <param name="Op">The name.</param>
/// <param name="Settings">The settings.</param>
/// <param name="X">The inputs as recorded arrays; indices and masks are numbers, too.</param>
internal sealed record Call<T>(string Op, Settings Settings, Variable<T>[] X)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Variable<T> A => X[0];

    public Variable<T> B => X[1];

    /// <summary>Whether reductions keep their axes with length 1.</summary>
    public bool KeepsAxes { get; init; } = Settings.Flag("keepdim");

    /// <summary>An input that holds indices.</summary>
    public Indices Indices(int input) => Autodiff.Indices.Create([.. X[input].ToArray().Select(int.CreateChecked)], X[input].Shape.Lengths);

    /// <summary>A setting as a number of the arrays.</summary>
    public T Number(string key, double byDefault) => T.CreateTruncating(Settings.Number(key, byDefault));

    /// <summary>Whether an operation that does not exist may be put together from others.</summary>
    public bool MayCompose { get; init; } = true;

    /// <summary>The operation of a case on its stored arrays.</summary>
    public static Call<T> Of(VectorCase c, Variable<T>[] stored)
    {
        Variable<T>[] seen = Views.Of(c.Settings, stored);
        return new(c.Op, c.Settings, seen);
    }
}
