"""Findings → edits of parts."""
