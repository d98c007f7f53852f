using System.Globalization;
using Products;

// dotnet run -c Release --project benchmarks/MatrixProduct -- [--quick] [NAME...]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
bool quick = args.Contains("--quick");
string[] names = [.. args.Where(word => word != "--quick")];
TimeSpan warmUp = TimeSpan.FromMilliseconds(quick ? 1 : 100), duration = TimeSpan.FromMilliseconds(quick ? 1 : 500);

int[] squares = [64, 100, 128, 256, 512, 1024];
Shape[] shapes =
[
    .. squares.Select(size => new Shape($"{size}", size, size, size)),
    new("32x784x128", 32, 784, 128),
    new("TN_784x32x128", 784, 32, 128) { IsTransposedA = true, Accumulates = true },
    new("NT_32x128x784", 32, 128, 784) { IsTransposedB = true },
    new("TN_128x32x10", 128, 32, 10) { IsTransposedA = true, Accumulates = true },
    new("1x512x512", 1, 512, 512),
    new("512x512x1", 512, 512, 1),
    new("100x100x10", 100, 100, 10),
    new("4x2x4", 4, 2, 4),
    new("96_of_64", 64, 64, 64) { Batches = 96 },
];
foreach (Shape shape in shapes.Where(shape => names.Length == 0 || names.Contains(shape.Name)))
{
    Print(shape, "float", shape.Prepare<float>());
    Print(shape, "double", shape.Prepare<double>());
}

void Print(Shape shape, string type, Action multiply)
{
    Clock.Best(multiply, warmUp);
    double nanoseconds = Clock.Best(multiply, duration);
    Console.WriteLine($"{shape.Name} {type} min {nanoseconds / 1000:F3} us GF/s {shape.Operations / nanoseconds:F1}");
}
