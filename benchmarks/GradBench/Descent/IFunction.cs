using System.Numerics;

namespace GradBench.Descent;

/// <summary>A function of several numbers that is given by numbers of type T, and can be evaluated on any that T can be turned into.</summary>
internal interface IFunction<T>
{
    /// <param name="x">The arguments.</param>
    /// <param name="constant">Makes a number of the kind that the arguments are.</param>
    TNumber Value<TNumber>(ReadOnlySpan<TNumber> x, Func<T, TNumber> constant)
        where TNumber : unmanaged, IFloatingPointIeee754<TNumber>;
}
