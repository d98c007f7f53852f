using Autodiff;

namespace WorkedExample;

/// <summary>Writes a graph for Graphviz and as a finished picture.</summary>
internal static class Drawing
{
    internal static void Write(Graph graph, string directory, TextWriter output)
    {
        Write(Path.Combine(directory, "worked-example.dot"), graph.ToDot(), output);
        Write(Path.Combine(directory, "worked-example.svg"), GraphSvg.Render(graph), output);
    }

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
