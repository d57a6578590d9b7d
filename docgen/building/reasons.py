"""Why an output is built or not, one sentence each, and the problems about outputs that are left alone."""

from __future__ import annotations

from docgen.problems import Message, Place, Problem, msg

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


def describe_edited(output: str) -> Problem:
    """The problem of an output with somebody's edits."""
    what = msg("{output} was edited after docgen wrote it, so it was left as it is.", output=output)
    remedy = msg("Put the edits into the spec. With --force docgen keeps a copy of the edited file and builds it anew.")
    return Problem("build-edited", what, remedy, Place(output))


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
