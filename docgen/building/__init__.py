"""What is out of date and why; the record of what was written.

Nothing heavy is imported before something has to be built: a run that finds everything fresh reads one JSON file and asks
the file system.
"""

from __future__ import annotations

from docgen.building.builder import build
from docgen.building.explaining import Explanation, why
from docgen.building.outcomes import BuildResult, Outcome, Status
from docgen.building.targets import Discovery, Target, discover
from docgen.building.watching import watch

__all__ = ["BuildResult", "Discovery", "Explanation", "Outcome", "Status", "Target", "build", "discover", "watch", "why"]
