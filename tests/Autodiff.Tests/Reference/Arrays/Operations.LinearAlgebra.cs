using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using static Autodiff.Variable;

namespace Autodiff.Tests.Reference.Arrays;

/// <content>Functions of matrices.</content>
internal static partial class Operations
{
    private static Variable<T>? OfMatrices<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T> => call.Op switch
        {
            "dot" => Dot(call.A, call.B),
            "outer" => Outer(call.A, call.B),
            "kron" => Kron(call.A, call.B),
            "trace" => Trace(call.A),
            "det" => Determinant(Arranged(call)),
            "logdet" => LogDeterminant(Arranged(call)),
            "inverse" or "inv" => Inverse(Arranged(call)),
            "solve" => Solve(Arranged(call), call.B, !call.Settings.Has("left") || call.Settings.Flag("left")),
            "solve_triangular" => SolveTriangular(
                call.A,
                call.B,
                call.Settings.Flag("upper"),
                !call.Settings.Has("left") || call.Settings.Flag("left"),
                call.Settings.Flag("transpose"),
                call.Settings.Flag("unitriangular")),
            "cholesky" or "cholesky_of_gram" => Cholesky(Arranged(call), call.Settings.Flag("upper")),
            "matrix_power" => MatrixPower(call.A, call.Settings.Integer("n", 1)),
            "einsum" => Einsum(call.Settings.Text("equation")!, call.X),
            _ => null,
        };

    // Several results.
    private static Variable<T>[]? OfMatricesWithSign<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (call.Op != "slogdet") { return null; }
        (Variable<T> sign, Variable<T> logarithm) = SignLogDeterminant(call.A);
        return [sign, logarithm];
    }

    // Some cases make a matrix well-conditioned first, by the text of a formula: A + 48*I, A A^T + 24*I, or M @ M^T + n*I.
    private static Variable<T> Arranged<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        string formula = call.Settings.Text("formula") ?? string.Empty;
        Variable<T> x = formula.Contains("^T", StringComparison.Ordinal) ? MatMul(call.A, call.A.Transpose()) : call.A;
        if (MultipleOfIdentity().Match(formula) is not { Success: true } multiple) { return x; }
        double factor = multiple.Groups[1].Value == "n" ? x.Shape[-1] : double.Parse(multiple.Groups[1].Value, CultureInfo.InvariantCulture);
        return x + (Identity<T>(x.Shape[-1]) * T.CreateTruncating(factor));
    }

    [GeneratedRegex(@"\+ (n|[\d.]+)\*I")]
    private static partial Regex MultipleOfIdentity();
}
