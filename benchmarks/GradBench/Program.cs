using System.Text;
using GradBench.Protocol;

// dotnet run -c Release --project benchmarks/GradBench
// Answers the messages of https://github.com/gradbench/gradbench, one JSON object a line, until the input ends.
UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
using StreamReader input = new(Console.OpenStandardInput(), utf8, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16);
using StreamWriter output = new(Console.OpenStandardOutput(), utf8, bufferSize: 1 << 16);
Session.Run(input, output);
