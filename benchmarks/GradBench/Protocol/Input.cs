using System.Text.Json;

namespace GradBench.Protocol;

/// <summary>The input of an eval: numbers, arrays and objects by name, each checked as it is read.</summary>
/// <param name="element">The JSON value.</param>
/// <param name="path">Where it stands, for messages.</param>
internal readonly struct Input(JsonElement element, string path = "input")
{
    internal Input this[string name] =>
        element.ValueKind == JsonValueKind.Object
            ? element.TryGetProperty(name, out JsonElement value) ? new(value, $"{path}.{name}") : throw new InputException($"{path} has no '{name}'")
            : throw new InputException($"{path} is not an object");

    internal double Number()
    {
        bool isNumber = element.ValueKind == JsonValueKind.Number;
        return isNumber && element.TryGetDouble(out double number) && double.IsFinite(number) ? number : throw Not("a finite number");
    }

    internal bool Boolean() => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Not("true or false"),
    };

    /// <summary>A whole number of at least some size; 3.0 is one.</summary>
    internal int Integer(int least)
    {
        double number = Number();
        if (number != Math.Floor(number) || Math.Abs(number) > int.MaxValue) { throw Not("a whole number of 32 bits"); }
        return number >= least ? (int)number : throw new InputException($"{path} is {number}, and has to be at least {least}");
    }

    internal double[] Numbers() => Each(static item => item.Number());

    internal double[] Numbers(int count) => Counted(Numbers(), count);

    internal int[] Integers(int least) => Each(item => item.Integer(least));

    internal int[] Integers(int least, int count) => Counted(Integers(least), count);

    /// <summary>Rows of equal length.</summary>
    internal Matrix Matrix()
    {
        double[][] rows = Each(static item => item.Numbers());
        int columns = rows.Length == 0 ? 0 : rows[0].Length;
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i].Length != columns) { throw new InputException($"{path}[{i}] has {rows[i].Length} numbers, where {path}[0] has {columns}"); }
        }
        return new(rows.Length, columns, [.. rows.SelectMany(static row => row)]);
    }

    internal Matrix Matrix(int rows, int columns)
    {
        Matrix matrix = Matrix();
        bool fits = matrix.Rows == rows && (rows == 0 || matrix.Columns == columns);
        return fits ? matrix : throw new InputException($"{path} is {matrix.Rows} x {matrix.Columns}, and has to be {rows} x {columns}");
    }

    /// <summary>The elements, each read in the same way.</summary>
    internal T[] Each<T>(Func<Input, T> read)
    {
        if (element.ValueKind != JsonValueKind.Array) { throw Not("an array"); }
        T[] items = new T[element.GetArrayLength()];
        int count = 0;
        foreach (JsonElement item in element.EnumerateArray())
        {
            items[count] = read(new(item, path));
            count++;
        }
        return items;
    }

    internal bool Has(string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out _);

    private T[] Counted<T>(T[] items, int count) =>
        items.Length == count ? items : throw new InputException($"{path} has {items.Length} elements, and has to have {count}");

    private InputException Not(string wanted) => new($"{path} is not {wanted}");
}

/// <summary>Rows of numbers, one after the other.</summary>
internal sealed record Matrix(int Rows, int Columns, double[] Values);
