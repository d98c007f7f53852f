namespace Autodiff.Tests.House;

/// <summary>The sources of this repository, found upwards from the test assembly.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find();

    internal static IEnumerable<string> Sources(params string[] folders) =>
        folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)).Order();

    internal static string Name(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string Find()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "AutoGrad.sln"))) { directory = directory.Parent; }
        return directory?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
