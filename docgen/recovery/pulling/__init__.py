"""Edits made in Word, back into the spec: what differs, where it belongs, what could be written and what was left alone."""

from __future__ import annotations

from docgen.recovery.pulling.running import is_untouched, pull, pull_text, read_origin

__all__ = ["is_untouched", "pull", "pull_text", "read_origin"]
