using System.Numerics;
using Autodiff.Nn;

namespace Autodiff.Tests.Reference.Arrays;

/// <content>Recurrent networks. After the input come the states, then for each layer and direction the weights.</content>
internal static partial class Operations
{
    private static Variable<T>[]? Recurrence<T>(Call<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool isTimeFirst = call.Settings.Has("batch_first") && !call.Settings.Flag("batch_first");
        if (isTimeFirst && call.A.Rank == 3) { call = call with { X = [call.A.Transpose(0, 1), .. call.X[1..]] }; }
        Variable<T>[] results = call.Op switch
        {
            "rnn_tanh_cell" => [Recurrent.RnnCell(call.A, call.B, WeightsOf(call, 2)[0])],
            "rnn_relu_cell" => [Recurrent.RnnCell(call.A, call.B, WeightsOf(call, 2)[0], Variable.Relu)],
            "gru_cell" => [Recurrent.GruCell(call.A, call.B, WeightsOf(call, 2)[0])],
            "lstm_cell" => Both(Recurrent.LstmCell(call.A, call.B, call.X[2], WeightsOf(call, 3)[0])),
            "rnn_tanh" => Both(Recurrent.Rnn(call.A, WeightsOf(call, 2), call.B, call.Settings.Flag("bidirectional"))),
            "rnn_relu" => Both(Recurrent.Rnn(call.A, WeightsOf(call, 2), call.B, call.Settings.Flag("bidirectional"), Variable.Relu)),
            "gru" => Both(Recurrent.Gru(call.A, WeightsOf(call, 2), call.B, call.Settings.Flag("bidirectional"))),
            "lstm" => All(Recurrent.Lstm(call.A, WeightsOf(call, 3), (call.B, call.X[2]), call.Settings.Flag("bidirectional"))),
            _ => [],
        };
        if (isTimeFirst && results.Length > 0 && results[0].Rank == 3) { results[0] = results[0].Transpose(0, 1); }
        bool returnsOne = call.Settings.Text("returns")?.EndsWith("only", StringComparison.Ordinal) ?? false;
        return results.Length == 0 ? null : returnsOne ? results[..1] : results;

        static Variable<T>[] Both((Variable<T> First, Variable<T> Second) pair) => [pair.First, pair.Second];

        static Variable<T>[] All((Variable<T> First, Variable<T> Second, Variable<T> Third) triple) => [triple.First, triple.Second, triple.Third];
    }

    private static RecurrentWeights<T>[] WeightsOf<T>(Call<T> call, int first)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = call.Settings.Integer("num_layers", 1) * (call.Settings.Flag("bidirectional") ? 2 : 1);
        Variable<T>[][] layers = [.. call.X[first..].Chunk((call.X.Length - first) / count)];
        return [.. layers.Select(of => of.Length > 2 ? new RecurrentWeights<T>(of[0], of[1], of[2], of[3]) : new RecurrentWeights<T>(of[0], of[1]))];
    }
}
