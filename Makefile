# The commands of the edition. Each works from a bare checkout: what it needs, it installs into .venv first.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
ENVIRONMENT := .venv/complete

# What a shell may say to every Python and every pip, and what would lead ours astray.
unexport PYTHONHOME PYTHONPATH PYTHONSAFEPATH PYTHONSTARTUP PIP_USER PIP_TARGET PIP_PREFIX PIP_ROOT PIP_DRY_RUN

.PHONY: help book html pdf print epub test check lint verify mutate data-check data-accept serve bench lock clean
.DEFAULT_GOAL := help

help: ## list these commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

book: $(ENVIRONMENT) ## build the book: _build/html/index.html, both printed volumes and the EPUB
	@$(BIN)/python -m edition.build html pdf epub

html: $(ENVIRONMENT) ## build the web pages only
	@$(BIN)/python -m edition.build html

pdf: $(ENVIRONMENT) ## build the printed book only: _build/karabakh.pdf and _build/karabakh-apparatus.pdf
	@$(BIN)/python -m edition.build pdf

print: $(ENVIRONMENT) ## build the book for a press only: _build/karabakh-print.pdf and _build/karabakh-apparatus-print.pdf
	@$(BIN)/python -m edition.build print

epub: $(ENVIRONMENT) ## build the book for e-readers only: _build/karabakh.epub
	@$(BIN)/python -m edition.build epub

test: $(ENVIRONMENT) ## run every test and check
	@$(BIN)/python -m pytest -n auto --dist loadfile

check: $(ENVIRONMENT) ## run the tests that need no book built or executed, in a minute or two
	@$(BIN)/python -m pytest -n auto --dist loadfile -m "not built"

lint: $(ENVIRONMENT) ## look over the code: ruff (rules and format), mypy (types), typos (spelling)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/typos

verify: $(ENVIRONMENT) ## re-execute every chapter twice without a cache and print the ledger's result
	@$(BIN)/python -m edition.verify

mutate: $(ENVIRONMENT) ## change every number, date and vote of data/, one at a time, and report what notices it
	@$(BIN)/python -m edition.mutate_data

data-check: $(ENVIRONMENT) ## validate data/: schema, hashes and cross-checks
	@$(BIN)/python -m edition.package.validate

data-accept: $(ENVIRONMENT) ## record the hashes of changed tables, then validate
	@$(BIN)/python -m edition.package.validate --accept

serve: html ## show the book at http://localhost:8000, or another PORT
	@$(BIN)/python -m edition.serve $(PORT)

bench: $(ENVIRONMENT) ## measure the builds against a stock Jupyter Book of the same chapters
	@$(BIN)/python -m edition.bench

lock: ## compile requirements.in into requirements.txt, with hashes
	@trap 'rm -rf .venv-lock' EXIT; $(PYTHON) -m venv .venv-lock && .venv-lock/bin/python -m pip install --quiet uv==0.13.9 \
		&& .venv-lock/bin/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
		requirements.in --output-file requirements.txt

clean: ## remove everything generated; keep the environment
	rm -rf _build

# An environment whose interpreter is gone is made anew.
$(shell [ ! -e $(ENVIRONMENT) ] || env -u PYTHONHOME $(BIN)/python -c '' 2>/dev/null || rm -f $(ENVIRONMENT))

$(ENVIRONMENT): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
		|| { echo "Python 3.11, 3.12 or 3.13 is needed. Name one with: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo "Python's venv is missing. On Debian or Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@[ ! -L .venv ] || { echo ".venv is a link to another folder, which is not ours to change; remove the link, and run make again"; exit 1; }
	@echo "installing the packages of requirements.txt into .venv (about a minute)"
	@[ -e $@ ] || $(PYTHON) -m venv --clear .venv \
		|| { echo ".venv could not be made. Is this folder yours, and is there space? Then run make again."; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt >.venv/install.log 2>&1 \
		|| { cat .venv/install.log; \
		if grep -q "DO NOT MATCH THE HASHES" .venv/install.log; then \
			echo "A package is not the one that requirements.txt records. Do not use it; if the change is meant, run: make lock"; \
		elif grep -qE "No space left|Permission denied|Read-only" .venv/install.log; then \
			echo "The packages could not be written. Is this folder yours, and is there space? Then run make again."; \
		else echo "The packages could not be installed. Is there a network? Then run make again."; fi; exit 1; }
	@touch $@
