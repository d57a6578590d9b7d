"""Heads, feet and lists of Party documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.real.paper import drawn, empty, file_of, mid, par, run, section, table
from tests.real.state_parts import mm

PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
#: the page of 05-HD/VPTW
PAGE: dict[str, Any] = {"top": 1134, "bottom": 1134, "left": 1701, "right": 850}


def party_head(
    superior: Sequence[str], issuer: Sequence[str], number: str, dated: str, subject: str = "", grid: str = "1x2", mark: str = ""
) -> str:
    """Bodies, star and number at the left, title and date at the right."""
    left = [mid(run(name, 14)) for name in superior] + [mid(run(name, 14, b=True)) for name in issuer] + [mid(run("*", 14))]
    low = [mid(run(number, 14))]
    low += [mid(run(mark, 14, i=True))] if mark else []
    low += [mid(run(subject, 12, i=True))] if subject else []
    right = [mid(run(PARTY, 15, b=True)), mid(drawn(mm(PARTY, 15)))]
    date = mid(run(dated, 14, i=True))
    if grid == "1x2":
        return table([["".join(left + low), "".join(right) + date]], [4500, 4854])
    if grid == "2x2":
        return table([["".join(left), "".join(right)], ["".join(low), date]], [4500, 4854])
    return table([["".join(left), "", "".join(right)], ["".join(low), "", date]], [4400, 200, 4754])


def titled(name: str, abstract: str, size: float = 16) -> str:
    """Type name, abstract and five hyphens."""
    lines = "".join(mid(run(line, 14, b=True)) for line in abstract.split("\n"))
    return mid(run(name, size, b=True), before=240) + lines + mid(run("-----", 14))


def text(words: str, *, b: bool = False) -> str:
    """A paragraph of the text; ``**…**`` at its beginning is bold."""
    bold, rest = words[2:].split("**", 1) if words.startswith("**") else ("", words)
    runs = [run(bold, 14, b=True)] if bold else []
    return par(*runs, run(rest, 14, b=b), jc="both", first=567, before=120, line=360, rule="exact")


def listed(*items: str) -> str:
    """The list of recipients; the line under the label ends before the colon."""
    return par(run("Nơi nhận", 14, u=True), run(":", 14)) + "".join(par(run(item, 12)) for item in items)


def signed_by(*lines: str, name: str) -> str:
    """The signer: only the line of authority is bold."""
    marked = lines[0].startswith(("T/M", "K/T", "T/L"))
    shown = "".join(mid(run(line, 14, b=marked and number == 0)) for number, line in enumerate(lines))
    return shown + empty(4) + mid(run(name, 14, b=True))


def party_foot(recipients: str, signer: str) -> str:
    """Recipients and signer side by side."""
    return "<w:p/>" + table([[recipients, signer]], [4600, 4754])


def party_file(content: str, last: str = "") -> bytes:
    """The file of a Party document."""
    return file_of(content, last or section(**PAGE))
