"""Rendering in other processes: functions that run there, and a program that is started with a pickle of documents."""

from __future__ import annotations

import pickle
import sys
from hashlib import sha256
from pathlib import Path

from docgen.document.model import Document
from docgen.rendering import render
from docgen.standards import load_standard


def render_one(document: Document) -> bytes:
    """The Word file of ``document`` by its own rule set."""
    return render(document, load_standard(document.standard))


def digest_one(document: Document) -> str:
    return sha256(render_one(document)).hexdigest()


if __name__ == "__main__":
    documents = pickle.loads(Path(sys.argv[1]).read_bytes())
    sys.stdout.write("\n".join(digest_one(document) for document in documents))
