"""Rules of the group head."""
