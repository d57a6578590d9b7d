"""Which language is chosen, and how messages become sentences in it."""

from __future__ import annotations

import gettext

import pytest

from docgen import i18n
from docgen.problems import msg


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tiny Vietnamese catalogue in place of the shipped one."""
    known = {"no key {key}": "không có khóa {key}", "the file {path}": "tệp {path}", "{count} in {where}": "{where}: {count}"}

    class Tiny(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            assert message, "an empty message would give the catalogue's header"
            return known.get(message, message)

    def load(domain: str, language: str) -> gettext.NullTranslations:
        return Tiny() if language == "vi" else gettext.NullTranslations()

    monkeypatch.setattr(i18n, "load_catalogue", load)


@pytest.mark.usefixtures("words")
def test_a_message_is_translated_with_its_values() -> None:
    message = msg("no key {key}", key="titel")
    assert i18n.translate(message, "vi") == "không có khóa titel"
    assert i18n.translate(message, "en") == "no key titel"


@pytest.mark.usefixtures("words")
def test_nested_messages_are_translated_and_values_may_change_places() -> None:
    message = msg("{count} in {where}", count=3, where=msg("the file {path}", path="a.yaml"))
    assert i18n.translate(message, "vi") == "tệp a.yaml: 3"
    assert i18n.translate(message, "en") == "3 in the file a.yaml"


@pytest.mark.usefixtures("words")
def test_a_sentence_nobody_translated_stays_english_and_an_empty_one_empty() -> None:
    assert i18n.translate(msg("brand new {x}", x=1), "vi") == "brand new 1"
    assert i18n.translate(msg(""), "vi") == ""


@pytest.mark.usefixtures("words")
def test_braces_of_a_value_are_never_read_as_placeholders() -> None:
    assert i18n.translate(msg("no key {key}", key="{key} {0}"), "vi") == "không có khóa {key} {0}"


@pytest.mark.parametrize(
    ("option", "environ", "language"),
    [
        (None, {}, "vi"),
        ("en", {"DOCGEN_LANG": "vi"}, "en"),
        ("vi", {"LANG": "en_US.UTF-8"}, "vi"),
        (None, {"DOCGEN_LANG": "en"}, "en"),
        (None, {"DOCGEN_LANG": "vi_VN.UTF-8", "LANG": "en_US.UTF-8"}, "vi"),
        (None, {"DOCGEN_LANG": "tlh", "LANG": "en_US"}, "en"),
        (None, {"LANG": "en_US.UTF-8"}, "en"),
        (None, {"LANG": "en"}, "en"),
        (None, {"LANG": "C.UTF-8"}, "vi"),
        (None, {"LANG": "POSIX"}, "vi"),
        (None, {"LC_ALL": "C", "LANG": "en_US.UTF-8"}, "vi"),
        (None, {"LC_MESSAGES": "en_GB.UTF-8", "LANG": "vi_VN.UTF-8"}, "en"),
        (None, {"LC_ALL": "", "LANG": "en_US.UTF-8"}, "en"),
        (None, {"LANGUAGE": "vi:en", "LANG": "en_US.UTF-8"}, "vi"),
        (None, {"LANGUAGE": "en:vi", "LANG": "vi_VN.UTF-8"}, "en"),
        (None, {"LANG": "eng_thing"}, "vi"),
    ],
)
def test_vietnamese_unless_somebody_says_english(option: str | None, environ: dict[str, str], language: str) -> None:
    assert i18n.choose_language(option, environ) == language
