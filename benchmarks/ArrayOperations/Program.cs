using System.Globalization;
using ArrayOperations;

// dotnet run -c Release --project benchmarks/ArrayOperations -- [--quick] [NAME...]
//
// A line an operation: TYPE,ELEMENTS,NAME,NANOSECONDS of a call.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
List<string> names = [.. args];
bool quick = names.Remove("--quick");
int[] lengths = quick ? [100] : [100, 10_000, 1_000_000];
Clock clock = quick ? new(TimeSpan.FromMilliseconds(1), 1) : new(TimeSpan.FromMilliseconds(30), 5);
foreach (int length in lengths) { Operations<float>.Run("float32", length, names, clock); }
foreach (int length in lengths) { Operations<double>.Run("float64", length, names, clock); }
