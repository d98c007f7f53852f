namespace Autodiff.Kernels;

/// <summary>A running result, kept in double whatever the format of the numbers is.</summary>
internal interface IScan
{
    /// <summary>What is known before the first number.</summary>
    static abstract (double First, double Second) Start { get; }

    /// <summary>Takes the next number and gives the result so far.</summary>
    static abstract double Next(ref double first, ref double second, double x);
}

/// <summary>x₀ + x₁ + ...</summary>
internal readonly struct SumScan : IScan
{
    public static (double First, double Second) Start => (0, 0);

    [MethodImpl(AggressiveInlining)]
    public static double Next(ref double first, ref double second, double x) => first += x;
}

/// <summary>x₀ x₁ ...</summary>
internal readonly struct ProductScan : IScan
{
    public static (double First, double Second) Start => (1, 0);

    [MethodImpl(AggressiveInlining)]
    public static double Next(ref double first, ref double second, double x) => first *= x;
}

/// <summary>ln(e^x₀ + e^x₁ + ...), kept as the greatest number so far and the sum of the exponentials relative to it.</summary>
internal readonly struct LogSumExpScan : IScan
{
    public static (double First, double Second) Start => (double.NegativeInfinity, 0);

    [MethodImpl(AggressiveInlining)]
    public static double Next(ref double first, ref double second, double x)
    {
        if (x <= first)
        {
            // Two infinities differ by NaN: after +∞ the sum stays what it is; of -∞ it stays 0.
            if (double.IsFinite(first)) { second += Math.Exp(x - first); }
        }
        else
        {
            // A greater number, or NaN, which then stays: nothing compares with it.
            second = (second == 0 ? 0 : second * Math.Exp(first - x)) + 1;
            first = double.IsNaN(first) ? first : x;
        }
        return double.IsFinite(first) ? first + Math.Log(second) : first;
    }
}
