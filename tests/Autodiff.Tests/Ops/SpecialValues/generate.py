"""Writes the tables of special values: what mathematics, IEEE 754 and docs/conventions.md say, computed with thousands of bits.

Nothing here is taken from the library. Run it with mpmath installed: python3 generate.py. It writes unary.double.txt and its three sisters.
"""

import pathlib

from operands import FORMATS, NAN, points, text
from onenumber import UNARY
from twonumbers import BINARY

HEADER = """\
# {what} of {format}s at special values. {columns}
# A value is the exact result, rounded once; a gradient is the exact derivative, its limit at an infinity, or what docs/conventions.md says.
# Sign of zero: that of the value counts, that of a gradient does not. -max, max: the largest numbers; -tiny, tiny: the smallest denormals.
#
# NaN in gives NaN out and NaN as gradient, but for these:
#   {exceptions}
# Written by generate.py, from mathematics and not from the library.
"""

OF_ONE = """\
pow(NaN, 0) = 1 (Power, p = 0), as IEEE 754 has it.
#   A gradient that does not depend on x stays what it is: Negate, ScaleB, the functions that are constant in pieces, Power with p = 0 or 1."""

OF_TWO = """\
pow(NaN, 0) = pow(1, NaN) = 1 and hypot(inf, NaN) = hypot(NaN, inf) = inf, as IEEE 754 has it.
#   MaximumNumber and MinimumNumber take NaN as missing; comparisons with NaN are false, and Chosen marks a NaN.
#   CopySign reads the sign of a NaN, and double.NaN has the sign bit set; Prelu does not read a slope that it does not use.
#   Propagate: an adjoint of 0 carries nothing; ExpDifference: of nothing (b = -inf) every part is 0.
#   A gradient is NaN only where it depends on what is NaN: that of a sum is 1, that of a product the other factor.
#   Maximum, Minimum, AtLeast and AtMost pass the gradient on as if nothing were NaN: see docs/conventions.md."""


def write(path, what, columns, exceptions, operations, arity, number_format):
    header = HEADER.format(what=what, format=number_format.name, columns=columns, exceptions=exceptions)
    lines = [header.rstrip("\n")]
    names = points(number_format)
    for name, evaluate in operations.items():
        places = [(x,) for x in names] if arity == 1 else [(x, y) for x in names for y in names]
        for place in places:
            results = evaluate(number_format, *[names[x] for x in place])
            assert len(results) == arity + 1 and None not in results, (name, place)
            lines.append(" | ".join([name, *place, *[text(number_format, result) for result in results]]))
    path.write_text("\n".join(lines) + "\n")
    print(path.name, len(lines))


def main():
    here = pathlib.Path(__file__).parent
    for number_format in FORMATS:
        write(here / f"unary.{number_format.name}.txt", "Functions of one number", "operation | x | value | by x", OF_ONE, UNARY, 1, number_format)
        write(here / f"binary.{number_format.name}.txt", "Functions of two numbers", "operation | a | b | value | by a | by b", OF_TWO, BINARY, 2, number_format)


main()
