"""Rules of the group recipients."""
