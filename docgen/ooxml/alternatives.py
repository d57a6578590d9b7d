"""``mc:AlternateContent``: the one branch that is printed, never two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.ooxml.xml import MC

if TYPE_CHECKING:
    from lxml import etree

ALTERNATE = f"{{{MC}}}AlternateContent"
_CHOICE = f"{{{MC}}}Choice"
_FALLBACK = f"{{{MC}}}Fallback"
_UNDERSTOOD = ("http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/")


def printed_branch(element: etree._Element) -> etree._Element | None:
    """The first choice whose namespaces Word knows, else the fallback; ``None`` when neither stands there."""
    for choice in element.iterchildren(_CHOICE):
        names = choice.get("Requires", "").split()
        if all((choice.nsmap.get(name) or "").startswith(_UNDERSTOOD) for name in names):
            return choice
    return next(element.iterchildren(_FALLBACK), None)
