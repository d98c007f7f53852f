using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Autodiff.Recording;
using Autodiff.Tests.Ops;

namespace Autodiff.Tests.House;

/// <summary>The page of all derivatives, made of the first sentences of the rules and of what the functions record.</summary>
internal static partial class DerivativesPage
{
    private const string Head = """
        # Derivatives

        The whole calculus on one page. It is made from the sources, and a test fails where it is stale: to change a line, change the rule, and run the tests
        once with `AUTODIFF_UPDATE_SNAPSHOTS=1`.

        Elementwise, dy/dx is the derivative at a point. Of whole arrays, dx is what the adjoint dy of the result pulls back to the operand x; operands that
        broadcasting has repeated get the sum. Rules that serve as the pull of another are operations like others, with a pull of their own: so gradients can be
        differentiated to every order.

        """;

    // The first summary of a rule's file, and the rule.
    [GeneratedRegex(
        @"/// <summary>(?<text>.*?)</summary>.*?struct (?<name>\w+)(<[^>]*>)?(\([^)]*\))?\s*: I(Unary|Binary|Array|View|Dense)Rule", RegexOptions.Singleline)]
    private static partial Regex Rule { get; }

    [GeneratedRegex(@"<(?:see cref|paramref name|see langword)=""(?:[A-Z]:)?(?<name>[^""{(]*)[^""]*"" ?/>")]
    private static partial Regex Reference { get; }

    // A summary, other documentation and attributes, and the function that they belong to.
    [GeneratedRegex(
        @"/// <summary>(?<text>(?:(?!</summary>).)*)</summary>(?:\n *(?:///|\[)[^\n]*)*\n *public (?:static )?[^\n(=]*?(?<name>\w+)(?:<\w+>)?\(",
        RegexOptions.Singleline)]
    private static partial Regex Function { get; }

    // Where the derivative begins; it may begin in words.
    [GeneratedRegex(@"[;:]\s+(?=d\S* = )")]
    private static partial Regex Derivative { get; }

    [GeneratedRegex(@"(?<=[.:])\s+(?=\p{Lu})")]
    private static partial Regex SentenceEnd { get; }

    internal static string Make()
    {
        StringBuilder page = new(Head.ReplaceLineEndings("\n"));
        string[] folders = Directory.GetDirectories(Path.Combine(Repository.Root, "src/Autodiff/Ops"));
        foreach (string folder in folders.OrderBy(Order).ThenBy(name => name, StringComparer.Ordinal)) { AddRules(page, folder); }
        AddFunctions(page);
        AddConventions(page);
        return page.ToString();
    }

    /// <summary>The rules of a file that do not state value and derivative first.</summary>
    internal static IEnumerable<string> WithoutFormula() =>
        from file in Directory.GetFiles(Path.Combine(Repository.Root, "src/Autodiff/Ops"), "*.cs", SearchOption.AllDirectories)
        let rule = Rule.Match(File.ReadAllText(file))
        where rule.Success && Path.GetFileName(Path.GetDirectoryName(file)) != "Ops" && !Between(Plain(rule.Groups["text"].Value)).Success
        select Repository.Name(file);

    private static int Order(string folder) => Path.GetFileName(folder) switch { "Elementwise" => 0, "Fused" => 2, "Composite" => 3, _ => 1 };

    private static Match Between(string text) => Derivative.Match(text) is { Success: true } formula ? formula : Regex.Match(text, @";\s+");

    private static void AddRules(StringBuilder page, string folder)
    {
        List<string> lines = [];
        foreach (string file in Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Rule.Match(File.ReadAllText(file).ReplaceLineEndings("\n")) is not { Success: true } rule) { continue; }
            string text = Plain(rule.Groups["text"].Value);
            Match between = Between(text);
            (string value, string derivative) = between.Success ? (text[..between.Index], text[(between.Index + between.Length)..]) : (text, "");
            lines.Add($"| {rule.Groups["name"].Value} | {Cell(value)} | {Cell(WithoutPeriod(derivative))} |\n");
        }
        if (lines.Count == 0) { return; }
        page.Append($"\n## {Title(Path.GetFileName(folder))}\n\n| operation | value | derivative |\n| --- | --- | --- |\n").AppendJoin("", lines);
    }

    private static void AddFunctions(StringBuilder page)
    {
        page.Append("\n## Functions made of these\n\n");
        page.Append("What a function of arrays records where it is not just the one rule of its name. None of them defines a derivative.\n\n");
        page.Append("| function | value | made of |\n| --- | --- | --- |\n");
        IEnumerable<(string Name, string[] Operations)> functions =
        [
            .. ArrayTable.Rows.Select(row => (row.Name, Recorded(row))),
            .. OpTable.Rows.Where(row => row.Rule is null).Select(row => (row.Name, Traced(row))),
        ];
        Dictionary<string, string> summaries = Summaries();
        functions = functions.DistinctBy(function => function.Name).OrderBy(function => function.Name, StringComparer.Ordinal);
        foreach ((string name, string[] operations) in functions)
        {
            if (operations is [] || (operations is [string only] && only == name)) { continue; }
            if (summaries.TryGetValue(name, out string? summary)) { page.Append($"| {name} | {Cell(summary)} | {string.Join(", ", operations)} |\n"); }
        }
    }

    private static void AddConventions(StringBuilder page)
    {
        string conventions = File.ReadAllText(Path.Combine(Repository.Root, "docs/conventions.md")).ReplaceLineEndings("\n");
        page.Append("\n## Conventions\n\nWhere a derivative is a choice; more in [conventions](conventions.md).\n\n");
        page.AppendJoin('\n', conventions.Split('\n').SkipWhile(line => !line.StartsWith('|')).TakeWhile(line => line.StartsWith('|'))).Append('\n');
    }

    // The operations that the calls of a row record, in order.
    private static string[] Recorded(ArrayRow row)
    {
        List<string> names = [];
        foreach ((ArrayCall call, Grid[] x) in row.Calls.SelectMany(call => call.Samples().Take(1).Select(x => (call, x))))
        {
            using (Autograd.Record())
            {
                Variable<double> result = call.Function.Of<double>(call.Leaves<double>(x));
                Recording<double> recording = Recording<double>.Current;
                Collect(result.NodeIn(recording), recording, names, []);
            }
        }
        return [.. names.Distinct()];
    }

    private static void Collect(Node<double> node, Recording<double> recording, List<string> names, HashSet<Node<double>> seen)
    {
        if (node.Recording is null || !recording.Tracks(node) || !seen.Add(node)) { return; }
        for (int i = 0; i < node.Inputs.Count; i++) { Collect(node.Inputs[i], recording, names, seen); }
        names.Add(Regex.Match(node.Operation!.Name(node), @"^(the pull of )?\w+").Value);
    }

    private static string[] Traced(OpRow row) =>
        [.. Autograd.Trace(row.Function.Of, row.Points().First()).Nodes.Where(node => node.Operands.Count > 0).Select(node => node.Operation).Distinct()];

    // The first sentence of each public function of arrays.
    private static Dictionary<string, string> Summaries()
    {
        Dictionary<string, string> summaries = [];
        foreach (string file in Directory.GetFiles(Path.Combine(Repository.Root, "src/Autodiff"), "Variable.*.cs").Order(StringComparer.Ordinal))
        {
            string code = File.ReadAllText(file).ReplaceLineEndings("\n");
            foreach (Match function in Function.Matches(code))
            {
                summaries.TryAdd(function.Groups["name"].Value, WithoutPeriod(SentenceEnd.Split(Plain(function.Groups["text"].Value))[0]));
            }
        }
        return summaries;
    }

    private static string WithoutPeriod(string sentence) =>
        sentence.EndsWith('.') && !sentence.EndsWith("...", StringComparison.Ordinal) ? sentence[..^1] : sentence;

    private static string Plain(string documentation)
    {
        string text = Regex.Replace(documentation, @"\s*\n\s*///\s*", " ");
        text = Reference.Replace(text, reference => reference.Groups["name"].Value.Split('.')[^1]);
        return WebUtility.HtmlDecode(Regex.Replace(text, "</?[a-z][^>]*>", "`")).Trim();
    }

    // A bar would end the cell, and a star or an underscore begin emphasis.
    private static string Cell(string text) => Regex.Replace(text, @"(?<!`)[|*_<>\[\]](?!`)", match => "\\" + match.Value);

    private static string Title(string folder)
    {
        string words = Regex.Replace(folder, "(?<=[a-z])(?=[A-Z])", " ");
        return words[0] + words[1..].ToLowerInvariant();
    }
}
