"""Rules of the group appendix."""
