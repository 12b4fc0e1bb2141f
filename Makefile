# Two commands do everything: `make demo` shows what twosource does, `make test` runs what CI runs.

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
PAGE := demo-out/port-arden.html
SOURCES := src tests bench benchmark docs

.PHONY: demo test lint types imports check-docs unit browser docs validators site words lock fuzz sbom audit clean

demo: $(VENV)/run.stamp  ## Build the environment, lay the invented story side by side, say where the page is
	@mkdir -p demo-out
	$(BIN)/twosource compare examples/port-arden
	$(BIN)/twosource compare examples/port-arden -o $(PAGE)
	@echo "The page: file://$(CURDIR)/$(PAGE)"

test: lint types imports unit  ## Everything that CI runs

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)

types: $(VENV)/dev.stamp
	$(BIN)/mypy

imports: $(VENV)/dev.stamp
	$(BIN)/lint-imports

unit: $(VENV)/dev.stamp  ## All tests, doctests and the browser's; two workers, each loads the parser once
	$(BIN)/pytest -n 2 --dist loadfile

docs: $(VENV)/dev.stamp  ## Write the generated parts of docs/ anew (a test fails when they are stale)
	$(BIN)/python docs/generate.py

validators: $(VENV)/dev.stamp  ## What some tests check forms with, where ICU and a compiler are there; they are skipped without it
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/validators.txt

site: $(VENV)/dev.stamp  ## Build the documentation as pages that need no network to be looked at
	$(BIN)/python -m sphinx -q -W --keep-going -b html docs build/site
	@echo "The site: file://$(CURDIR)/build/site/index.html"

words: $(VENV)/run.stamp  ## Pack the word lists and compile the templates anew, so that they are read in milliseconds
	$(BIN)/python -m twosource.language.packing
	$(BIN)/python -m twosource.present.compiled

lock: $(VENV)/dev.stamp  ## Pin anew, with hashes and without download addresses
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --extra cluster --extra notebook --extra assistant --extra pictures --extra documents requirements/dev.in pyproject.toml requirements/build.in -o requirements/dev.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  -c requirements/dev.txt pyproject.toml requirements/build.in -o requirements/run.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  -c requirements/dev.txt requirements/validators.in requirements/build.in -o requirements/validators.txt

fuzz: $(VENV)/dev.stamp  ## Nightly: 100,000 hostile inputs, a failing disk at each write, 200 kills over ten years
	$(BIN)/python bench/fuzz.py --inputs 100000 --seed $$(date +%j)
	FAULTS_EVERY=1 $(BIN)/pytest -p no:xdist tests/store/test_failing_disk.py
	$(BIN)/python bench/library_crash.py --kills 200 --years 10

sbom:  ## A list of all that is locked, by name, version and hash; asks nobody
	$(PYTHON) requirements/sbom.py requirements/run.txt -o sbom.json

audit: sbom  ## Known holes in what is locked (asks the package index); what could not be looked up is a fault too
	$(PYTHON) -m venv $(VENV)-audit
	$(VENV)-audit/bin/python -m pip install -q pip-audit
	$(VENV)-audit/bin/pip-audit --strict --require-hashes --disable-pip -r requirements/run.txt
	$(VENV)-audit/bin/pip-audit --strict --require-hashes --disable-pip -r requirements/dev.txt

$(VENV)/run.stamp: requirements/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements/dev.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

clean:
	rm -rf $(VENV) demo-out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
