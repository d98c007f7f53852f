using System.Numerics;

namespace Autodiff.Tests.Properties;

/// <summary>A formula in x, y, z: a tree that runs on every kind of number, and that is differentiated by its symbols.</summary>
internal abstract record Expression
{
    internal bool IsConstant => this is Constant || (this is Call call && Array.TrueForAll(call.Arguments, static a => a.IsConstant));

    internal int Size => this is Call call ? 1 + call.Arguments.Sum(static a => a.Size) : 1;

    internal T Evaluate<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
    {
        switch (this)
        {
            case Symbol symbol:
                return x[symbol.Index];
            case Constant constant:
                return T.CreateChecked(constant.Value);
            case Call call:
                Expression[] arguments = call.Arguments;
                T a = arguments[0].Evaluate(x);
                T b = arguments.Length > 1 ? arguments[1].Evaluate(x) : T.Zero;
                T c = arguments.Length > 2 ? arguments[2].Evaluate(x) : T.Zero;
                return call.Function.Apply(a, b, c);
            default:
                throw new NotSupportedException(GetType().Name);
        }
    }

    public static implicit operator Expression(double value) => new Constant(value);

    // The operators build derivatives: they drop what a factor of 0 or 1 makes superfluous, so that a branch without symbols,
    // whose partial derivative need not exist, contributes nothing.
    public static Expression operator +(Expression a, Expression b) => (a, b) switch
    {
        (Constant p, Constant q) => p.Value + q.Value,
        (Constant { Value: 0 }, _) => b,
        (_, Constant { Value: 0 }) => a,
        _ => new Call(Operation.Add, a, b),
    };

    public static Expression operator -(Expression a, Expression b) => (a, b) switch
    {
        (Constant p, Constant q) => p.Value - q.Value,
        (_, Constant { Value: 0 }) => a,
        (Constant { Value: 0 }, _) => -b,
        _ => new Call(Operation.Subtract, a, b),
    };

    public static Expression operator *(Expression a, Expression b) => (a, b) switch
    {
        (Constant p, Constant q) => p.Value * q.Value,
        (Constant { Value: 0 }, _) or (_, Constant { Value: 0 }) => 0,
        (Constant { Value: 1 }, _) => b,
        (_, Constant { Value: 1 }) => a,
        _ => new Call(Operation.Multiply, a, b),
    };

    public static Expression operator /(Expression a, Expression b) => (a, b) switch
    {
        (Constant { Value: 0 }, _) => 0,
        (_, Constant { Value: 1 }) => a,
        _ => new Call(Operation.Divide, a, b),
    };

    public static Expression operator -(Expression a) => a is Constant constant ? -constant.Value : new Call(Operation.Negate, a);
}

/// <summary>x, y or z.</summary>
internal sealed record Symbol(int Index) : Expression
{
    public override string ToString() => "xyz"[Index].ToString();
}

/// <summary>A number that enters as a number of the type the tree runs on.</summary>
internal sealed record Constant(double Value) : Expression
{
    public override string ToString() => Value < 0 ? $"({Function.Number(Value)})" : Function.Number(Value);
}

/// <summary>A function of one to three arguments.</summary>
internal sealed record Call(Function Function, params Expression[] Arguments) : Expression
{
    internal Call(Operation operation, params Expression[] arguments)
        : this(new Function(operation), arguments)
    {
    }

    public override string ToString() => Function.Print(Array.ConvertAll(Arguments, static a => a.ToString()));
}
