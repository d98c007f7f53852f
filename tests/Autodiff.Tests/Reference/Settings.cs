using System.Text.Json;

namespace Autodiff.Tests.Reference;

/// <summary>The settings of an operation, by the names that the vectors give them. One that is null counts as absent.</summary>
internal readonly struct Settings(JsonElement json)
{
    public bool Has(string key) => Find(key) != null;

    public bool Flag(string key) => Find(key)?.ValueKind == JsonValueKind.True;

    public string? Text(string key) => Find(key) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public double Number(string key, double byDefault) => Find(key) is { } value ? VectorArray.Number(value) : byDefault;

    /// <summary>An integer; a list of them is not one.</summary>
    public int Integer(string key, int byDefault) => Find(key) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : byDefault;

    /// <summary>A list of integers, or one alone; none where it is absent.</summary>
    public int[] Integers(string key) => Find(key) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(element => element.GetInt32())],
        { } single => [single.GetInt32()],
    };

    /// <summary>A list of lists of integers, null for those that are absent.</summary>
    public int?[][] Table(string key) =>
        [.. Find(key)!.Value.EnumerateArray().Select(row => row.EnumerateArray().Select(Nullable).ToArray())];

    public bool IsList(string key) => Find(key)?.ValueKind == JsonValueKind.Array;

    /// <summary>An array with its shape, or a bare list.</summary>
    public VectorArray Array(string key) => VectorArray.ReadFlat(Find(key)!.Value);

    public JsonElement? Find(string key) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(key, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static int? Nullable(JsonElement element) => element.ValueKind == JsonValueKind.Null ? null : element.GetInt32();
}
