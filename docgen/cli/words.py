"""click's commands and options with help texts that are messages, translated when they are shown."""

from __future__ import annotations

from typing import Any

import click

from docgen.cli.speaking import say
from docgen.cli.streams import write_out
from docgen.i18n import LANGUAGES
from docgen.problems import Message, msg


class Option(click.Option):
    """An option whose help is a ``Message``."""

    def __init__(self, *args: Any, words: Message | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = words

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """click's record with the help translated."""
        self.help = say(self.words) if self.words else None
        return super().get_help_record(ctx)


class WholeNumber(click.IntRange):
    """A whole number from ``least``; what is none is told in the user's language."""

    def __init__(self, least: int) -> None:
        super().__init__(least)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(say(msg("“{value}” is no whole number from {least} on", value=value, least=self.min)), param, ctx)


def language_option() -> Option:
    """``--lang``, for every command and group; it was read before click reads the options."""
    return Option(["--lang"], type=click.Choice(LANGUAGES), expose_value=False, words=msg("The language of messages."))


class OwnHelp(click.Command):
    """Has ``-h`` and ``--help`` with translated words; click's own option keeps the words of its first use."""

    _help: Option | None = None

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option, the same one each time."""
        if self._help is None:
            words = msg("Show this message and exit.")
            self._help = Option(
                ["-h", "--help"], is_flag=True, is_eager=True, expose_value=False, callback=_print_help, words=words
            )
        return self._help

    def get_help_option_names(self, ctx: click.Context) -> list[str]:
        """Both names, for the hint below an error."""
        return ["-h", "--help"]


def _print_help(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        write_out(ctx.get_help() + "\n")
        ctx.exit()


class Command(OwnHelp):
    """A command whose help is a ``Message``: its first line is the summary; ``examples`` are shown at the end."""

    def __init__(self, *args: Any, words: Message, examples: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = words
        self.examples = examples

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first line of the help."""
        return say(self.words).partition("\n")[0]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the language of this run."""
        self.help = say(self.words)
        super().format_help_text(ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, which are never wrapped."""
        write_examples(formatter, self.examples)


class SubGroup(OwnHelp, click.Group):
    """A command of commands whose help is a ``Message``."""

    def __init__(self, *args: Any, words: Message, examples: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, params=[language_option()], **kwargs)
        self.words = words
        self.examples = examples

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the language of this run."""
        self.help = say(self.words)
        super().format_help_text(ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, which are never wrapped."""
        write_examples(formatter, self.examples)


def write_examples(formatter: click.HelpFormatter, examples: tuple[str, ...]) -> None:
    """Write ``examples`` under their heading."""
    if examples:
        with formatter.section(say(msg("Examples"))):
            for example in examples:
                formatter.write(f"{'':>{formatter.current_indent}}{example}\n")
