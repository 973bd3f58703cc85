# Everything starts from a bare machine with Python 3.11 and make; Node is needed only for `make web`.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
SHARED ?= ../shared/data

.PHONY: demo test lint eval bench web docs clean

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "sayso needs Python 3.11 or newer; set PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(BIN)/python pyproject.toml constraints.txt hatch_build.py
	$(PIP) install --quiet -c constraints.txt -e .
	@touch $@

$(VENV)/.developing: $(VENV)/.installed
	$(PIP) install --quiet -c constraints.txt -e '.[dev,ray]'
	@touch $@

demo: $(VENV)/.installed
	@$(BIN)/sayso demo

test: $(VENV)/.developing
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m cogapp --check -r $(wildcard docs/*.md docs/*/*.md) README.md

eval: $(VENV)/.developing
	$(BIN)/python -m evals --data $(SHARED)

bench: $(VENV)/.developing
	$(BIN)/python -m bench

docs: $(VENV)/.developing
	$(BIN)/python -m cogapp -r $(wildcard docs/*.md docs/*/*.md) README.md

# The page of the workbench: Node 20 or newer. The result is not kept in git; wheels carry it.
web:
	@command -v npm >/dev/null || { echo "make web needs Node 20 or newer with npm; sayso serve works without the page and shows the dossier."; exit 1; }
	cd frontend && npm ci --no-audit --no-fund && npm run build

clean:
	rm -rf $(VENV) demo build dist frontend/node_modules src/sayso/desk/web/static
