"""Rules of the group signature."""
