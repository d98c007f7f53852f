using Autodiff;

namespace WorkedExample;

/// <summary>Writes pictures: a graph, also for Graphviz, and what networks have learned.</summary>
internal static class Drawing
{
    internal static void Write(Graph graph, string directory, TextWriter output)
    {
        Write(Path.Combine(directory, "worked-example.dot"), graph.ToDot(), output);
        Write(Path.Combine(directory, "worked-example.svg"), GraphSvg.Render(graph), output);
    }

    internal static void Write(Classification result, string name, string title, string directory, TextWriter output) =>
        Write(Path.Combine(directory, $"{name}.svg"), BoundarySvg.Render(result, title), output);

    private static void Write(string path, string text, TextWriter output)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new FileException($"{path}: cannot be written");
        }
        output.WriteLine($"wrote {path}");
    }
}
