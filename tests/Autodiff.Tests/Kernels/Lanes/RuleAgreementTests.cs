using System.Numerics;
using Xunit;

namespace Autodiff.Tests.Kernels.Lanes;

/// <summary>Every rule of the assembly gives over lanes of every width what it gives for one number.</summary>
public sealed class RuleAgreementTests
{
    private const int ValueUlps = 6;

    public static TheoryData<int, string> Rules
    {
        get
        {
            TheoryData<int, string> data = [];
            for (int i = 0; i < RuleCase.All.Count; i++) { data.Add(i, RuleCase.All[i].Name); }
            return data;
        }
    }

    [Fact]
    public void The_rules_are_found()
    {
        string[] names = [.. RuleCase.All.Select(rule => rule.Name).Distinct()];
        Assert.True(names.Length > 60, $"only {names.Length} rules");
        Assert.Contains("Tanh", names);
        Assert.Contains("Atan2", names);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Values_and_derivatives_agree_at_special_points(int index, string name)
    {
        Assert.NotNull(name);
        AtSpecialPoints<double>(RuleCase.All[index]);
        AtSpecialPoints<float>(RuleCase.All[index]);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Values_and_derivatives_agree_at_ordinary_points(int index, string name)
    {
        Assert.NotNull(name);
        AtOrdinaryPoints<double>(RuleCase.All[index]);
        AtOrdinaryPoints<float>(RuleCase.All[index]);
    }

    private static void AtSpecialPoints<T>(RuleCase rule)
        where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        T[] special = Closeness.Special<T>();
        T[] b = rule.IsBinary ? [.. special.SelectMany(_ => special)] : special;
        T[] a = rule.IsBinary ? [.. special.SelectMany(x => special.Select(_ => x))] : special;
        Check(rule, a, b, slack: 0);
    }

    // Terms of some rules cancel somewhere, and the error is then an ulp of the terms, of size 1 or so.
    private static void AtOrdinaryPoints<T>(RuleCase rule)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Check(rule, Closeness.Ordinary<T>(300, 1), Closeness.Ordinary<T>(300, 2), slack: 4);

    private static void Check<T>(RuleCase rule, T[] a, T[] b, int slack)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] expected = [.. a.Zip(b, rule.Value)];
        T[] y = new T[a.Length], adjoint = new T[a.Length], ones = [.. a.Select(_ => T.One)];
        foreach (LaneWidth<T> width in LaneWidth<T>.All)
        {
            rule.Forward<T>(width, a, b, y);
            for (int i = 0; i < a.Length; i++)
            {
                Assert.True(Closeness.Agree(y[i], expected[i], ValueUlps, slack), $"{width} {rule}({a[i]:R}, {b[i]:R}) = {y[i]:R}, alone {expected[i]:R}");
            }
            for (int side = 0; side < (rule.IsBinary ? 2 : 1); side++)
            {
                rule.Backward<T>(width, side, a, b, expected, ones, adjoint, accumulate: false);
                for (int i = 0; i < a.Length; i++)
                {
                    T alone = rule.Derivative(side, a[i], b[i], expected[i]);
                    Assert.True(
                        Closeness.Agree(adjoint[i], alone, ValueUlps, slack),
                        $"{width} d{side} {rule}({a[i]:R}, {b[i]:R}) = {adjoint[i]:R}, alone {alone:R}");
                }
            }
        }
    }
}
