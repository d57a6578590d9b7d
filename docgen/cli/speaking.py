"""The language of this run: help texts, messages, and the words of click itself."""

from __future__ import annotations

import gettext
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from docgen.i18n import LANGUAGES, load_catalogue, translate
from docgen.problems import Message

_language: ContextVar[str] = ContextVar("docgen_language", default=LANGUAGES[0])
_is_wished: ContextVar[bool] = ContextVar("docgen_language_is_wished", default=False)
_CLICKS_DOMAIN = "messages"


def language() -> str:
    """The language of this run."""
    return _language.get()


def say(message: Message) -> str:
    """``message`` in the language of this run."""
    return translate(message, _language.get())


def is_wished() -> bool:
    """Whether somebody asked for this language for this run, so that the configuration has no say."""
    return _is_wished.get()


@contextmanager
def speak(chosen: str, *, wished: bool = False) -> Iterator[None]:
    """Let docgen and click speak ``chosen`` inside; ``wished``: by an option or ``DOCGEN_LANG``, not by the locale.

    click asks ``gettext`` for its words, which goes by the environment of the process. The environment also reaches other
    programs and is the user's, so the two questions that click asks are answered here instead, for click's domain only.
    """
    catalogue = load_catalogue("click", chosen)
    one, many = gettext.dgettext, gettext.dngettext

    def dgettext(domain: str, message: str) -> str:
        return catalogue.gettext(message) if domain == _CLICKS_DOMAIN else one(domain, message)

    def dngettext(domain: str, msgid1: str, msgid2: str, n: int) -> str:
        return catalogue.ngettext(msgid1, msgid2, n) if domain == _CLICKS_DOMAIN else many(domain, msgid1, msgid2, n)

    token, wish = _language.set(chosen), _is_wished.set(wished)
    gettext.dgettext, gettext.dngettext = dgettext, dngettext
    try:
        yield
    finally:
        gettext.dgettext, gettext.dngettext = one, many
        _language.reset(token)
        _is_wished.reset(wish)


def find_wish(words: Sequence[str]) -> str | None:
    """The value of ``--lang`` among the arguments, wherever it stands: help must be translated before options are read."""
    for number, word in enumerate(words):
        if word == "--":
            return None
        if word == "--lang" and number + 1 < len(words):
            return words[number + 1]
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    return None
