"""What a Word file is made from: its spec, read once and only when it is needed, and everything else that goes into it."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.building.fingerprints import Signature, hash_file, hash_spec, sign_file
from docgen.building.staleness import AgencyFinder, Inputs
from docgen.building.targets import Target
from docgen.problems import DocgenError, Place, Problem, msg

if TYPE_CHECKING:
    from docgen.spec import LoadedSpec

_PATIENCE = 5
"""How often a spec is read again that is saved while it is read."""


class Material:
    """The spec of ``target`` as it is on disk. ``inputs``, ``signature``: what is known of it so far."""

    def __init__(self, target: Target, finder: AgencyFinder, today: date | None) -> None:
        self.inputs: Inputs | None = None
        self.signature: Signature | None = None
        self._target, self._finder, self._today = target, finder, today
        self._loaded: LoadedSpec | None = None
        self._agencies: tuple[tuple[str, str], ...] = ()

    def load(self) -> LoadedSpec:
        """The spec, read again if it or an agency file was saved meanwhile: what is recorded must be what was read."""
        from docgen.spec import load_spec

        for _ in range(_PATIENCE):
            if self._loaded is not None:
                return self._loaded
            agencies = self._finder.find(os.path.dirname(self._target.spec_path))
            self.signature = sign_file(self._target.spec_path)
            self._agencies = tuple((path, hash_file(path)) for path in agencies)
            loaded = load_spec(Path(self._target.spec), shown=self._target.spec, today=self._today)
            same = self.signature is None or hash_file(self._target.spec_path) == self.signature.hash
            if same and all(hash_file(path) == digest for path, digest in self._agencies):
                self._loaded = loaded
        if self._loaded is None:
            what, remedy = msg("This file changes all the time."), msg("Wait until nothing writes to it, and build again.")
            raise DocgenError(Problem("build-restless", what, remedy, Place(self._target.spec)))
        return self._loaded

    def gather(self) -> Inputs:
        """Everything besides the spec that goes into the file, as it is now."""
        if self.inputs is None:
            self.inputs = self._list_inputs(self.load())
        return self.inputs

    def render(self) -> bytes:
        """The Word file."""
        return self._render(self.load(), self.gather(), self.signature.hash if self.signature else "")

    def render_text(self, text: str) -> bytes:
        """The Word file of another text for the spec."""
        from docgen.config.agency import read_agencies
        from docgen.spec import load_text

        folder = Path(self._target.spec_path).parent
        loaded = load_text(text, shown=self._target.spec, agency=read_agencies(folder), folder=folder, today=self._today)
        return self._render(loaded, self._list_inputs(loaded), hash_spec(text.encode("utf-8", "surrogatepass")))

    def _render(self, loaded: LoadedSpec, inputs: Inputs, digest: str) -> bytes:
        from docgen.rendering import Source, render
        from docgen.templating import load_template

        source = Source(os.path.basename(self._target.spec), digest, inputs.pairs)
        template = load_template(loaded.standard, loaded.template)
        return render(loaded.document, loaded.standard, template=template, source=source, today=self._today)

    def _list_inputs(self, loaded: LoadedSpec) -> Inputs:
        from docgen.templating import load_template

        template = load_template(loaded.standard, loaded.template)
        pictures = [asset.path for asset in template.assets.values()]
        files = dict(self._agencies)
        others = {os.path.abspath(path) for path in (*loaded.inputs, loaded.template, *pictures) if path is not None}
        files |= {path: hash_file(path) for path in sorted(others - files.keys())}
        pairs = [
            *(("agency", digest) for _, digest in self._agencies),
            ("standard", loaded.standard.fingerprint),
            ("template", template.fingerprint),
        ]
        today = self._today.isoformat() if self._today else ""
        undated = loaded.document.date is None
        if undated and today:
            pairs.append(("today", today))
        return Inputs(tuple(pairs), tuple(files.items()), today if undated else None)
