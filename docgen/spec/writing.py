"""A document written as a spec: what ``load_text`` reads back as an equal document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from docgen.document.model import (
    DashList,
    Document,
    Duty,
    Implementation,
    Item,
    Paragraph,
    Part,
    PartialDate,
    Participants,
    Section,
    Signature,
    Site,
    Table,
    Task,
    TaskGroup,
    Tasks,
)
from docgen.document.text import Text, format_inline
from docgen.sources import quote_always, quote_scalar
from docgen.spec.marks import escape_number

#: the order in which a block prints its keys
_ORDER = ("text", "list", "table", "sections", "tasks", "participants", "implementation")


class _Row(list[str]):
    """A list that is written in brackets."""


class _Words(str):
    """A text as it is written, with the place that it came from."""

    __slots__ = ("origin",)

    origin: str

    def __new__(cls, words: str, origin: str) -> _Words:
        made = super().__new__(cls, words)
        made.origin = origin
        return made


def write_spec(document: Document, comments: Mapping[str, Sequence[str]] | None = None) -> str:
    """``document`` (in normal form) as the text of a spec in English keys.

    ``comments``: lines to put above the key at a pointer (``/issuer/code``) or above the first text of an origin (``#12``); those
    of a key that is not given stand where it would, those that belong nowhere at the end.
    Texts that equal a short name of an ``agency.yaml`` would be read as that name: such files are no part of the law that
    loading gives an equal document.
    """
    issuer = document.issuer
    data: dict[str, Any] = {
        "standard": document.standard,
        "type": document.type,
        "issuer": {
            "parent": _some(map(_plain, issuer.parent)),
            "name": _some(map(_plain, issuer.name)),
            "code": _plain(issuer.code),
        },
        "number": document.number,
        "unit": _plain(document.unit),
        "place": _plain(document.place),
        "date": document.date and document.date.isoformat(),
        "draft": document.draft and (document.draft.number or True),
        "title": _inline(document.title),
        "authority": _plain(document.authority),
        "bases": [_inline(base) for base in document.bases],
        "proposal": _inline(document.proposal),
        "addressees": [_plain(addressee) for addressee in document.addressees],
        "opening": _some(map(_inline, document.opening)),
        **_body(document.body),
        "articles": [_article(article) for article in document.articles],
        "closing": _some(map(_inline, document.closing)),
        "distribution": [_named(_plain(r.name), _plain(r.note)) for r in document.distribution],
        "filing": _plain(document.filing),
        "drafter": _plain(document.drafter),
        "signature": _some(map(_signature, document.signatures)),
        "appendices": [{"title": _inline(a.title), **_keys(a.parts)} for a in document.appendices],
    }
    remarks = {pointer: list(lines) for pointer, lines in (comments or {}).items()}
    written = list(_lines(data, "", "", remarks))
    return "\n".join([*written, *(f"# {line}" for lines in remarks.values() for line in lines)]) + "\n"


def _plain(text: Text | None) -> str | None:
    return None if text is None else _Words(text.plain, text.origin)


def _inline(text: Text | None) -> str | None:
    return None if text is None else _Words(escape_number(format_inline(text), text.plain), text.origin)


def _some(values: Iterable[Any]) -> Any:
    """One value as it is, several as a list, none as nothing."""
    found = list(values)
    return found[0] if len(found) == 1 else found or None


def _named(name: str | None, note: str | None) -> Any:
    return name if note is None else {"name": name, "note": note}


def _signature(signature: Signature) -> dict[str, Any]:
    return {
        "on_behalf_of": _plain(signature.on_behalf_of),
        "deputy_for": _plain(signature.deputy_for),
        "by_order_of": _plain(signature.by_order_of),
        "authorised_by": _plain(signature.authorised_by),
        "acting": signature.acting or None,
        "in_charge": signature.in_charge or None,
        "title": _plain(signature.title),
        "other_title": _plain(signature.other_title),
        "rank": _plain(signature.rank),
        "name": _plain(signature.name),
    }


def _body(parts: Sequence[Part]) -> dict[str, Any]:
    if parts and all(isinstance(part, Section) for part in parts):
        return {"sections": [_section(part) for part in parts if isinstance(part, Section)]}
    return {"body": _blocks(parts)} if parts else {}


def _blocks(parts: Sequence[Part]) -> list[Any]:
    """Parts in any order as a ``body``."""
    found: list[Any] = []
    for part in parts:
        if isinstance(part, Paragraph):
            found.append(_inline(part.text))
        elif isinstance(part, Section) and part.title is not None:
            found.append(_section(part))
        else:
            found.append(_keys([part]))
    return found


def _keys(parts: Sequence[Part]) -> dict[str, Any]:
    """Parts as the keys of a block where these print them in the same order, else as its ``body``."""
    keys: dict[str, Any] = {}
    at = 0
    for part in parts:
        key, value = _key(part)
        place = _ORDER.index(key)
        repeats = key in keys and key not in ("text", "sections")
        if place < at or repeats:
            return {"body": _blocks(parts)}
        at = place
        keys[key] = [*keys.get(key, []), value] if key in ("text", "sections") else value
    if "text" in keys:
        keys["text"] = _some(keys["text"])
    return keys


def _key(part: Part) -> tuple[str, Any]:
    match part:
        case Paragraph():
            return "text", _inline(part.text)
        case DashList():
            return "list", [_item(item) for item in part.items]
        case Table():
            return "table", _table(part)
        case Section():
            return "sections", _section(part)
        case Tasks():
            return "tasks", [_task_item(item) for item in part.items]
        case Participants():
            return "participants", _participants(part)
        case Implementation():
            return "implementation", [_duty(duty) for duty in part.items]


def _section(section: Section) -> Any:
    if section.title is None and len(section.parts) == 1 and isinstance(section.parts[0], Paragraph):
        return _inline(section.parts[0].text)
    return {"title": _inline(section.title), "run_in": section.run_in or None, **_keys(section.parts)}


def _item(item: Item) -> Any:
    if len(item.parts) == 1 and isinstance(item.parts[0], Paragraph):
        return _inline(item.parts[0].text)
    return _keys(item.parts)


def _article(article: Section) -> dict[str, Any]:
    text = [_inline(part.text) for part in article.parts if isinstance(part, Paragraph)]
    points = [_section(part) for part in article.parts if isinstance(part, Section)]
    return {"title": _inline(article.title), "text": _some(text), "points": points}


def _table(table: Table) -> dict[str, Any]:
    return {
        "title": _inline(table.title),
        "unit": _inline(table.unit),
        "header": _Row(format_inline(cell) for cell in table.header),
        "rows": [_Row(format_inline(cell) for cell in row) for row in table.rows],
        "widths": None if table.widths is None else _Row(f"{width:g}" for width in table.widths),
        "align": None if table.align is None else _Row(table.align),
    }


def _task_item(item: Task | TaskGroup) -> Any:
    if isinstance(item, TaskGroup):
        return {"title": _inline(item.title), "items": [_task(task) for task in item.items]}
    return _task(item)


def _task(task: Task) -> dict[str, Any]:
    due = task.due.isoformat() if isinstance(task.due, PartialDate) else _inline(task.due)
    return {
        "title": _inline(task.title),
        "run_in": task.run_in or None,
        "text": _some(map(_inline, task.text)),
        "lead": _some(map(_inline, task.lead)),
        "support": _some(map(_inline, task.support)),
        "due": due,
        "result": _inline(task.result),
    }


def _participants(part: Participants) -> dict[str, Any]:
    return {
        "about": part.about or None,
        "unit": _inline(part.unit),
        "total": part.total,
        "groups": [{"who": _inline(group.who), "count": group.count} for group in part.groups],
        "sites": [_site(site) for site in part.sites],
    }


def _site(site: Site) -> dict[str, Any]:
    return {
        "name": _inline(site.name),
        "about": site.about or None,
        "total": site.total,
        "groups": [{"who": _inline(group.who), "count": group.count} for group in site.groups],
        "text": _some(map(_inline, site.text)),
    }


def _duty(duty: Duty) -> Any:
    if not duty.agencies:
        return _inline(duty.text)
    duties = _inline(duty.text) if duty.text is not None else _keys(duty.parts)
    return {"agency": _some(map(_inline, duty.agencies)), "duties": duties}


def _lines(data: dict[str, Any], indent: str, path: str, remarks: dict[str, list[str]]) -> Iterable[str]:
    """A mapping as lines of YAML; what is ``None`` or an empty list is left out. ``remarks`` that are written are taken out."""
    for key, value in data.items():
        here = f"{path}/{key}"
        yield from (f"{indent}# {line}" for line in _remarked(here, value, remarks))
        if value is None or value == []:
            continue
        if isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _lines(value, indent + "  ", here, remarks)
        elif isinstance(value, list) and not isinstance(value, _Row):
            yield f"{indent}{key}:"
            yield from _entries(value, indent + "  ", here, remarks)
        else:
            yield f"{indent}{key}: {_scalar(value)}"


def _entries(values: list[Any], indent: str, path: str, remarks: dict[str, list[str]]) -> Iterable[str]:
    for i, value in enumerate(values):
        if isinstance(value, dict):
            first, *rest = _lines(value, indent + "  ", f"{path}/{i}", remarks)
            # what is remarked on the first key stands above the dash
            while first.lstrip().startswith("#"):
                yield f"{indent}{first.lstrip()}"
                first, *rest = rest
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        else:
            yield from (f"{indent}# {line}" for line in _remarked(f"{path}/{i}", value, remarks))
            yield f"{indent}- {_scalar(value)}"


def _remarked(path: str, value: Any, remarks: dict[str, list[str]]) -> Iterator[str]:
    """The remarks on the value at ``path``: by its pointer, and by the origin of its words."""
    yield from remarks.pop(path, ())
    if isinstance(value, _Words) and value.origin:
        yield from remarks.pop(value.origin, ())


def _scalar(value: Any) -> str:
    if isinstance(value, _Row):
        return "[" + ", ".join(map(quote_always, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return quote_scalar(str(value))
