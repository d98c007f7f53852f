using Autodiff.Ops;

namespace Autodiff.Tests.Ops;

/// <content>Operations of two and of three numbers.</content>
internal static partial class Functions
{
    public sealed class Add : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => x[0] + x[1]; }

    public sealed class AtLeast : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Elementary.Apply(default(Autodiff.Ops.AtLeast), x[0], x[1]); }

    public sealed class AtMost : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Elementary.Apply(default(Autodiff.Ops.AtMost), x[0], x[1]); }

    public sealed class Atan2 : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Atan2(x[0], x[1]); }

    public sealed class Chosen : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Elementary.Apply(default(Autodiff.Ops.Chosen), x[0], x[1]); }

    public sealed class Clamp : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Clamp(x[0], x[1], x[2]); }

    public sealed class CopySign : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => T.CopySign(x[0], x[1]); }

    public sealed class Divide : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => x[0] / x[1]; }

    public sealed class Equal : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Elementary.Apply(default(Autodiff.Ops.Equal), x[0], x[1]); }

    public sealed class ExpDifference : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Elementary.Apply(default(Autodiff.Ops.ExpDifference), x[0], x[1]); }

    public sealed class Greater : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Elementary.Apply(default(Autodiff.Ops.Greater), x[0], x[1]); }

    public sealed class GreaterOrEqual : IFunction
    {
        T IFunction.Of<T>(ReadOnlySpan<T> x) => Elementary.Apply(default(Autodiff.Ops.GreaterOrEqual), x[0], x[1]);
    }

    public sealed class Hypot : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Hypot(x[0], x[1]); }

    public sealed class Ieee754Remainder : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => T.Ieee754Remainder(x[0], x[1]); }

    public sealed class Less : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Elementary.Apply(default(Autodiff.Ops.Less), x[0], x[1]); }

    public sealed class LessOrEqual : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Elementary.Apply(default(Autodiff.Ops.LessOrEqual), x[0], x[1]); }

    public sealed class LogAddExp : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.LogAddExp(x[0], x[1]); }

    public sealed class Maximum : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Maximum(x[0], x[1]); }

    public sealed class MaximumNumber : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => T.MaxNumber(x[0], x[1]); }

    public sealed class Minimum : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Minimum(x[0], x[1]); }

    public sealed class MinimumNumber : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => T.MinNumber(x[0], x[1]); }

    public sealed class Multiply : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => x[0] * x[1]; }

    public sealed class MultiplyAdd : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.MultiplyAdd(x[0], x[1], x[2]); }

    public sealed class Pow : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Pow(x[0], x[1]); }

    public sealed class Prelu : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Scalar.Prelu(x[0], x[1]); }

    public sealed class Propagate : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => Elementary.Apply(default(Autodiff.Ops.Propagate), x[0], x[1]); }

    public sealed class Remainder : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => x[0] % x[1]; }

    public sealed class Subtract : IFunction { T IFunction.Of<T>(ReadOnlySpan<T> x) => x[0] - x[1]; }
}
