"""Rules of the group page."""
