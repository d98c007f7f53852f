using Autodiff.Diagnostics;

namespace Autodiff.Ops;

/// <summary>An equation of the summation convention, as in <c>ij,jk->ik</c>, with a label for each axis of its operands and of its result.</summary>
/// <param name="Operands">The labels of each operand.</param>
/// <param name="Result">The labels of the result.</param>
/// <param name="Lengths">The length that each label stands for.</param>
internal sealed record SummationEquation(int[][] Operands, int[] Result, int[] Lengths)
{
    // Capitals, then small letters, as they are sorted; behind them the axes of the ellipsis, counted from the last one.
    private const int Letters = 52;
    private const int Labels = Letters + 32;

    private const string Ellipsis = "...";
    private const string Arrow = "->";

    /// <summary>Reads an equation for operands of these shapes.</summary>
    internal static SummationEquation Parse(string equation, Shape[] shapes)
    {
        int arrow = equation.IndexOf(Arrow, StringComparison.Ordinal);
        string[] terms = (arrow < 0 ? equation : equation[..arrow]).Split(',');
        if (terms.Length != shapes.Length) { Throw.EinsumOperands(equation, terms.Length, shapes.Length); }
        int[][] operands = new int[shapes.Length][];
        int hidden = 0;
        for (int i = 0; i < operands.Length; i++)
        {
            int[] named = Read(terms[i], equation, out int ellipsis);
            int unnamed = shapes[i].Rank - named.Length;
            if (unnamed < 0 || (unnamed > 0 && ellipsis < 0)) { Throw.EinsumAxes(equation, terms[i].Trim(), i, named.Length, shapes[i]); }
            operands[i] = WithHidden(named, ellipsis, unnamed);
            hidden = Math.Max(hidden, unnamed);
        }
        int[] result = arrow < 0 ? Implied(operands, hidden) : ReadResult(equation[(arrow + Arrow.Length)..], equation, hidden);
        RequireResult(equation, operands, result);
        return new(operands, result, LengthsOf(equation, operands, shapes));
    }

    private static int[] Read(string term, string equation, out int ellipsis)
    {
        List<int> labels = [];
        ellipsis = -1;
        for (int i = 0; i < term.Length; i++)
        {
            char letter = term[i];
            if (char.IsAsciiLetter(letter)) { labels.Add(char.IsAsciiLetterUpper(letter) ? letter - 'A' : letter - 'a' + (Letters / 2)); }
            else if (ellipsis < 0 && term.AsSpan(i).StartsWith(Ellipsis))
            {
                ellipsis = labels.Count;
                i += Ellipsis.Length - 1;
            }
            else if (!char.IsWhiteSpace(letter)) { Throw.EinsumCharacter(equation, letter, ellipsis >= 0); }
        }
        return [.. labels];
    }

    // The axes of an ellipsis that the result does not have are summed.
    private static int[] ReadResult(string term, string equation, int hidden)
    {
        int[] named = Read(term, equation, out int ellipsis);
        return WithHidden(named, ellipsis, ellipsis < 0 ? 0 : hidden);
    }

    private static int[] WithHidden(int[] named, int ellipsis, int hidden)
    {
        if (hidden == 0) { return named; }
        return [.. named[..ellipsis], .. Enumerable.Range(0, hidden).Select(k => Letters + hidden - 1 - k), .. named[ellipsis..]];
    }

    private static int[] Implied(int[][] operands, int hidden)
    {
        int[] counts = new int[Letters];
        foreach (int label in operands.SelectMany(labels => labels).Where(label => label < Letters)) { counts[label]++; }
        return WithHidden([.. Enumerable.Range(0, Letters).Where(label => counts[label] == 1)], 0, hidden);
    }

    private static void RequireResult(string equation, int[][] operands, int[] result)
    {
        for (int k = 0; k < result.Length; k++)
        {
            int label = result[k];
            if (Array.IndexOf(result, label) < k) { Throw.EinsumResultTwice(equation, Name(label)); }
            if (!operands.Any(labels => labels.Contains(label))) { Throw.EinsumResultUnknown(equation, Name(label)); }
        }
    }

    private static int[] LengthsOf(string equation, int[][] operands, Shape[] shapes)
    {
        int[] lengths = new int[Labels], givenBy = new int[Labels];
        Array.Fill(lengths, 1);
        for (int i = 0; i < operands.Length; i++)
        {
            for (int axis = 0; axis < operands[i].Length; axis++)
            {
                int label = operands[i][axis], length = shapes[i].Lengths[axis];

                // Of a diagonal both lengths are those of one operand, and neither is repeated.
                int first = Array.IndexOf(operands[i], label);
                if (shapes[i].Lengths[first] != length) { Throw.EinsumDiagonal(equation, Name(label), i, shapes[i]); }
                if (length == 1) { continue; }
                if (lengths[label] != 1 && lengths[label] != length)
                {
                    Throw.EinsumLengths(equation, Name(label), shapes[givenBy[label]], shapes[i], lengths[label], length);
                }
                (lengths[label], givenBy[label]) = (length, i);
            }
        }
        return lengths;
    }

    private static string Name(int label) =>
        label >= Letters ? Ellipsis : ((char)(label < Letters / 2 ? 'A' + label : 'a' + label - (Letters / 2))).ToString();
}
