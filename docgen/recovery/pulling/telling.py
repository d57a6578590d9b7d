"""A change of a pulled file as a problem: what it is, and what to do about one that was left alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from docgen.problems import Level, Message, Problem, msg
from docgen.recovery.pulling.said import Change, Kind, clip, shorten


def describe_changes(changes: Iterable[Change], remedies: Mapping[int, Message] | None = None) -> list[Problem]:
    """All of them in order; the same formatting of several paragraphs is told once, at the first of them.

    ``remedies``: by identity of a change what to do instead of writing it by hand.
    """
    remedies = remedies or {}
    groups: dict[object, list[Change]] = {}
    for change in changes:
        foldable = change.kind is Kind.FORMAT and not change.carried and not change.new and change.old and change.reason
        key = (change.place.path, change.reason, remedies.get(id(change)))
        groups.setdefault(key if foldable else id(change), []).append(change)
    found = []
    for group in groups.values():
        first, problem = group[0], describe_change(group[0], remedies.get(id(group[0])))
        if len(group) > 1:
            values = {"count": len(group), "what": first.reason, "words": shorten(first.old)}
            what = msg("Formatting of {count} paragraphs changed, {what}; the first: “{words}”", **values)
            problem = replace(problem, what=what)
        found.append(problem)
    return found


def describe_change(change: Change, remedy: Message | None = None) -> Problem:
    """A note of a change that was carried, a warning of any other one. ``remedy``: what to do instead of writing it by hand."""
    old, new = clip(change.old, change.new) if change.old and change.new else (shorten(change.old), shorten(change.new))
    reason = change.reason or Message("")
    what: Message
    match change.kind:
        case Kind.CHANGED:
            what = msg("“{old}” → “{new}”", old=old, new=new)
            if change.carried and change.reason is not None:
                what = msg("{what}; {reason}", what=what, reason=change.reason)
        case Kind.ADDED:
            what = msg("Added: “{words}”", words=new)
        case Kind.REMOVED:
            what = msg("Removed: “{words}”", words=old)
        case Kind.MOVED:
            what = msg("Moved: “{words}”", words=old)
        case Kind.FORMAT if change.emphasis is not None:
            what = msg("{what}: “{words}”", what=change.emphasis, words=old)
        case Kind.FORMAT if change.carried or new:
            what = msg("Words set off: “{old}” → “{new}”", old=old, new=new)
        case Kind.FORMAT if not old:
            what = msg("Formatting changed: {what}", what=reason)
        case Kind.FORMAT:
            what = msg("Formatting changed, {what}: “{words}”", what=reason, words=old)
        case Kind.CONFLICT:
            what = _oppose(old, new, clip(change.before, change.new or change.old)[0] if change.before else "")
        case Kind.OWN if not new:
            what = msg("docgen writes “{old}”, the file has it no longer.", old=old)
        case Kind.OWN:
            what = msg("docgen writes “{old}”, the file says “{new}”.", old=old, new=new)
        case Kind.CAPITALS:
            what = msg("Capitals: the file says “{new}”, docgen prints “{old}” as the standard has it.", new=new, old=old)
        case Kind.MARKS:
            what = msg("Numbers and signs: the file says “{new}”, docgen prints “{old}” as the standard has it.", new=new, old=old)
        case Kind.OTHER:
            what = reason
        case Kind.REST:
            what = _say_rest(old, new)
        case Kind.COMMENT:
            what = msg("{comment} (“{words}”)", comment=reason, words=shorten(old)) if old else reason
    if change.kind is Kind.COMMENT:
        return Problem("pull-comment", what, None, change.place, Level.NOTE)
    if change.carried:
        return Problem(f"pull-{change.kind}", what, None, change.place, Level.NOTE)
    if remedy is None and change.kind in (Kind.FORMAT, Kind.OTHER):
        remedy = msg("Left alone: a spec says what stands in a document, and docgen how it looks.")
    elif remedy is None and change.kind is Kind.CONFLICT:
        remedy = msg("Left alone: {reason} Write into the spec what is to stand there.", reason=reason)
    elif remedy is None and change.kind is Kind.REST:
        remedy = msg("Left alone: its place in the spec is not certain. Write it into the spec by hand.")
    elif remedy is None and change.elsewhere:
        remedy = msg("Left alone: {reason} Change them there, for all specs that use them.", reason=reason)
    elif remedy is None and change.kind is Kind.OWN:
        remedy = msg("Left alone: {reason} Change in the spec what they are made of, or put them back in Word.", reason=reason)
    elif remedy is None:
        remedy = msg("Left alone: {reason} Write it into the spec by hand.", reason=reason)
    return Problem(f"pull-{change.kind}", what, remedy, change.place, Level.WARNING)


def _oppose(old: str, new: str, before: str) -> Message:
    """The words of both sides, and what stood there before where that is known."""
    if not new:
        what = msg("The spec says “{old}”, the file has it no longer.", old=old)
    elif not old:
        what = msg("The spec has it no longer, the file says “{new}”.", new=new)
    else:
        what = msg("The spec says “{old}”, the file says “{new}”.", old=old, new=new)
    return msg("{what} Before it was “{before}”.", what=what, before=before) if before else what


def _say_rest(ours: str, theirs: str) -> Message:
    """A line that the spec would print otherwise."""
    if ours and theirs:
        return msg("The file says “{new}”, docgen would print “{old}”.", new=theirs, old=ours)
    if ours:
        return msg("The file has no longer what docgen would print: “{old}”.", old=ours)
    if theirs:
        return msg("The file has what docgen would not print: “{new}”.", new=theirs)
    return msg("The paragraphs stand in another order than docgen would print them.")
