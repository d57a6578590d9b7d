# Everything runs in one virtual environment, .venv, which the targets make for themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STANDARDS := nd30 hd05 hd36

.PHONY: help demo test lint bench corpus score templates picture catalogue clean

help:
	@echo "make demo    build everything in specs/ into build/"
	@echo "make test    install what the tests need and run them"
	@echo "make lint    style, types, imports, message catalogue"
	@echo "make bench   speed as ratios"
	@echo "make corpus  correct and faulty Word files for every rule, into build/corpus"
	@echo "make score   how many faults the rules catch, into docs/bang-diem.md"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "docgen needs Python 3.11 or later: $$($(PYTHON) --version)"; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv is missing. Debian, Ubuntu: sudo apt install python3-venv"; exit 2; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml $(BIN)/python
	@echo "Installing docgen into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.tested: pyproject.toml $(BIN)/python
	@echo "Installing docgen and what its tests need into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed

demo: $(VENV)/.installed
	@$(BIN)/docgen build specs --out build

test: $(VENV)/.tested
	$(BIN)/python -m pytest -n 2 $(TESTS)

lint: $(VENV)/.tested
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/catalogue.py check

bench: $(VENV)/.tested
	@$(BIN)/python -m compileall -q docgen
	@$(BIN)/python tools/bench.py

corpus: $(VENV)/.tested
	@$(BIN)/python tools/corpus.py

score: $(VENV)/.tested
	@$(BIN)/python tools/score.py

templates: $(VENV)/.installed
	@for name in $(STANDARDS); do \
	  rm -f templates/$$name/new.docx && \
	  $(BIN)/docgen template make --standard $$name --out templates/$$name/new.docx && \
	  mv templates/$$name/new.docx templates/$$name/van-ban.docx || exit; \
	done

picture: $(VENV)/.tested
	$(BIN)/python tools/picture.py

catalogue: $(VENV)/.tested
	$(BIN)/python tools/catalogue.py extract
	$(BIN)/python tools/catalogue.py compile
	$(BIN)/python tools/catalogue.py check

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
