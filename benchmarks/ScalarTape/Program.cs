using System.Globalization;
using ScalarTape;

// dotnet run -c Release --project benchmarks/ScalarTape -- [--quick] [--rounds N] [--peer "COMMAND ARGUMENTS"] [--lengths] [NAME...]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Queue<string> words = new(args);
List<string> names = [];
string? peer = null;
int rounds = 10;
TimeSpan round = TimeSpan.FromMilliseconds(30), warmUp = TimeSpan.FromSeconds(2);
while (words.TryDequeue(out string? word))
{
    switch (word)
    {
        case "--quick": (rounds, round, warmUp) = (1, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1)); break;
        case "--rounds": rounds = int.Parse(words.Dequeue()); break;
        case "--peer": peer = words.Dequeue(); break;
        case "--lengths": Lengths.Run(); return;
        default: names.Add(word); break;
    }
}

Workload[] workloads =
[
    new Worked(), new LeastSquares(512, 64), new LeastSquares(512, 128), new LeastSquaresBySpans(512, 64), new LeastSquaresBySpans(512, 128),
    new Determinant(8, multiplyAdd: false), new Determinant(8, multiplyAdd: true), new Lorenz(1000), new Lstm(100, 14),
];
Comparison comparison = new(rounds, round, warmUp);
comparison.Run(workloads.Where(workload => names.Count == 0 || names.Contains(workload.Name)), peer);
