"""The command ``docgen``: its commands are imported on use, and whatever happens ends in an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

from docgen._version import __version__
from docgen.cli.exit_codes import ExitCode
from docgen.cli.speaking import find_wish, say, speak
from docgen.cli.streams import discard_output, is_closed_pipe, write_error, write_out
from docgen.cli.words import Option, OwnHelp, language_option, write_examples
from docgen.i18n import choose_language
from docgen.problems import DocgenError, Message, msg

COMMANDS: dict[str, Message] = {
    "new": msg("Start a new spec."),
    "build": msg("Build Word files from specs."),
    "why": msg("Say why a file would be built, or not."),
    "watch": msg("Build again after every save."),
    "check": msg("Check Word files and specs against the rules."),
    "fix": msg("Repair what check finds in Word files."),
    "rules": msg("List the rules that check looks at."),
    "explain": msg("Say what a rule asks and who says so."),
    "import": msg("Make a spec of a Word or text file."),
    "diff": msg("Say what changed between two Word files or specs."),
    "pull": msg("Bring edits made in Word back into the spec."),
    "issue": msg("Write number and date into a signed document."),
    "schema": msg("Print the JSON Schema of specs for editors."),
    "template": msg("Make or check a Word template."),
    "standards": msg("List and compare the rules."),
}
"""The commands with their summaries, which stand here so that ``docgen --help`` imports none of them."""

EXAMPLES = (
    "docgen new ke-hoach -o specs/ke-hoach.yaml",
    "docgen build",
    "docgen build specs --to docx,pdf",
    "docgen watch specs",
    "docgen check van-ban.docx",
    "docgen fix van-ban.docx --diff",
)


class DocgenGroup(OwnHelp, click.Group):
    """Imports commands on use; chooses the language before anything is said; turns every ending into an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of daily work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called ``cmd_name``, imported now."""
        if cmd_name not in COMMANDS:
            return None
        # a word of Python's own names no module
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = import_module(f"docgen.cli.{module}").command
        return command

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Help without importing the commands."""
        self.format_usage(ctx, formatter)
        self.help = say(
            msg("Drafts Vietnamese administrative documents: a YAML spec becomes a Word file in the prescribed layout.")
        )
        self.format_help_text(ctx, formatter)
        click.Command.format_options(self, ctx, formatter)
        with formatter.section(say(msg("Commands"))):
            formatter.write_dl([(name, say(words)) for name, words in COMMANDS.items()])
        write_examples(formatter, EXAMPLES)

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> int:
        """Run with ``args``; ends the process with the exit code, or returns it without ``standalone_mode``."""
        words = list(sys.argv[1:] if args is None else args)
        wish = find_wish(words)
        with speak(choose_language(wish, os.environ), wished=bool(wish or os.environ.get("DOCGEN_LANG"))):
            code = self._run(words, complete_var, extra)
        if standalone_mode:
            sys.exit(code)
        return code

    def _run(self, words: list[str], complete_var: str | None, extra: dict[str, Any]) -> int:
        try:
            result = super().main(words, "docgen", complete_var, standalone_mode=False, **extra)
            return result if isinstance(result, int) else ExitCode.OK
        except click.ClickException as error:
            error.show()
            return ExitCode.FAILED
        except (KeyboardInterrupt, click.Abort):
            write_error("\n" + say(msg("Interrupted. Files written so far are whole.")) + "\n")
            return ExitCode.INTERRUPTED
        except DocgenError as error:
            from docgen.cli.reporting import describe_problems

            write_error(describe_problems(error.problems))
            return ExitCode.FAILED
        except OSError as error:
            if is_closed_pipe(error):
                discard_output()
                return ExitCode.OK
            return _confess(error)
        except Exception as error:
            return _confess(error)


def _confess(error: Exception) -> int:
    """Say that docgen itself failed."""
    if os.environ.get("DOCGEN_DEBUG"):
        import traceback

        write_error("".join(traceback.format_exception(error)))
    what = msg("docgen itself failed ({error}).", error=f"{type(error).__name__}: {error}")
    remedy = msg(
        "Please report it with the command you ran. With the environment variable DOCGEN_DEBUG=1 docgen shows where it failed."
    )
    write_error(f"{say(what)}\n{say(remedy)}\n")
    return ExitCode.FAILED


def _print_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        write_out(f"docgen {__version__}\n")
        ctx.exit()


docgen = DocgenGroup(
    "docgen",
    params=[
        language_option(),
        Option(
            ["-V", "--version"],
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=_print_version,
            words=msg("Print the version and exit."),
        ),
    ],
)
"""The whole command line."""
