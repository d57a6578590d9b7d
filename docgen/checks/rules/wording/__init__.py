"""Rules of the group wording."""
