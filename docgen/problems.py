"""What can be wrong, said once: a place, what is wrong, what to do, how grave it is.

Spec errors, template errors and findings in Word files are all ``Problem``. Words are ``Message`` objects (an
English template and its values) so that the language is chosen where a person reads them, never here.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Level(StrEnum):
    """How grave a problem is; ``NOTE`` informs and never changes an exit code."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Message:
    """A translatable sentence: an English ``template`` in ``str.format`` syntax and its ``values``.

    A value may itself be a ``Message``; it is translated before it is put in.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", MappingProxyType(dict(self.values)))

    def __reduce__(self) -> tuple[object, ...]:
        return (Message, (self.template, dict(self.values)))

    def __hash__(self) -> int:
        return hash((self.template, tuple(sorted((k, str(v)) for k, v in self.values.items()))))

    def __str__(self) -> str:
        return self.template.format(**self.values)


def msg(template: str, /, **values: object) -> Message:
    """The marker that the message extraction looks for: ``msg("no key {key}", key=name)``."""
    return Message(template, values)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem is.

    ``path`` is the file as the user named it. ``line`` and ``column`` count from 1 (columns in characters), ``None``
    where they have no meaning. ``end_column`` is exclusive and on the same line. ``excerpt`` is that line of the file, for
    the caret. ``pointer`` is the path inside the data (``/sections/0/title``) or inside a package
    (``word/document.xml#p12``).
    """

    path: str
    line: int | None = None
    column: int | None = None
    end_column: int | None = None
    excerpt: str | None = None
    pointer: str | None = None


@dataclass(frozen=True, slots=True)
class Detail:
    """What is known of a finding of ``check`` beside what every problem has.

    ``name``: the rule's slug; ``label``: what people call the component; ``kind``: ``form`` or ``wording``; ``tier`` and
    ``clause``: how firmly and where it is said; ``expected`` and ``actual``: what the rule wants and what stands there;
    ``component``: a component's name, ``page`` or ``file``; ``sure``: ``certain``, ``likely`` or ``guess``; ``fix``: ``safe``,
    ``unsafe`` or ``none``; ``fixable``: a repair is known for this very finding; ``suppressed``: the reason given for letting
    it pass. Place in the Word file: ``document`` (from 0), ``part``, ``paragraph`` (index of ``w:p`` from 1), ``start`` and
    ``end`` in its letters, their ``text``, ``page``; ``None`` where it has no meaning. ``line``: what people are shown where the
    words alone say little, their line cut to a readable length. ``spec``: the place in the spec it comes from.
    """

    name: str
    kind: str
    tier: str
    clause: str
    component: str
    label: str | Message = ""
    expected: str | Message = ""
    actual: str | Message = ""
    sure: str = "certain"
    fix: str = "none"
    fixable: bool = False
    fingerprint: str = ""
    suppressed: str | None = None
    document: int | None = None
    part: str | None = None
    paragraph: int | None = None
    start: int | None = None
    end: int | None = None
    text: str = ""
    page: int | None = None
    spec: Place | None = None
    line: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    ``code`` is a stable slug (``spec-unknown-key``), for a finding the code of its rule (``TT205``). ``remedy`` says what to
    do; ``suggestion`` is text to paste in place of the excerpt. ``detail`` is what ``check`` knows besides.
    """

    code: str
    what: Message
    remedy: Message | None = None
    place: Place | None = None
    level: Level = Level.ERROR
    suggestion: str | None = None
    detail: Detail | None = None


class DocgenError(Exception):
    """Something could not be done; carries every problem that was found, not only the first."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("; ".join(str(p.what) for p in self.problems))

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), (self.problems,))


_OS_ERRORS = {
    errno.ENOENT: msg("there is no such file or folder"),
    errno.EACCES: msg("there is no right to do so"),
    errno.EPERM: msg("there is no right to do so"),
    errno.EROFS: msg("nothing may be written there"),
    errno.EISDIR: msg("it is a folder"),
    errno.ENOTDIR: msg("a file stands where a folder should"),
    errno.EEXIST: msg("it is there already"),
    errno.ELOOP: msg("links lead in a circle"),
    errno.ENAMETOOLONG: msg("the name is too long"),
    errno.EMFILE: msg("too many files are open"),
    errno.ENFILE: msg("too many files are open"),
    errno.EIO: msg("the disk or the network does not answer"),
    errno.ETIMEDOUT: msg("the disk or the network does not answer"),
    errno.ENOSPC: msg("the disk is full"),
}


def say_os_error(error: OSError) -> Message | str:
    """Why the system refused something, as part of a sentence; its own words where they are not known."""
    return _OS_ERRORS.get(error.errno or 0, error.strerror or str(error))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of ``problems`` is of level error."""
    return any(p.level is Level.ERROR for p in problems)
