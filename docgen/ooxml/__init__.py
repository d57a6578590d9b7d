"""A Word package as such: safe opening, deterministic writing, what counts as an edit of a part."""
