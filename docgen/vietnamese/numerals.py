"""Numbers as a document prints them: Roman, lettered, with a leading zero."""

from __future__ import annotations

from collections.abc import Sequence

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(n: int) -> str:
    """``n`` in Roman capitals (``4`` → ``IV``); ``ValueError`` outside 1 to 3999, which Roman signs cannot write."""
    if not 1 <= n <= 3999:
        raise ValueError(f"{n} has no Roman numeral")
    signs = []
    for value, sign in _ROMAN:
        times, n = divmod(n, value)
        signs.append(sign * times)
    return "".join(signs)


def letter(n: int, alphabet: Sequence[str]) -> str:
    """The ``n``-th letter of ``alphabet``, counted from 1.

    Past the last letter they are repeated, as Word numbers: after ``y`` come ``aa``, ``bb``, … ``yy``, ``aaa``.
    ``ValueError`` for ``n`` below 1 or an empty alphabet.
    """
    if n < 1 or not alphabet:
        raise ValueError(f"there is no letter {n} of {len(alphabet)}")
    rounds, index = divmod(n - 1, len(alphabet))
    return alphabet[index] * (rounds + 1)


def pad(n: int, below: int, width: int = 2) -> str:
    """``n`` in digits, with zeros in front up to ``width`` digits where ``n < below``: ``pad(5, 10)`` → ``05``."""
    return f"{n:0{width}d}" if n < below else str(n)
