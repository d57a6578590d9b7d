"""Work over many inputs, and files that are either whole or not there."""
