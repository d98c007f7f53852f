using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using static Autodiff.Variable;

namespace Autodiff.Tests.Reference.Arrays;

/// <summary>
/// Formulas as the vectors write them, computed while they are read: x0^x1 + atan2(x0, x1), tanh(X W^T + b), where(x > 0, sqrt(x), 0).
/// Two values side by side are a matrix product. What is not understood is a <see cref="NotSupportedException"/>.
/// </summary>
internal sealed partial class Expression<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly IReadOnlyDictionary<string, Variable<T>> names;
    private readonly string[] tokens;
    private int next;

    private Expression(string text, IReadOnlyDictionary<string, Variable<T>> names)
    {
        this.names = names;
        tokens = [.. Token().Matches(text).Select(match => match.Groups[1].Value), string.Empty];
    }

    private string Current => tokens[next];

    /// <summary>The value of a formula of some names.</summary>
    public static Variable<T> Of(string text, IReadOnlyDictionary<string, Variable<T>> names)
    {
        Expression<T> expression = new(text, names);
        Variable<T> value = expression.Comparison();
        return expression.Current.Length == 0 ? value : throw expression.NotUnderstood();
    }

    private Variable<T> Comparison()
    {
        Variable<T> left = Sum();
        if (Takes(">")) { return left > Sum(); }
        return Takes("<") ? left < Sum() : left;
    }

    private Variable<T> Sum()
    {
        Variable<T> sum = Product();
        while (Current is "+" or "-") { sum = Takes("+") ? sum + Product() : Takes("-") ? sum - Product() : throw NotUnderstood(); }
        return sum;
    }

    private Variable<T> Product()
    {
        Variable<T> product = Signed();
        while (Current is "*" or "/" or "@")
        {
            product = Takes("*") ? product * Signed() : Takes("/") ? product / Signed() : Takes("@") ? MatMul(product, Signed()) : throw NotUnderstood();
        }

        return product;
    }

    private Variable<T> Signed() => Takes("-") ? -Signed() : MatrixProduct();

    private Variable<T> MatrixProduct()
    {
        Variable<T> product = Power();
        while (Current.Length > 0 && (char.IsLetter(Current[0]) || Current == "(")) { product = MatMul(product, Power()); }
        return product;
    }

    private Variable<T> Power()
    {
        Variable<T> value = Part();
        if (!Takes("^") && !Takes("**")) { return value; }
        return Takes("T") ? value.Transpose() : Pow(value, Takes("-") ? -Part() : Part());
    }

    private Variable<T> Part()
    {
        Variable<T> value = Atom();
        while (true)
        {
            if (Takes("."))
            {
                Expect("T");
                value = value.Transpose();
            }
            else if (Takes("["))
            {
                value = Indexed(value);
            }
            else
            {
                return value;
            }
        }
    }

    // x[1], x[:-1] or x[::2]
    private Variable<T> Indexed(Variable<T> value)
    {
        List<int?> bounds = [Integer()];
        while (Takes(":")) { bounds.Add(Integer()); }
        Expect("]");
        return bounds is [int index] ? value[index < 0 ? ^-index : index] : Views.Slice(value, 0, bounds[0], bounds[1], bounds.Count > 2 ? bounds[2] ?? 1 : 1);
    }

    private int? Integer()
    {
        bool isNegative = Takes("-");
        if (!int.TryParse(Current, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) { return null; }
        next++;
        return isNegative ? -number : number;
    }

    private Variable<T> Atom()
    {
        string token = tokens[next++];
        if (token == "(")
        {
            Variable<T> inner = Comparison();
            Expect(")");
            return inner;
        }

        if (names.TryGetValue(token, out Variable<T> named)) { return named; }
        if (double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)) { return T.CreateTruncating(number); }
        if (Takes("(")) { return Function(token, Arguments()); }
        if (token.Length > 1 && names.TryGetValue(token[..1], out Variable<T> vector) && int.TryParse(token[1..], out int index)) { return vector[index]; }
        throw new NotSupportedException(token);
    }

    private Variable<T>[] Arguments()
    {
        List<Variable<T>> arguments = [Comparison()];
        while (Takes(",")) { arguments.Add(Comparison()); }
        Expect(")");
        return [.. arguments];
    }

    private static Variable<T> Function(string name, Variable<T>[] x) => name switch
    {
        "detach" or "stop_gradient" => x[0].Detach(),
        "copy" => x[0],
        "max" when x.Length == 2 => Maximum(x[0], x[1]),
        "min" when x.Length == 2 => Minimum(x[0], x[1]),
        _ => Operations.ApplyToOne(new Call<T>(name, default, x)) ?? throw new NotSupportedException(name),
    };

    private bool Takes(string token)
    {
        bool isNext = Current == token;
        if (isNext) { next++; }
        return isNext;
    }

    private void Expect(string token)
    {
        if (!Takes(token)) { throw NotUnderstood(); }
    }

    private NotSupportedException NotUnderstood() => new($"{string.Concat(tokens[..next])} ... {Current}");

    [GeneratedRegex(@"\s*(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|[A-Za-z_]\w*|\*\*|\S)")]
    private static partial Regex Token();
}
