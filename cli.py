"""Runs docgen from a checkout: ``python cli.py build``."""

from docgen.cli import main

if __name__ == "__main__":
    main()
