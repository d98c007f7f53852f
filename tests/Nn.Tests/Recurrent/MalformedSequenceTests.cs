using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Nn.Tests;

/// <summary>What does not fit together is refused before anything is computed, and the error names it.</summary>
public sealed class MalformedSequenceTests
{
    private static readonly RecurrentWeights<double> Simple = Weights(1, 3, 2), Lstm = Weights(4, 3, 2), Gru = Weights(3, 3, 2);

    private static readonly Variable<double> X = Zeros<double>(2, 4, 3), H = Zeros<double>(1, 2, 2);

    [Fact]
    public void Weights_that_do_not_fit()
    {
        Refused<ShapeMismatchException>(() => new RecurrentWeights<double>(Zeros<double>(4, 3), Zeros<double>(2, 2)), "[4, 3]", "[2, 2]");
        Refused<ShapeMismatchException>(() => new RecurrentWeights<double>(Zeros<double>(3, 3), Zeros<double>(3, 2)), "[3, 2]");
        Refused<ShapeMismatchException>(() => new RecurrentWeights<double>(Zeros<double>(3), Zeros<double>(3, 3)), "[3]");
        Refused<ShapeMismatchException>(() => new RecurrentWeights<double>(Zeros<double>(0, 3), Zeros<double>(0, 0)), "[0, 0]");
        (Variable<double> input, Variable<double> hidden) = (Zeros<double>(2, 3), Zeros<double>(2, 2));
        Refused<ShapeMismatchException>(() => new RecurrentWeights<double>(input, hidden, Zeros<double>(3)), "inputBias", "[3]", "[2]");
        Refused<ShapeMismatchException>(() => new RecurrentWeights<double>(input, hidden, null, Zeros<double>(1, 2)), "hiddenBias", "[1, 2]");
    }

    [Fact]
    public void Steps_that_do_not_fit()
    {
        Variable<double> x = Zeros<double>(2, 3), h = Zeros<double>(2, 2);
        Refused<ShapeMismatchException>(() => Recurrent.RnnCell(x, h, Lstm), "RnnCell", "1 gate", "[8, 2]");
        Refused<ShapeMismatchException>(() => Recurrent.GruCell(x, h, Lstm), "GruCell", "3 gates", "[6, 2]");
        Refused<ShapeMismatchException>(() => Recurrent.LstmCell(x, h, h, Gru), "LstmCell", "4 gates", "[8, 2]");
        Refused<ShapeMismatchException>(() => Recurrent.LstmCell(x, h, Zeros<double>(2, 3), Lstm), "LstmCell", "[2, 2]", "[2, 3]");
        Refused<ShapeMismatchException>(() => Recurrent.RnnCell(Zeros<double>(2, 2), h, Simple), "RnnCell", "[2, 2]", "[..., 3]");
        Refused<ShapeMismatchException>(() => Recurrent.RnnCell(x, Zeros<double>(2, 3), Simple), "RnnCell", "[2, 3]", "[..., 2]");
        Refused<ShapeMismatchException>(() => Recurrent.RnnCell(x, Zeros<double>(1, 2), Simple), "RnnCell", "[1, 2]");
        Refused<ShapeMismatchException>(() => Recurrent.RnnCell(x, Zeros<double>(2), Simple), "RnnCell", "[2]");
        Refused<ShapeMismatchException>(() => Recurrent.GruCell(Zeros<double>(), Zeros<double>(), Gru), "GruCell", "[]");
        Refused<ArgumentNullException>(() => Recurrent.GruCell(x, h, null!), "weights");
    }

    [Fact]
    public void Sequences_that_do_not_fit()
    {
        Refused<ArgumentException>(() => Recurrent.Rnn(Zeros<double>(3), [Simple]), "Rnn", "[3]", "[batch, time, features]");
        Refused<ArgumentException>(() => Recurrent.Gru(Zeros<double>(1, 2, 4, 3), [Gru]), "Gru", "[1, 2, 4, 3]");
        Refused<ShapeMismatchException>(() => Recurrent.Gru(Zeros<double>(2, 4, 2), [Gru]), "Gru", "weights 0", "[6, 3]", "2]");
        Refused<ShapeMismatchException>(() => Recurrent.Gru(X, [Gru, Gru]), "Gru", "weights 1", "[6, 3]", "2]");
        Refused<ShapeMismatchException>(() => Recurrent.Gru(X, [Gru, Weights(3, 2, 3)]), "Gru", "weights 1");
        Refused<ShapeMismatchException>(() => Recurrent.Rnn(X, [Gru]), "Rnn", "1 gate");
        Refused<ArgumentException>(() => Recurrent.Rnn<double>(X, []), "Rnn", "0 weights");
        Refused<ArgumentException>(() => Recurrent.Gru(X, [Gru], bidirectional: true), "Gru", "1 weights", "each direction");
        Refused<ArgumentNullException>(() => Recurrent.Gru(X, [null!]), "weights");
        Refused<ShapeMismatchException>(() => Recurrent.Rnn(X, [Simple], Zeros<double>(2, 2)), "Rnn", "[2, 2]", "[1, 2, 2]");
        Refused<ShapeMismatchException>(() => Recurrent.Gru(X[0], [Gru], H), "Gru", "[1, 2, 2]", "[1, 2]");
        Refused<ShapeMismatchException>(() => Recurrent.Lstm(X, [Lstm], (H, Zeros<double>(1, 2, 3))), "Lstm", "[1, 2, 2]", "[1, 2, 3]");
        Refused<ShapeMismatchException>(() => Recurrent.Lstm(X, [Lstm, Lstm], (H, H), true), "Lstm", "[1, 2, 2]", "[2, 2, 2]");
    }

    private static RecurrentWeights<double> Weights(int gates, int features, int length) =>
        new(Zeros<double>(gates * length, features), Zeros<double>(gates * length, length));

    private static void Refused<TException>(Func<object> call, params string[] words)
        where TException : Exception
    {
        string message = Assert.Throws<TException>(() => call()).Message;
        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
    }
}
