"""What a Word file says, brought back: into a document, into its spec."""
