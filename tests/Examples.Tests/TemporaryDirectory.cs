namespace Examples.Tests;

/// <summary>A directory that is gone after the test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("examples-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    internal string Write(string name, IEnumerable<string> lines)
    {
        string path = System.IO.Path.Combine(Path, name);
        File.WriteAllLines(path, lines);
        return path;
    }
}
