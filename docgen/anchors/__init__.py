"""What ties a printed block to its place in the spec: names, hashes and the record inside the package."""
