"""x to the p, as IEEE 754 has it at its special points, and its derivative by x."""

from mpmath import mp, mpf

from operands import INF, MINUS_ZERO, NAN, PLUS_ZERO, is_inf, is_nan, is_odd, is_integer, is_zero, negative, real, zero


def power(x, p):
    if is_zero(p) or (not is_nan(x) and not is_zero(x) and real(x) == 1):
        return mpf(1)
    if is_nan(x, p):
        return NAN
    odd = is_odd(p)
    if is_zero(x):
        if negative(p):
            return -INF if odd and negative(x) else INF
        return zero(odd and negative(x))
    if is_inf(p):
        size = abs(x)
        return mpf(1) if size == 1 else INF if (size > 1) == (p > 0) else PLUS_ZERO
    if is_inf(x):
        if negative(p):
            return zero(odd and negative(x))
        return -INF if odd and negative(x) else INF
    if negative(x) and not is_integer(p):
        return NAN
    size = mp.exp(p * mp.log(abs(x))) if abs(x) != 1 else mpf(1)
    return -size if odd and negative(x) else size


def slope_of_power(x, p):
    """p x^(p - 1) with the exact p - 1, and 0 for p = 0. An infinite p counts as an even number, so p - 1 as an odd one."""
    if is_zero(p):
        return mpf(0)
    if is_nan(x, p):
        return NAN if not (p == 1) else mpf(1)
    if is_inf(p):
        below = power(x, p)
        if is_zero(below):
            return mpf(0)
        below = -below if negative(x) else below
    else:
        below = power(x, p - 1)
    return mpf(0) if is_zero(below) else p * below
