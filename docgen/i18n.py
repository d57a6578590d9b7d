"""Messages in the reader's language.

The English templates stand in the code; Vietnamese comes from a gettext catalogue in ``docgen/locale`` (domain
``docgen``). A second catalogue there (domain ``click``) holds the words of the command-line library.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from docgen.problems import Message

LANGUAGES = ("vi", "en")
"""The languages docgen speaks; the first one is the default."""

LOCALE_FOLDER = Path(__file__).parent / "locale"


@cache
def load_catalogue(domain: str, language: str) -> gettext.NullTranslations:
    """The catalogue of ``domain`` (``docgen`` or ``click``); an empty one for English, which needs none."""
    if language == "en":
        return gettext.NullTranslations()
    with (LOCALE_FOLDER / language / "LC_MESSAGES" / f"{domain}.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def translate(message: Message, language: str) -> str:
    """``message`` as a sentence in ``language`` (``vi`` or ``en``).

    Values that are messages are translated first. A sentence without a translation stays English: better a foreign
    word than no word.
    """
    template = load_catalogue("docgen", language).gettext(message.template) if message.template else ""
    return template.format(**{name: _translate_value(value, language) for name, value in message.values.items()})


def _translate_value(value: object, language: str) -> object:
    return translate(value, language) if isinstance(value, Message) else value


def choose_language(option: str | None, environ: Mapping[str, str]) -> str:
    """The language to speak: ``option`` (of ``--lang``), then ``DOCGEN_LANG``, then English if the locale says so.

    Only a locale that names English counts; ``C``, ``POSIX``, another language or none at all mean Vietnamese.
    ``LANGUAGE`` is a list whose first entry is the one the user likes best; it and ``LC_ALL`` override the others.
    """
    for wish in (option, environ.get("DOCGEN_LANG")):
        known = _language_of(wish or "")
        if known in LANGUAGES:
            return known
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(variable):
            return "en" if _language_of(value) == "en" else LANGUAGES[0]
    return LANGUAGES[0]


def _language_of(locale: str) -> str:
    """``en`` of ``en_GB.UTF-8:vi``, ``EN`` or ``en-US``."""
    return re.split(r"[-_.@:]", locale.strip().lower(), maxsplit=1)[0]
