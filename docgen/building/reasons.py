"""Why an output is built or not, one sentence each, and the problems about outputs that are left alone."""

from __future__ import annotations

from docgen.problems import Level, Message, Place, Problem, msg

UP_TO_DATE = msg("The Word file is up to date.")
NEVER_BUILT = msg("The Word file was never built.")
OUTPUT_MISSING = msg("The Word file is no longer there.")
SPEC_CHANGED = msg("The spec has changed.")
TEMPLATE_CHANGED = msg("The template has changed.")
RULES_CHANGED = msg("The data of the rules have changed.")
SAYS_THE_SAME = msg("The edits of the Word file stand in the spec now.")
EDITED = msg("The Word file was edited after docgen wrote it.")
FOREIGN = msg("docgen did not write this Word file.")
OPEN = msg("The Word file is open in Word.")
MERGED = msg("The edits of the Word file were taken into the spec.")
FORCED = msg("It was asked for with --force.")
BROKEN = msg("The spec cannot be built.")
PDF_MISSING = msg("The PDF is missing or older than the Word file.")
BROKEN_PDF = msg("The PDF could not be made.")
FOREIGN_PDF = msg("docgen does not know this PDF.")


def agency_changed(path: str) -> Message:
    """The reason that names the agency file (or layer) that changed, came or went."""
    return msg("{path} has changed.", path=path)


def today_changed(then: str, now: str) -> Message:
    """The reason that another day is taken for today, which dates a document without a date; empty: none was given."""
    if not now:
        return msg("It was built with --today {then}, which is not given now.", then=then)
    if not then:
        return msg("It was built without --today; now --today {now} is given.", now=now)
    return msg("It was built with --today {then}; now --today {now} is given.", then=then, now=now)


def of_another_spec(source: str) -> Message:
    """The reason that docgen wrote the Word file, but from the spec ``source``."""
    return msg("docgen wrote this Word file from {spec}, another spec.", spec=source)


def version_changed(then: str, now: str) -> Message:
    """The reason that another version of docgen wrote the file."""
    return msg("docgen's version has changed from {then} to {now}.", then=then, now=now)


def describe_stale(output: str, reason: Message) -> Problem:
    """The problem of an output that is out of date (asked for with ``check``)."""
    what = msg("{output} is out of date: {reason}", output=output, reason=reason)
    return Problem("build-stale", what, msg("Run docgen build."))


def describe_edited(output: str, *, broken: bool = False) -> Problem:
    """The problem of an output with somebody's edits; ``broken``: its spec cannot be built, so nothing else comes first."""
    what = msg("{output} was edited after docgen wrote it, so it was left as it is.", output=output)
    if broken:
        return Problem("build-edited", what, msg("Mend the spec first, then build with --merge."), Place(output))
    remedy = msg(
        "With --merge docgen takes the edits into the spec and builds it anew. With --force it builds without them; both keep a "
        "copy of the edited file."
    )
    return Problem("build-edited", what, remedy, Place(output))


def merged_with(count: int) -> Message:
    """The reason that spec and edited file were brought together, but for ``count`` places that both changed."""
    return msg("Word file and spec were brought together; places that both had changed: {count}.", count=count)


def describe_unmerged(output: str) -> Problem:
    """The problem of an edited file that holds what cannot go into the spec."""
    what = msg("{output} was edited and cannot be merged as a whole, so it and the spec were left as they are.", output=output)
    remedy = msg(
        "Settle what is named here, in Word or in the spec, and build with --merge again. docgen pull --write takes the rest "
        "into the spec now."
    )
    return Problem("build-unmerged", what, remedy, Place(output))


def describe_rewritten(output: str, spec: str) -> Problem:
    """The problem of an edited file whose spec has become another document."""
    what = msg("{output} was edited, but {spec} is another document by now, so both were left as they are.", output=output, spec=spec)
    remedy = msg(
        "Move the Word file away. Its edits go into the spec that it was made from with docgen pull FILE --spec SPEC; with --force "
        "docgen keeps a copy of it and writes its own."
    )
    return Problem("build-rewritten", what, remedy, Place(output))


def describe_former(old: str, spec: str, name: str | None, *, edited: bool) -> Problem:
    """A remark on a Word file ``old`` that was made from ``spec`` when it was called ``name``, ``None`` for a spec that was moved."""
    former = msg("when it stood in another folder") if name is None else msg("when it was called {name}", name=name)
    if edited:
        what = msg("{old} was made from this spec {former}, and somebody has edited it.", old=old, former=former)
        remedy = msg("Take its edits with docgen pull {old} --spec {spec} --write, then move it away.", old=old, spec=spec)
    else:
        what = msg("{old} was made from this spec {former}; nobody has edited it.", old=old, former=former)
        remedy = msg("Delete it, so that nobody takes it for the current one.")
    return Problem("build-former", what, remedy, Place(old), Level.WARNING)


def describe_tracked(output: str) -> Problem:
    """The problem of an edited file in which somebody's changes are still marked."""
    what = msg("{output} has tracked changes that nobody has accepted or rejected yet, so it was left as it is.", output=output)
    return Problem("build-tracked", what, msg("Accept or reject them in Word, and build with --merge again."), Place(output))


def describe_open_places(output: str) -> Problem:
    """The problem of a merged file in which nobody has chosen yet."""
    what = msg("{output} still shows as tracked changes what both it and the spec had changed.", output=output)
    remedy = msg("Accept each for the words of the Word file or reject it for those of the spec, and build with --merge again.")
    return Problem("build-open-places", what, remedy, Place(output))


def describe_foreign(output: str) -> Problem:
    """The problem of a file that stands where an output belongs."""
    what = msg("{output} was not written by docgen, so it was left as it is.", output=output)
    remedy = msg("Move it away or choose another folder with -o. With --force docgen keeps a copy of it and writes its own.")
    return Problem("build-foreign", what, remedy, Place(output))


def describe_of_another(output: str, reason: Message) -> Problem:
    """The problem of another spec's Word file where an output belongs; ``reason`` is ``of_another_spec``."""
    what = msg("{output} was left as it is: {reason}", output=output, reason=reason)
    remedy = msg(
        "Move it away. If the spec was renamed, or to replace the file anyway, build with --force: docgen keeps a copy of it."
    )
    return Problem("build-foreign", what, remedy, Place(output))


def describe_no_file(output: str) -> Problem:
    """The problem of a folder, or something else that is no file, where an output belongs."""
    what = msg("{output} is a folder or no ordinary file, so no Word file can stand there.", output=output)
    return Problem("build-no-file", what, msg("Move it away, or choose another folder with -o."), Place(output))


def describe_open(output: str) -> Problem:
    """The problem of an output that a program holds open."""
    what = msg("{output} is open in Word, so it was left as it is.", output=output)
    remedy = msg("Close it and build again. If it is not open anywhere, delete the file beside it whose name begins with “~$”.")
    return Problem("build-open", what, remedy, Place(output))
