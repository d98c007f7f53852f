using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>What makes one result of all the elements along some axes.</summary>
internal interface IReducer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Whether it matters which element comes first.</summary>
    static abstract bool DependsOnOrder { get; }

    /// <summary>The greatest count of a column that is reduced beside others.</summary>
    static abstract int LongestColumn { get; }

    /// <summary>
    /// Reduces columns that stand next to each other, each of <paramref name="count"/> elements a step apart, to as many results from
    /// <paramref name="place"/> on.
    /// </summary>
    void Columns(ref T x, nint step, int count, int columns, int place);

    /// <summary>
    /// The same where the elements of a column stand along several axes, or false: then the columns come one by one.
    /// </summary>
    bool Columns(ref T x, scoped ReadOnlySpan<Axis> reduced, int columns, int place);

    /// <summary>Begins a single result.</summary>
    void Begin();

    /// <summary>Takes the next elements, which stand next to each other.</summary>
    /// <param name="x">The first of them.</param>
    /// <param name="count">How many.</param>
    /// <param name="start">How many came before.</param>
    void Include(ref T x, int count, int start);

    /// <summary>Writes the result that was begun.</summary>
    void End(int place);
}
