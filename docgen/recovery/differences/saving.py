"""Which program saved a Word file: not all keep lengths in twips."""

from __future__ import annotations

from docgen.ooxml.opening import Package
from docgen.problems import DocgenError

_KEEP_TWIPS = ("docgen", "microsoft")


def keeps_other_units(package: Package) -> bool:
    """Whether another program than Word or docgen saved the file last, which rounds lengths and writes properties its own way."""
    for part in package.related("", "extended-properties") or package.related("", "extendedProperties"):
        try:
            root = package.xml(part)
        except DocgenError:
            # a part that prints nothing need not be whole
            return False
        name = next(((element.text or "").strip().lower() for element in root.iterchildren("{*}Application")), "")
        return bool(name) and not name.startswith(_KEEP_TWIPS)
    return False
