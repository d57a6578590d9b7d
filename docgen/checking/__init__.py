"""Rules over files: selection, suppression, baseline."""
