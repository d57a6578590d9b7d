"""Rules of the group marks."""
