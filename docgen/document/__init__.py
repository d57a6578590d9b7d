"""What a document is, free of how it looks: frozen, typed, with its texts."""
