"""Numbers of the tables: reals of thousands of bits, signed zeros and infinities, NaN; and their rounding to a format."""

from collections import namedtuple

from mpmath import mp, mpf

# More than twice the span of the exponents of a double, so that 1 + tiny^2 is what it is.
mp.prec = 5000

Format = namedtuple("Format", "name bits least greatest")
FORMATS = [Format("double", 53, -1074, 1024), Format("float", 24, -149, 128)]

INF = mpf("inf")
NAN = mpf("nan")


class Zero:
    """A zero with a sign; a plain number 0 is +0."""

    def __init__(self, negative):
        self.negative = negative


MINUS_ZERO = Zero(True)
PLUS_ZERO = Zero(False)


def real(x):
    """The number without the sign of a zero."""
    return mpf(0) if isinstance(x, Zero) else x


def is_nan(*numbers):
    return any(mp.isnan(real(x)) for x in numbers)


def is_zero(x):
    return real(x) == 0


def is_inf(x):
    return mp.isinf(real(x))


def negative(x):
    return x.negative if isinstance(x, Zero) else x < 0


def zero(is_negative):
    return MINUS_ZERO if is_negative else PLUS_ZERO


def is_integer(x):
    return not is_inf(x) and mp.floor(real(x)) == real(x)


def is_odd(x):
    return is_integer(x) and int(real(x)) % 2 == 1


def points(number_format):
    """The fourteen operands by name."""
    largest = mpf(2) ** number_format.greatest - mpf(2) ** (number_format.greatest - number_format.bits)
    tiny = mpf(2) ** number_format.least
    return {
        "-inf": -INF, "-max": -largest, "-2.5": mpf(-2.5), "-1": mpf(-1), "-tiny": -tiny, "-0": MINUS_ZERO, "0": PLUS_ZERO, "tiny": tiny,
        "0.5": mpf(0.5), "1": mpf(1), "2.5": mpf(2.5), "max": largest, "inf": INF, "nan": NAN,
    }


def rounded(number_format, x):
    """The mantissa and exponent of the nearest number of the format, ties to even; an infinity as it is."""
    if mp.isinf(x):
        return x
    sign, mantissa, exponent, bits = x._mpf_
    if bits + exponent > number_format.greatest + 1:
        return -INF if sign else INF
    if bits + exponent < number_format.least - 1:
        return MINUS_ZERO if sign else PLUS_ZERO
    unit = max(bits + exponent - number_format.bits, number_format.least)
    shift = unit - exponent
    whole = int(mantissa)
    if shift > 0:
        rest, whole = whole & ((1 << shift) - 1), whole >> shift
        half = 1 << (shift - 1)
        whole += rest > half or (rest == half and whole & 1)
    else:
        whole <<= -shift
    if whole.bit_length() + unit > number_format.greatest:
        return -INF if sign else INF
    if whole == 0:
        return MINUS_ZERO if sign else PLUS_ZERO
    return (-1) ** sign * mp.ldexp(mpf(whole), unit)


def to_format(number_format, x):
    """A parameter as an operation of the format sees it."""
    return real(rounded(number_format, mpf(x)))


def text(number_format, x):
    """The nearest number of the format, in as many digits as name it."""
    if isinstance(x, Zero):
        return "-0" if x.negative else "0"
    x = mpf(x)
    if mp.isnan(x):
        return "nan"
    if x == 0:
        return "0"
    x = rounded(number_format, x)
    if isinstance(x, Zero):
        return "-0" if x.negative else "0"
    if mp.isinf(x):
        return "inf" if x > 0 else "-inf"
    if number_format.name == "double":
        digits = repr(float(x))
    else:
        digits = next(s for s in (f"{float(x):.{n}g}" for n in range(1, 10)) if real(rounded(number_format, mpf(s))) == x)
    return digits[:-2] if digits.endswith(".0") else digits
