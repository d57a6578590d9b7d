"""Makes ``docgen/metrics/widths.json`` from the four faces of Liberation Serif 2.x.

Liberation Serif has the advance widths of Times New Roman, which the rules prescribe and which may not be shipped. Run it
where the Debian package ``fonts-liberation2`` is installed::

    python tools/make_metrics.py            writes the file
    python tools/make_metrics.py --check    exit code 1 when the file is not what the fonts give
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped, unused-ignore]

FONTS = Path("/usr/share/fonts/truetype/liberation2")
TARGET = Path(__file__).resolve().parent.parent / "docgen" / "metrics" / "widths.json"

FACES = {
    "regular": "LiberationSerif-Regular.ttf",
    "bold": "LiberationSerif-Bold.ttf",
    "italic": "LiberationSerif-Italic.ttf",
    "bold-italic": "LiberationSerif-BoldItalic.ttf",
}
"""Face as docgen calls it → font file."""

BLOCKS = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1, Extended-A, Extended-B
    (0x0250, 0x02FF),  # IPA, modifier letters
    (0x0300, 0x036F),  # combining marks
    (0x0370, 0x04FF),  # Greek, Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional: the Vietnamese letters
    (0x2000, 0x20CF),  # punctuation, superscripts, currency
    (0x2100, 0x23FF),  # letterlike, number forms, arrows, mathematics, technical
    (0x25A0, 0x27BF),  # shapes, symbols
    (0x2C60, 0x2C7F),  # Latin Extended-C
    (0xA700, 0xA7FF),  # modifier letters, Latin Extended-D
    (0xFB00, 0xFB06),  # Latin ligatures
    (0xFFFD, 0xFFFD),
)
"""The ranges of characters that are written, both ends included, as far as the font has them."""

UNITS = 2048


class WrongFontError(Exception):
    """The fonts are missing or are not the ones the table must come from; the text says what to install."""


@dataclass(frozen=True)
class Face:
    """What the table needs of one font file: version, ``(ascent, descent, line gap)`` and widths by code point, in 1/2048 em."""

    version: str
    heights: tuple[int, int, int]
    widths: dict[int, int]


def read_face(path: Path) -> Face:
    """The metrics of one face; ``WrongFontError`` when the file is missing or is not Liberation Serif 2.x with Vietnamese."""
    if not path.is_file():
        raise WrongFontError(f"{path} is missing: install fonts-liberation2")
    with TTFont(path, lazy=True) as font:
        family = font["name"].getDebugName(1) or ""
        version = (font["name"].getDebugName(5) or "").removeprefix("Version ").split(";")[0].strip()
        characters = font.getBestCmap()
        if not family.startswith("Liberation Serif"):
            raise WrongFontError(f"{path} is {family or 'a font without a name'}, not Liberation Serif")
        if not version.startswith("2."):
            raise WrongFontError(f"{path} is version {version or 'unknown'}, not 2.x: install fonts-liberation2")
        if missing := [code for code in range(0x1EA0, 0x1EFA) if code not in characters]:
            raise WrongFontError(f"{path} lacks {len(missing)} Vietnamese letters (first: U+{missing[0]:04X})")
        if font["head"].unitsPerEm != UNITS:
            raise WrongFontError(f"{path} has {font['head'].unitsPerEm} units per em, not {UNITS}")
        advances = font["hmtx"].metrics
        wanted = sorted(code for code in characters if any(low <= code <= high for low, high in BLOCKS))
        hhea = font["hhea"]
        heights = (int(hhea.ascent), -int(hhea.descent), int(hhea.lineGap))
        return Face(version, heights, {code: int(advances[characters[code]][0]) for code in wanted})


def read_faces(fonts: Path) -> dict[str, Face]:
    """All four faces, by docgen's name; ``WrongFontError`` also when they do not belong together."""
    faces = {name: read_face(fonts / file) for name, file in FACES.items()}
    if len({(face.version, face.heights) for face in faces.values()}) != 1:
        raise WrongFontError(f"the four faces in {fonts} are of different versions: install fonts-liberation2 anew")
    return faces


def make_text(faces: dict[str, Face]) -> str:
    """The text of the data file: JSON, one line for each run of neighbouring characters; the same faces, the same text."""
    some = faces["regular"]
    ascent, descent, gap = some.heights
    head = {
        "source": f"Liberation Serif {some.version}",
        "units": UNITS,
        "ascent": ascent,
        "descent": descent,
        "line_gap": gap,
    }
    lines = [f" {json.dumps(key)}: {json.dumps(value)}," for key, value in head.items()]
    blocks = []
    for name, face in faces.items():
        runs = ",\n".join(f'   "{run[0]:04X}": {json.dumps([face.widths[c] for c in run])}' for run in _runs(face.widths))
        blocks.append(f'  "{name}": {{\n{runs}\n  }}')
    return "\n".join(["{", *lines, ' "faces": {', ",\n".join(blocks), " }", "}"]) + "\n"


def _runs(widths: dict[int, int]) -> Iterator[list[int]]:
    codes = sorted(widths)
    run = codes[:1]
    for before, code in pairwise(codes):
        if code != before + 1:
            yield run
            run = []
        run.append(code)
    yield run


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; 0 done, 1 stale under ``--check``, 2 wrong fonts."""
    parser = argparse.ArgumentParser(description="Makes the table of advance widths from Liberation Serif 2.x.")
    parser.add_argument("--fonts", type=Path, default=FONTS, help="folder with LiberationSerif-*.ttf")
    parser.add_argument("--check", action="store_true", help="write nothing, only compare")
    options = parser.parse_args(arguments)
    try:
        text = make_text(read_faces(options.fonts))
    except WrongFontError as error:
        print(f"make_metrics: {error}", file=sys.stderr)
        return 2
    if options.check:
        fresh = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text
        print(f"{TARGET.name} is {'fresh' if fresh else 'stale: run tools/make_metrics.py'}")
        return 0 if fresh else 1
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    print(f"wrote {TARGET}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
