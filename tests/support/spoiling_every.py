"""All cases of spoiling that are written by hand, group by group."""

from __future__ import annotations

from functools import cache

from tests.support.spoiling_cases import Case
from tests.support.spoiling_foot import foot_cases
from tests.support.spoiling_head import head_cases
from tests.support.spoiling_marks import mark_cases
from tests.support.spoiling_page import page_cases
from tests.support.spoiling_text import text_cases
from tests.support.spoiling_wording import wording_cases


@cache
def every_case() -> tuple[Case, ...]:
    """Every case, in the order of the groups."""
    return (*page_cases(), *head_cases(), *text_cases(), *foot_cases(), *mark_cases(), *wording_cases())
