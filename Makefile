# marsad: `make demo` reads the demo week, `make test` runs all tests but the slow ones; each does its own set-up.
.DEFAULT_GOAL := help
.PHONY: help demo test test-all lint docs golden knowledge bench-quality bench-speed setup browser clean

PYTHON ?= python3
TOOLS  := .tools
UV     := $(TOOLS)/bin/uv
RUN    := $(UV) run --frozen
# Certificates of the system, so that it works behind a proxy that signs for itself.
export UV_SYSTEM_CERTS := 1
DEMO   := demo-out

help:  ## Say what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

$(UV):
	$(PYTHON) -m venv $(TOOLS)
	$(TOOLS)/bin/pip install --quiet --disable-pip-version-check uv

setup: $(UV)
	@$(UV) sync --frozen --quiet

# --inexact: what tests need may stay installed.
demo: $(UV)  ## Read the demo week and show what came of it
	@$(UV) sync --frozen --quiet --no-dev --inexact
	@.venv/bin/python examples/demo/run.py $(DEMO)

test: setup browser lint  ## Lint, types, import law and all tests but the slow ones
	$(RUN) pytest -n 2 -m "not slow"

test-all: setup browser lint docs  ## The same with the slow tests and the docs
	$(RUN) pytest -n 2

lint: setup  ## Style, types and the law of the river
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy
	$(RUN) lint-imports
	$(RUN) codespell README.md CHANGELOG.md CONTRIBUTING.md docs src knowledge
	$(RUN) python knowledge/compile.py --check
	$(RUN) python knowledge/compile_provinces.py --check

browser:
	@command -v chromium >/dev/null 2>&1 || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core fonts-noto-core >/dev/null; \
	  else echo "skipped: the page is not tested in a browser (install the package chromium to have it tested)"; fi; }

docs: setup  ## Build the documentation; a warning is an error
	$(RUN) sphinx-build -W --keep-going -q docs docs/_build/html

golden: setup  ## Show how the golden reports are read and where they differ
	$(RUN) python -m tests.golden.report

knowledge: setup  ## Compile knowledge/*.yml into the package
	$(RUN) python knowledge/compile.py
	$(RUN) python knowledge/compile_provinces.py

# Both measures are run, and either fails the target: a floor that fell, or text without conflict above the limit.
bench-quality: setup  ## Score reading, errors by cause: make bench-quality DATA=folder SCORER=score.py [NEGATIVES="path ..." GENRES=news,bio]
	@code=0; \
	$(if $(DATA),$(RUN) python -m benchmarks.quality gold --data $(DATA) $(if $(SCORER),--scorer $(SCORER)) \
	  --out $(or $(OUT),records.jsonl) $(if $(ERRORS),--errors $(ERRORS)) || code=1,echo "skipped: hand-coded reports (give DATA=folder)"); \
	$(if $(NEGATIVES),$(RUN) python -m benchmarks.quality negatives --data $(NEGATIVES) $(if $(GENRES),--genres $(GENRES)) || code=1 \
	  ,echo "skipped: text without conflict (give NEGATIVES=\"path ...\")"); \
	exit $$code

bench-speed: setup  ## Time every stage
	$(RUN) python -m benchmarks.speed

clean:  ## Remove what was built
	rm -rf $(TOOLS) .venv $(DEMO) docs/_build dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
