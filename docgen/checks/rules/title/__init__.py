"""Rules of the group title."""
