"""Functions of one number: (value, derivative) at any point."""

from mpmath import mp, mpf

from operands import INF, MINUS_ZERO, NAN, PLUS_ZERO, is_inf, is_integer, is_nan, is_zero, negative, real, to_format, zero
from powers import power, slope_of_power

UNARY = {}


def operation(name, at_nan=(NAN, NAN), at_minus_infinity=None, at_infinity=None, at_zero=None, odd=False):
    """Names a function; odd ones keep the sign of a zero. What is said of the infinities and of zero goes before the formula."""

    def register(function):
        def evaluate(number_format, x):
            if is_nan(x):
                return at_nan
            if is_inf(x):
                special = at_minus_infinity if negative(x) else at_infinity
                if special is not None:
                    return special
                assert name in WHOLE, name
            if is_zero(x) and at_zero is not None:
                return at_zero
            value, slope = function(number_format, real(x)) if name not in SIGNED else function(number_format, x)
            return (x if odd and is_zero(x) else value), slope

        UNARY[name] = evaluate
        return function

    return register


# Those whose formula deals with infinities, and those whose formula reads the sign of a zero.
WHOLE = {"Negate", "Abs", "ScaleB, n = 3", "Floor", "Ceiling", "Round", "Sign", "UnitStep", "Relu", "LeakyRelu", "Power, p = 0", "Power, p = 1",
         "Power, p = 3", "Power, p = 0.3", "Power, p = -2", "HardTanh", "Relu6", "HardSigmoid"}
SIGNED = {"Negate", "Power, p = 0", "Power, p = 1", "Power, p = 3", "Power, p = 0.3", "Power, p = -2", "Reciprocal", "ReciprocalSqrt", "Digamma",
          "Polygamma", "Floor", "Ceiling", "Round", "SinPi", "TanPi", "LogGamma"}
OUTSIDE = (NAN, NAN)


@operation("Negate", at_nan=(NAN, mpf(-1)))
def _(f, x):
    return (zero(not negative(x)) if is_zero(x) else -x), mpf(-1)


@operation("Abs")
def _(f, x):
    return abs(x), mp.sign(x)


@operation("Square", at_minus_infinity=(INF, -INF), at_infinity=(INF, INF))
def _(f, x):
    return x * x, 2 * x


@operation("Reciprocal", at_minus_infinity=(MINUS_ZERO, PLUS_ZERO), at_infinity=(PLUS_ZERO, PLUS_ZERO))
def _(f, x):
    if is_zero(x):
        return (-INF if negative(x) else INF), -INF
    return 1 / x, -1 / (x * x)


@operation("Sqrt", at_minus_infinity=OUTSIDE, at_infinity=(INF, PLUS_ZERO), odd=True)
def _(f, x):
    if x < 0:
        return OUTSIDE
    return (mpf(0), INF) if x == 0 else (mp.sqrt(x), 1 / (2 * mp.sqrt(x)))


# The root of -0 is -0, and its reciprocal -inf.
@operation("ReciprocalSqrt", at_minus_infinity=OUTSIDE, at_infinity=(PLUS_ZERO, PLUS_ZERO))
def _(f, x):
    if is_zero(x):
        return (-INF if negative(x) else INF), -INF
    return OUTSIDE if x < 0 else (1 / mp.sqrt(x), -1 / (2 * x * mp.sqrt(x)))


def cube_root(x):
    return mp.sign(x) * mp.cbrt(abs(x))


@operation("Cbrt", at_minus_infinity=(-INF, PLUS_ZERO), at_infinity=(INF, PLUS_ZERO), odd=True)
def _(f, x):
    return (x, INF) if x == 0 else (cube_root(x), 1 / (3 * cube_root(x) ** 2))


UNARY["RootN, n = 3"] = UNARY["Cbrt"]


@operation("RootN, n = 4", at_minus_infinity=OUTSIDE, at_infinity=(INF, PLUS_ZERO), at_zero=(PLUS_ZERO, INF))
def _(f, x):
    return OUTSIDE if x < 0 else (mp.root(x, 4), mp.root(x, 4) / (4 * x))


@operation("ScaleB, n = 3", at_nan=(NAN, mpf(8)), odd=True)
def _(f, x):
    return 8 * x, mpf(8)


def constant_power(exponent):
    at_nan = {0: (mpf(1), mpf(0)), 1: (NAN, mpf(1))}.get(exponent, (NAN, NAN))

    @operation(f"Power, p = {exponent}", at_nan=at_nan)
    def _(f, x):
        p = to_format(f, exponent)
        return power(x, p), slope_of_power(x, p)


for number in (0, 1, 3, 0.3, -2):
    constant_power(number)


@operation("Exp", at_minus_infinity=(PLUS_ZERO, PLUS_ZERO), at_infinity=(INF, INF))
def _(f, x):
    return mp.exp(x), mp.exp(x)


@operation("Exp2", at_minus_infinity=(PLUS_ZERO, PLUS_ZERO), at_infinity=(INF, INF))
def _(f, x):
    return mp.exp(x * mp.ln2), mp.ln2 * mp.exp(x * mp.ln2)


@operation("Exp10", at_minus_infinity=(PLUS_ZERO, PLUS_ZERO), at_infinity=(INF, INF))
def _(f, x):
    return mp.exp(x * mp.ln10), mp.ln10 * mp.exp(x * mp.ln10)


@operation("ExpM1", at_minus_infinity=(mpf(-1), PLUS_ZERO), at_infinity=(INF, INF), odd=True)
def _(f, x):
    return mp.expm1(x), mp.exp(x)


# Outside its domain a logarithm is NaN, and its derivative that of the formula, 1/x, as it is of ln |x|. At a zero of either sign it is +inf.
def logarithm(name, scale):
    @operation(name, at_minus_infinity=(NAN, PLUS_ZERO), at_infinity=(INF, PLUS_ZERO), at_zero=(-INF, INF))
    def _(f, x):
        return (mp.log(x) / scale if x > 0 else NAN), 1 / (x * scale)


logarithm("Log", mpf(1))
logarithm("Log2", mp.log(2))
logarithm("Log10", mp.log(10))


@operation("LogP1", at_minus_infinity=(NAN, PLUS_ZERO), at_infinity=(INF, PLUS_ZERO), odd=True)
def _(f, x):
    if x == -1:
        return -INF, INF
    return (mp.log1p(x) if x > -1 else NAN), 1 / (1 + x)


@operation("Sin", at_minus_infinity=OUTSIDE, at_infinity=OUTSIDE, odd=True)
def _(f, x):
    return mp.sin(x), mp.cos(x)


@operation("Cos", at_minus_infinity=OUTSIDE, at_infinity=OUTSIDE)
def _(f, x):
    return mp.cos(x), -mp.sin(x)


@operation("Tan", at_minus_infinity=OUTSIDE, at_infinity=OUTSIDE, odd=True)
def _(f, x):
    return mp.tan(x), 1 / mp.cos(x) ** 2


def half_turns(x):
    """sin and cos of pi x, exactly 0 and 1 where they are."""
    quarters = 2 * x
    if is_integer(quarters):
        turn = int(quarters) % 4
        return mpf((0, 1, 0, -1)[turn]), mpf((1, 0, -1, 0)[turn])
    return mp.sin(mp.pi * x), mp.cos(mp.pi * x)


# Zeros as C23 signs them: sinpi(n) has the sign of n, cospi(n + 1/2) is +0, tanpi(n) is sinpi(n)/cospi(n) in its sign.
@operation("SinPi", at_minus_infinity=OUTSIDE, at_infinity=OUTSIDE)
def _(f, x):
    sine, cosine = half_turns(real(x))
    return (zero(negative(x)) if sine == 0 else sine), mp.pi * cosine


@operation("CosPi", at_minus_infinity=OUTSIDE, at_infinity=OUTSIDE)
def _(f, x):
    sine, cosine = half_turns(x)
    return cosine, -mp.pi * sine


@operation("TanPi", at_minus_infinity=OUTSIDE, at_infinity=OUTSIDE)
def _(f, x):
    sine, cosine = half_turns(real(x))
    if cosine == 0:
        return (INF if sine > 0 else -INF), INF
    return (zero(negative(x) != (cosine < 0)) if sine == 0 else sine / cosine), mp.pi / cosine**2


@operation("Asin", at_minus_infinity=OUTSIDE, at_infinity=OUTSIDE, odd=True)
def _(f, x):
    if abs(x) > 1:
        return OUTSIDE
    return mp.asin(x), (INF if abs(x) == 1 else 1 / mp.sqrt((1 - x) * (1 + x)))


@operation("Acos", at_minus_infinity=OUTSIDE, at_infinity=OUTSIDE)
def _(f, x):
    if abs(x) > 1:
        return OUTSIDE
    return mp.acos(x), (-INF if abs(x) == 1 else -1 / mp.sqrt((1 - x) * (1 + x)))


@operation("Atan", at_minus_infinity=(-mp.pi / 2, PLUS_ZERO), at_infinity=(mp.pi / 2, PLUS_ZERO), odd=True)
def _(f, x):
    return mp.atan(x), 1 / (1 + x * x)


@operation("Sinh", at_minus_infinity=(-INF, INF), at_infinity=(INF, INF), odd=True)
def _(f, x):
    return mp.sinh(x), mp.cosh(x)


@operation("Cosh", at_minus_infinity=(INF, -INF), at_infinity=(INF, INF))
def _(f, x):
    return mp.cosh(x), mp.sinh(x)


@operation("Tanh", at_minus_infinity=(mpf(-1), PLUS_ZERO), at_infinity=(mpf(1), PLUS_ZERO), odd=True)
def _(f, x):
    tail = mp.exp(-2 * abs(x))
    return mp.sign(x) * (1 - tail) / (1 + tail), 4 * tail / (1 + tail) ** 2


@operation("Asinh", at_minus_infinity=(-INF, PLUS_ZERO), at_infinity=(INF, PLUS_ZERO), odd=True)
def _(f, x):
    return mp.asinh(x), 1 / mp.sqrt(1 + x * x)


@operation("Acosh", at_minus_infinity=OUTSIDE, at_infinity=(INF, PLUS_ZERO))
def _(f, x):
    if x < 1:
        return OUTSIDE
    return mp.acosh(x), (INF if x == 1 else 1 / mp.sqrt((x - 1) * (x + 1)))


# Outside its domain NaN, and the derivative of the formula, as of the logarithms that it is made of.
@operation("Atanh", at_minus_infinity=(NAN, PLUS_ZERO), at_infinity=(NAN, PLUS_ZERO), odd=True)
def _(f, x):
    if abs(x) == 1:
        return x * INF, INF
    return (mp.atanh(x) if abs(x) < 1 else NAN), 1 / ((1 - x) * (1 + x))


from activations import *  # noqa: E402, F401, F403
