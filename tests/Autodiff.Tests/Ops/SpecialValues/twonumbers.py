"""Functions of two numbers: (value, derivative by a, derivative by b) at any point."""

from mpmath import mp, mpf

from operands import INF, MINUS_ZERO, NAN, PLUS_ZERO, is_inf, is_nan, is_zero, negative, real, zero
from activations import logistic
from powers import power, slope_of_power

BINARY = {}


def operation(name):
    def register(function):
        BINARY[name] = lambda f, a, b: function(a, b)
        return function

    return register


def times(a, b):
    if is_nan(a, b) or (is_zero(a) and is_inf(b)) or (is_inf(a) and is_zero(b)):
        return NAN
    return zero(negative(a) != negative(b)) if is_zero(a) or is_zero(b) else a * b


def over(a, b):
    if is_nan(a, b) or (is_zero(a) and is_zero(b)) or (is_inf(a) and is_inf(b)):
        return NAN
    sign = negative(a) != negative(b)
    if is_zero(a) or is_inf(b):
        return zero(sign)
    if is_zero(b) or is_inf(a):
        return -INF if sign else INF
    return a / b


def plus(a, b):
    if is_nan(a, b) or (is_inf(a) and is_inf(b) and a != b):
        return NAN
    if is_zero(a) and is_zero(b):
        return zero(negative(a) and negative(b))
    return real(a) + real(b)


def minus(a):
    return zero(not negative(a)) if is_zero(a) else -a


@operation("Add")
def _(a, b):
    return plus(a, b), mpf(1), mpf(1)


@operation("Subtract")
def _(a, b):
    return plus(a, minus(b)), mpf(1), mpf(-1)


@operation("Multiply")
def _(a, b):
    return times(a, b), b, a


@operation("Divide")
def _(a, b):
    # By b it is -(a/b)/b, in exact numbers.
    return over(a, b), over(mpf(1), b), minus(over(over(a, b), b))


def remainder(nearest):
    def of(a, b):
        if is_nan(a, b) or is_inf(a) or is_zero(b):
            return NAN, mpf(1), NAN
        if is_inf(b) or is_zero(a):
            return a, mpf(1), mpf(0)
        # The quotient is rational: mantissas and powers of two.
        quotient = nearest(real(a) / real(b))
        rest = real(a) - quotient * real(b)
        return (zero(negative(a)) if rest == 0 else rest), mpf(1), -quotient

    return of


def truncated(quotient):
    return mp.sign(quotient) * mp.floor(abs(quotient))


operation("Remainder")(remainder(truncated))
operation("Ieee754Remainder")(remainder(mp.nint))


@operation("Propagate")
def _(adjoint, partial):
    return (PLUS_ZERO if is_zero(adjoint) else times(adjoint, partial)), partial, adjoint


@operation("Pow")
def _(a, b):
    value, by_a = power(a, b), slope_of_power(a, b)
    if is_nan(a, b):
        # The function that is 1 whatever the exponent has no slope by it.
        return value, by_a, mpf(0) if not is_nan(a) and real(a) == 1 else NAN
    if is_zero(a):
        return value, by_a, (-INF if negative(b) and not is_zero(b) else mpf(0))
    if negative(a):
        return value, by_a, NAN
    # y ln a; where the power vanishes it does so faster than the logarithm grows.
    logarithm = INF if is_inf(a) else mp.log(a)
    return value, by_a, (mpf(0) if is_zero(value) else times(value, logarithm))


@operation("Atan2")
def _(y, x):
    if is_nan(y, x):
        return NAN, NAN, NAN
    sign = -1 if negative(y) else 1
    if is_inf(y):
        turn = mpf(2) if not is_inf(x) else mpf(4) if x > 0 else mpf(4) / 3
        angle = sign * mp.pi / turn
    elif is_inf(x) or is_zero(y):
        angle = sign * mp.pi if negative(x) else zero(negative(y))
    elif is_zero(x):
        angle = sign * mp.pi / 2
    else:
        angle = mp.atan2(y, x)
    if is_inf(y) or is_inf(x) or (is_zero(y) and is_zero(x)):
        return angle, mpf(0), mpf(0)
    square = real(x) ** 2 + real(y) ** 2
    return angle, real(x) / square, -real(y) / square


@operation("Hypot")
def _(a, b):
    if is_inf(a) or is_inf(b):
        # Along one axis the length grows by 1, across it not at all; towards a corner it is not told which.
        unknown = is_nan(a, b) or (is_inf(a) and is_inf(b))
        return INF, *((NAN, NAN) if unknown else (mp.sign(a) if is_inf(a) else mpf(0), mp.sign(b) if is_inf(b) else mpf(0)))
    if is_nan(a, b):
        return NAN, NAN, NAN
    a, b = real(a), real(b)
    length = mp.sqrt(a * a + b * b)
    return (mpf(0), mpf(0), mpf(0)) if length == 0 else (length, a / length, b / length)


@operation("LogAddExp")
def _(a, b):
    if is_nan(a, b):
        return NAN, NAN, NAN
    a, b = real(a), real(b)
    if is_inf(a) and a == b:
        share = mpf(0.5) if a > 0 else mpf(0)
        return a, share, share
    if is_inf(a) or is_inf(b):
        share = mpf(1 if a > b else 0)
        return max(a, b), share, 1 - share
    return max(a, b) + mp.log1p(mp.exp(-abs(a - b))), logistic(a - b), logistic(b - a)


def larger(a, b):
    """Of zeros the positive one."""
    if is_zero(a) and is_zero(b):
        return zero(negative(a) and negative(b))
    return a if real(a) > real(b) else b


def smaller(a, b):
    return minus(larger(minus(a), minus(b)))


def extremum(name, choose, nan_counts):
    @operation(name)
    def _(a, b):
        if nan_counts and is_nan(a, b):
            return NAN, mpf(1), mpf(1)
        if is_nan(a):
            return b, mpf(0), mpf(1)
        if is_nan(b):
            return a, mpf(1), mpf(0)
        if real(a) == real(b):
            return choose(a, b), mpf(0.5), mpf(0.5)
        return choose(a, b), mpf(1 if choose(a, b) is a else 0), mpf(1 if choose(a, b) is b else 0)


extremum("Maximum", larger, nan_counts=True)
extremum("MaximumNumber", larger, nan_counts=False)
# Of equal arguments the choice makes a new number; of others, one of the two.
extremum("Minimum", lambda a, b: smaller(a, b) if real(a) == real(b) else a if real(a) < real(b) else b, nan_counts=True)
extremum("MinimumNumber", lambda a, b: smaller(a, b) if real(a) == real(b) else a if real(a) < real(b) else b, nan_counts=False)


def bound(name, choose, moves):
    @operation(name)
    def _(x, limit):
        if is_nan(x, limit):
            return NAN, mpf(1), mpf(0)
        moved = moves(real(x), real(limit))
        return choose(x, limit), mpf(0 if moved else 1), mpf(1 if moved else 0)


bound("AtLeast", larger, lambda x, limit: limit > x)
bound("AtMost", smaller, lambda x, limit: limit < x)


@operation("Prelu")
def _(x, slope):
    if is_nan(x):
        return NAN, NAN, NAN
    if real(x) > 0:
        return x, mpf(1), mpf(0)
    return times(slope, x), slope, x


@operation("CopySign")
def _(a, b):
    sign = -1 if is_nan(b) or negative(b) else 1
    if is_nan(a):
        return NAN, NAN, mpf(0)
    value = zero(sign < 0) if is_zero(a) else sign * abs(a)
    return value, sign * mp.sign(real(a)), mpf(0)


def comparison(name, holds):
    @operation(name)
    def _(a, b):
        return mpf(1 if not is_nan(a, b) and holds(real(a), real(b)) else 0), mpf(0), mpf(0)


comparison("Greater", lambda a, b: a > b)
comparison("GreaterOrEqual", lambda a, b: a >= b)
comparison("Less", lambda a, b: a < b)
comparison("LessOrEqual", lambda a, b: a <= b)
comparison("Equal", lambda a, b: a == b)


@operation("Chosen")
def _(a, b):
    return mpf(1 if is_nan(a) or (not is_nan(b) and real(a) == real(b)) else 0), mpf(0), mpf(0)


@operation("ExpDifference")
def _(a, b):
    if is_inf(b) and b < 0:
        return mpf(0), mpf(0), mpf(0)
    if is_nan(a, b):
        return NAN, NAN, NAN
    part = mpf(1) if real(a) == real(b) else mp.exp(real(a) - real(b))
    return part, part, -part
