"""One small file a rule, by the part of the document it looks at."""
