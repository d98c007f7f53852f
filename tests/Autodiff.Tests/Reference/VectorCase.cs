using System.Text.Json;

namespace Autodiff.Tests.Reference;

/// <summary>A case of the reference vectors: an operation, its inputs and what must come out. Keys that nothing asks for are ignored.</summary>
internal sealed class VectorCase(JsonElement json)
{
    private static readonly Tolerance Ordinary = new(1e-12, 1e-10);

    private static readonly Tolerance SecondOrder = new(1e-10, 1e-8);

    public string Id => Text("id", "?");

    public string Op => Text("op", "?");

    public VectorArray[] Inputs => [.. VectorArray.ReadList(json.GetProperty("inputs")).Select(input => input!)];

    /// <summary>The names of the inputs, null for those without one.</summary>
    public string?[] Names =>
        [.. json.GetProperty("inputs").EnumerateArray().Select(input => input.TryGetProperty("name", out JsonElement name) ? name.GetString() : null)];

    /// <summary>For each input, whether it holds truths.</summary>
    public bool[] Truths =>
        [.. json.GetProperty("inputs").EnumerateArray().Select(input => input.TryGetProperty("dtype", out JsonElement type) && type.GetString() == "bool")];

    /// <summary>For each input, whether a gradient by it is defined: indices, masks and constants have none.</summary>
    public bool[] Tracked => [.. json.GetProperty("inputs").EnumerateArray().Select(input => HoldsNumbers(input) && !IsConstant(input))];

    /// <summary>All results, of operations with one or with several.</summary>
    public VectorArray[] Outputs => Has("outputs") ? [.. Arrays("outputs").Select(output => output!)] : [Output];

    /// <summary>The cotangents of all results, null for those that have none; 1 where the one result is a number without one.</summary>
    public VectorArray?[] Cotangents => Has("cotangents") ? Arrays("cotangents") : [CotangentOfOne];

    public Settings Settings => new(Parameters);

    public VectorArray Output => Array("output");

    public VectorArray Cotangent => Array("cotangent");

    public VectorArray?[] Gradients => VectorArray.ReadList(json.GetProperty("grads"));

    public string Note => Text("note", string.Empty);

    /// <summary>The tolerance of first-order results, unless the case has one of its own.</summary>
    public Tolerance Tolerance => Special() ?? Ordinary;

    /// <summary>The tolerance of second-order results, unless the case has one of its own.</summary>
    public Tolerance SecondOrderTolerance => Special() ?? SecondOrder;

    private VectorArray? CotangentOfOne =>
        !json.TryGetProperty("cotangent", out JsonElement given) ? new(Output.Shape, [1]) : given.ValueKind == JsonValueKind.Null ? null : Cotangent;

    private JsonElement Parameters => json.TryGetProperty("params", out JsonElement parameters) ? parameters : default;

    public bool IsTagged(string tag) =>
        json.TryGetProperty("tags", out JsonElement tags) && tags.EnumerateArray().Any(element => element.GetString() == tag);

    public bool Has(string key) => json.TryGetProperty(key, out _);

    public VectorArray Array(string key) => VectorArray.ReadFlat(json.GetProperty(key));

    public VectorArray?[] Arrays(string key) => VectorArray.ReadList(json.GetProperty(key));

    /// <summary>One list of arrays for each step.</summary>
    public VectorArray?[][] Lists(string key) => [.. json.GetProperty(key).EnumerateArray().Select(VectorArray.ReadList)];

    public double[] Numbers(string key) => [.. json.GetProperty(key).EnumerateArray().Select(VectorArray.Number)];

    public JsonElement? Parameter(string key) =>
        Parameters.ValueKind == JsonValueKind.Object && Parameters.TryGetProperty(key, out JsonElement value) ? value : null;

    public double Parameter(string key, double byDefault) => Parameter(key) is { } value ? VectorArray.Number(value) : byDefault;

    public string? TextParameter(string key) => Parameter(key)?.GetString();

    private static bool HoldsNumbers(JsonElement input) =>
        !input.TryGetProperty("dtype", out JsonElement type) || type.GetString() is "f64" or "float64";

    private static bool IsConstant(JsonElement input) => input.TryGetProperty("grad", out JsonElement grad) && grad.ValueKind == JsonValueKind.False;

    private string Text(string key, string byDefault) =>
        json.TryGetProperty(key, out JsonElement text) ? text.GetString() ?? byDefault : byDefault;

    private Tolerance? Special()
    {
        if (!json.TryGetProperty("tol", out JsonElement special)) { return null; }
        return new(Entry("atol", Ordinary.Absolute), Entry("rtol", Ordinary.Relative));

        double Entry(string key, double byDefault) => special.TryGetProperty(key, out JsonElement value) ? value.GetDouble() : byDefault;
    }
}
