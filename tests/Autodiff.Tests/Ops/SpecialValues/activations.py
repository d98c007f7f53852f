"""Activations, special functions and functions that are constant in pieces: (value, derivative) at any point."""

from mpmath import mp, mpf

from operands import INF, MINUS_ZERO, NAN, PLUS_ZERO, is_inf, is_integer, is_zero, negative, real, to_format, zero
from onenumber import OUTSIDE, operation

SELU_SCALE = mpf("1.0507009873554804934193349852946")
SELU_ALPHA = mpf("1.6732632423543772848170429916717")


def logistic(x):
    e = mp.exp(-abs(x))
    return (1 if x > 0 else e) / (1 + e)


def softplus(x):
    return max(x, mpf(0)) + mp.log1p(mp.exp(-abs(x)))


def density(x):
    return mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi)


def erfc(x):
    """Nothing is left of it beyond 100 in any format."""
    return mpf(0) if x > 100 else mpf(2) if x < -100 else mp.erfc(x)


def distribution(x):
    """A tail that is smaller than every number, but not 0: so the sign of a product with it is that of the other factor."""
    return mp.exp(-x * x / 2) if x < -100 else erfc(-x / mp.sqrt(2)) / 2


@operation("Sigmoid", at_minus_infinity=(PLUS_ZERO, PLUS_ZERO), at_infinity=(mpf(1), PLUS_ZERO))
def _(f, x):
    return logistic(x), logistic(x) * logistic(-x)


@operation("LogSigmoid", at_minus_infinity=(-INF, mpf(1)), at_infinity=(MINUS_ZERO, PLUS_ZERO))
def _(f, x):
    return -softplus(-x), logistic(-x)


def softplus_of(name, beta):
    @operation(name, at_minus_infinity=(PLUS_ZERO, PLUS_ZERO), at_infinity=(INF, mpf(1)))
    def _(f, x):
        return softplus(beta * x) / beta, logistic(beta * x)


softplus_of("Softplus", mpf(1))
softplus_of("Softplus, β = 2.5", mpf(2.5))

# x times something that vanishes faster: -0 at -inf, where the gradient vanishes too.
TAIL = {"at_minus_infinity": (MINUS_ZERO, PLUS_ZERO), "at_infinity": (INF, mpf(1)), "odd": True}


@operation("Gelu", **TAIL)
def _(f, x):
    return x * distribution(x), distribution(x) + x * density(x)


@operation("GeluTanh", **TAIL)
def _(f, x):
    scale, cubic = mp.sqrt(2 / mp.pi), mpf("0.044715")
    u, slope = 2 * scale * (x + cubic * x**3), 2 * scale * (1 + 3 * cubic * x * x)
    return x * logistic(u), logistic(u) + x * logistic(u) * logistic(-u) * slope


@operation("Silu", **TAIL)
def _(f, x):
    return x * logistic(x), logistic(x) * (1 + x * logistic(-x))


@operation("Mish", **TAIL)
def _(f, x):
    # tanh(ln(1 + E)) with E = e^x is E (E + 2)/(E (E + 2) + 2); both divided by E^2 for x > 0.
    e = mp.exp(-abs(x))
    above, rest = (1 + 2 * e, 2 * e * e) if x > 0 else (e * (e + 2), mpf(2))
    gate, complement = above / (above + rest), rest / (above + rest)
    return x * gate, gate + x * complement * (1 + gate) * logistic(x)


@operation("Softsign", at_minus_infinity=(mpf(-1), PLUS_ZERO), at_infinity=(mpf(1), PLUS_ZERO), odd=True)
def _(f, x):
    return x / (1 + abs(x)), 1 / (1 + abs(x)) ** 2


@operation("Relu", odd=True)
def _(f, x):
    return (x, mpf(1)) if x > 0 else (mpf(0), mpf(0))


@operation("LeakyRelu", odd=True)
def _(f, x):
    slope = to_format(f, 0.01)
    return (x, mpf(1)) if x > 0 else (slope * x, slope)


def exponential_linear(name, scale, alpha):
    @operation(name, at_minus_infinity=(-scale * alpha, PLUS_ZERO), at_infinity=(INF, scale), odd=True)
    def _(f, x):
        return (scale * x, scale) if x > 0 else (scale * alpha * mp.expm1(x), scale * alpha * mp.exp(x))


exponential_linear("Elu", mpf(1), mpf(1))
exponential_linear("Elu, α = 0.5", mpf(1), mpf(0.5))
exponential_linear("Selu", SELU_SCALE, SELU_ALPHA)


def between(name, low, high):
    @operation(name, odd=True)
    def _(f, x):
        return min(max(x, mpf(low)), mpf(high)), mpf(1 if low < x < high else 0)


between("Relu6", 0, 6)
between("HardTanh", -1, 1)


@operation("HardSigmoid")
def _(f, x):
    return min(max(x / 6 + mpf(0.5), mpf(0)), mpf(1)), (mpf(1) / 6 if abs(x) <= 3 else mpf(0))


@operation("Erf", at_minus_infinity=(mpf(-1), PLUS_ZERO), at_infinity=(mpf(1), PLUS_ZERO), odd=True)
def _(f, x):
    return (mp.erf(x) if abs(x) < 100 else mp.sign(x)), 2 / mp.sqrt(mp.pi) * mp.exp(-x * x)


@operation("Erfc", at_minus_infinity=(mpf(2), PLUS_ZERO), at_infinity=(PLUS_ZERO, PLUS_ZERO))
def _(f, x):
    return erfc(x), -2 / mp.sqrt(mp.pi) * mp.exp(-x * x)


@operation("NormalCdf", at_minus_infinity=(PLUS_ZERO, PLUS_ZERO), at_infinity=(mpf(1), PLUS_ZERO))
def _(f, x):
    return distribution(x), density(x)


def polygamma(order, x):
    """The derivative of order n of digamma. Where both sides of a pole go one way that is the value; at 0 the side is that of the zero."""
    if is_zero(x):
        return INF if order % 2 == 1 or negative(x) else -INF
    if x < 0 and is_integer(x):
        return INF if order % 2 == 1 else NAN
    if x > mpf(10) ** 30:
        return mp.log(x) if order == 0 else (-1) ** (order + 1) * mp.factorial(order - 1) / x**order
    if abs(x) < mpf(10) ** -30:
        return -((-1) ** order) * mp.factorial(order) / x ** (order + 1)
    with mp.workprec(200):
        return +mp.psi(order, x)


@operation("LogGamma", at_minus_infinity=(INF, NAN), at_infinity=(INF, INF))
def _(f, x):
    if is_zero(x) or (x < 0 and is_integer(x)):
        return INF, polygamma(0, x)
    if abs(x) < mpf(10) ** -30:
        return -mp.log(abs(x)), polygamma(0, x)
    if x > mpf(10) ** 30:
        return x * (mp.log(x) - 1), polygamma(0, x)
    if x == 1:
        return PLUS_ZERO, polygamma(0, x)
    with mp.workprec(200):
        return mp.log(abs(mp.gamma(x))), polygamma(0, x)


@operation("Digamma", at_minus_infinity=OUTSIDE, at_infinity=(INF, PLUS_ZERO))
def _(f, x):
    return polygamma(0, x), polygamma(1, x)


@operation("Polygamma", at_minus_infinity=OUTSIDE, at_infinity=(MINUS_ZERO, PLUS_ZERO))
def _(f, x):
    return polygamma(2, x), polygamma(3, x)


def piecewise(name, function):
    @operation(name, at_nan=(NAN, mpf(0)))
    def _(f, x):
        return function(x), mpf(0)


def signed(result, x):
    """A result of 0 has the sign of what was rounded."""
    return zero(negative(x)) if result == 0 else result


piecewise("Floor", lambda x: x if is_inf(x) else signed(mp.floor(real(x)), x))
piecewise("Ceiling", lambda x: x if is_inf(x) else signed(mp.ceil(real(x)), x))
piecewise("Round", lambda x: x if is_inf(x) else signed(mp.nint(real(x)), x))
piecewise("Sign", mp.sign)
piecewise("UnitStep", lambda x: mpf(1 if x >= 0 else 0))
