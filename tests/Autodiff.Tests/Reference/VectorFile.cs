using System.Text.Json;

namespace Autodiff.Tests.Reference;

/// <summary>A file of the reference vectors: a family of operations and its cases.</summary>
internal sealed record VectorFile(string Family, IReadOnlyList<VectorCase> Cases)
{
    private const string FolderVariable = "AUTODIFF_VECTORS";

    /// <summary>The folder that the environment names, or the one beside the tests.</summary>
    public static string Folder =>
        Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder ? folder : Path.Combine(AppContext.BaseDirectory, "Vectors");

    /// <summary>Whether the vectors are those of the repository.</summary>
    public static bool IsOwnFolder => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(FolderVariable));

    /// <summary>All families, in the order of their files.</summary>
    public static IEnumerable<VectorFile> ReadAll() =>
        Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal).Select(Read);

    private static VectorFile Read(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
        JsonElement root = document.RootElement.Clone();
        string family = root.TryGetProperty("family", out JsonElement name) ? name.GetString()! : Path.GetFileNameWithoutExtension(path);
        return new(family, [.. root.GetProperty("cases").EnumerateArray().Select(json => new VectorCase(json))]);
    }
}
