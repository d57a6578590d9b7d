"""Every correct paper, by name."""

from __future__ import annotations

from collections.abc import Callable

from tests.corpus.paper import Paper
from tests.corpus.papers import PAPERS
from tests.corpus.party_papers import PARTY
from tests.corpus.state_papers import STATE

EVERY: dict[str, Callable[[], Paper]] = {**PAPERS, **STATE, **PARTY}
