using System.Numerics;
using Autodiff.Ops;

namespace Autodiff;

// Functions: one line each, by rule.
internal partial interface IDifferentiable<TSelf, T>
{
    [MethodImpl(AggressiveInlining)]
    static TSelf IExponentialFunctions<TSelf>.Exp(TSelf x) => TSelf.Apply(default(Exp), x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IExponentialFunctions<TSelf>.Exp2(TSelf x) => TSelf.Apply(default(Exp2), x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IExponentialFunctions<TSelf>.Exp10(TSelf x) => TSelf.Apply(default(Exp10), x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IExponentialFunctions<TSelf>.ExpM1(TSelf x) => TSelf.Apply(default(ExpM1), x);

    [MethodImpl(AggressiveInlining)]
    static TSelf ILogarithmicFunctions<TSelf>.Log(TSelf x) => TSelf.Apply(default(Log), x);

    [MethodImpl(AggressiveInlining)]
    static TSelf ILogarithmicFunctions<TSelf>.Log2(TSelf x) => TSelf.Apply(default(Log2), x);

    [MethodImpl(AggressiveInlining)]
    static TSelf ILogarithmicFunctions<TSelf>.Log10(TSelf x) => TSelf.Apply(default(Log10), x);

    [MethodImpl(AggressiveInlining)]
    static TSelf ILogarithmicFunctions<TSelf>.LogP1(TSelf x) => TSelf.Apply(default(LogP1), x);

    static TSelf ILogarithmicFunctions<TSelf>.Log(TSelf x, TSelf newBase) => TSelf.Log(x) / TSelf.Log(newBase);

    static TSelf IPowerFunctions<TSelf>.Pow(TSelf x, TSelf y) =>
        Precision<T>.IsPlain && !TSelf.IsActive(y)
            ? TSelf.Apply(new Power(double.CreateTruncating(TSelf.Observe(y))), x)
            : TSelf.Apply(default(Pow), x, y);

    [MethodImpl(AggressiveInlining)]
    static TSelf IRootFunctions<TSelf>.Sqrt(TSelf x) => TSelf.Apply(default(Sqrt), x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IRootFunctions<TSelf>.Cbrt(TSelf x) => TSelf.Apply(default(Cbrt), x);

    static TSelf IRootFunctions<TSelf>.RootN(TSelf x, int n) => TSelf.Apply(new RootN(n), x);

    static TSelf IRootFunctions<TSelf>.Hypot(TSelf x, TSelf y) => TSelf.Apply(default(Hypot), x, y);

    [MethodImpl(AggressiveInlining)]
    static TSelf ITrigonometricFunctions<TSelf>.Sin(TSelf x) => TSelf.Apply(default(Sin), x);

    [MethodImpl(AggressiveInlining)]
    static TSelf ITrigonometricFunctions<TSelf>.Cos(TSelf x) => TSelf.Apply(default(Cos), x);

    [MethodImpl(AggressiveInlining)]
    static TSelf ITrigonometricFunctions<TSelf>.Tan(TSelf x) => TSelf.Apply(default(Tan), x);

    [MethodImpl(AggressiveInlining)]
    static TSelf ITrigonometricFunctions<TSelf>.Asin(TSelf x) => TSelf.Apply(default(Asin), x);

    [MethodImpl(AggressiveInlining)]
    static TSelf ITrigonometricFunctions<TSelf>.Acos(TSelf x) => TSelf.Apply(default(Acos), x);

    [MethodImpl(AggressiveInlining)]
    static TSelf ITrigonometricFunctions<TSelf>.Atan(TSelf x) => TSelf.Apply(default(Atan), x);

    [MethodImpl(AggressiveInlining)]
    static TSelf ITrigonometricFunctions<TSelf>.SinPi(TSelf x) => TSelf.Apply(default(SinPi), x);

    [MethodImpl(AggressiveInlining)]
    static TSelf ITrigonometricFunctions<TSelf>.CosPi(TSelf x) => TSelf.Apply(default(CosPi), x);

    [MethodImpl(AggressiveInlining)]
    static TSelf ITrigonometricFunctions<TSelf>.TanPi(TSelf x) => TSelf.Apply(default(TanPi), x);

    static (TSelf Sin, TSelf Cos) ITrigonometricFunctions<TSelf>.SinCos(TSelf x) => (TSelf.Sin(x), TSelf.Cos(x));

    static (TSelf SinPi, TSelf CosPi) ITrigonometricFunctions<TSelf>.SinCosPi(TSelf x) => (TSelf.SinPi(x), TSelf.CosPi(x));

    static TSelf ITrigonometricFunctions<TSelf>.AsinPi(TSelf x) => TSelf.Asin(x) / TSelf.Pi;

    static TSelf ITrigonometricFunctions<TSelf>.AcosPi(TSelf x) => TSelf.Acos(x) / TSelf.Pi;

    static TSelf ITrigonometricFunctions<TSelf>.AtanPi(TSelf x) => TSelf.Atan(x) / TSelf.Pi;

    static TSelf IFloatingPointIeee754<TSelf>.Atan2(TSelf y, TSelf x) => TSelf.Apply(default(Atan2), y, x);

    static TSelf IFloatingPointIeee754<TSelf>.Atan2Pi(TSelf y, TSelf x) => TSelf.Atan2(y, x) / TSelf.Pi;

    [MethodImpl(AggressiveInlining)]
    static TSelf IHyperbolicFunctions<TSelf>.Sinh(TSelf x) => TSelf.Apply(default(Sinh), x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IHyperbolicFunctions<TSelf>.Cosh(TSelf x) => TSelf.Apply(default(Cosh), x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IHyperbolicFunctions<TSelf>.Tanh(TSelf x) => TSelf.Apply(default(Tanh), x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IHyperbolicFunctions<TSelf>.Asinh(TSelf x) => TSelf.Apply(default(Asinh), x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IHyperbolicFunctions<TSelf>.Acosh(TSelf x) => TSelf.Apply(default(Acosh), x);

    [MethodImpl(AggressiveInlining)]
    static TSelf IHyperbolicFunctions<TSelf>.Atanh(TSelf x) => TSelf.Apply(default(Atanh), x);

    [MethodImpl(AggressiveInlining)]
    static TSelf INumberBase<TSelf>.Abs(TSelf x) => TSelf.Apply(default(Abs), x);

    static TSelf INumber<TSelf>.CopySign(TSelf value, TSelf sign) => TSelf.Apply(default(CopySign), value, sign);

    static TSelf INumber<TSelf>.Max(TSelf x, TSelf y) => TSelf.Apply(default(Maximum), x, y);

    static TSelf INumber<TSelf>.Min(TSelf x, TSelf y) => TSelf.Apply(default(Minimum), x, y);

    static TSelf INumber<TSelf>.MaxNumber(TSelf x, TSelf y) => TSelf.Apply(default(MaximumNumber), x, y);

    static TSelf INumber<TSelf>.MinNumber(TSelf x, TSelf y) => TSelf.Apply(default(MinimumNumber), x, y);

    static TSelf INumber<TSelf>.MaxNative(TSelf x, TSelf y) => TSelf.Max(x, y);

    static TSelf INumber<TSelf>.MinNative(TSelf x, TSelf y) => TSelf.Min(x, y);

    static TSelf INumber<TSelf>.Clamp(TSelf value, TSelf min, TSelf max) =>
        TSelf.Apply(default(AtMost), TSelf.Apply(default(AtLeast), value, min), max);

    static TSelf INumber<TSelf>.ClampNative(TSelf value, TSelf min, TSelf max) => TSelf.Clamp(value, min, max);

    static TSelf INumberBase<TSelf>.MultiplyAddEstimate(TSelf left, TSelf right, TSelf addend) => TSelf.MultiplyAdd(left, right, addend);

    static TSelf IFloatingPointIeee754<TSelf>.FusedMultiplyAdd(TSelf left, TSelf right, TSelf addend) =>
        TSelf.MultiplyAdd(left, right, addend);

    static TSelf IFloatingPointIeee754<TSelf>.Ieee754Remainder(TSelf left, TSelf right) =>
        TSelf.Apply(default(Ieee754Remainder), left, right);

    static TSelf IFloatingPointIeee754<TSelf>.ScaleB(TSelf x, int n) => TSelf.Apply(new ScaleB(n), x);

    static TSelf IFloatingPoint<TSelf>.Round(TSelf x, int digits, MidpointRounding mode) => TSelf.Apply(new Round(digits, mode), x);
}
