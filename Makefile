# Everything sets itself up: a virtual environment in .venv, made again only when what it is made from changes.

PYTHON ?= $(shell command -v python3.11 || command -v python3 || command -v python)
BIN := .venv/bin
READY := .venv/.ready
JUDGES := .venv/.judges
COMPETITORS := .venv/.competitors
RELEASE := .venv/.release
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: demo test check lint types coverage wheel lowest pythons release judges soak docs pages template schema features words conventions lint-pages command-line licences benchmarks picture tutorial-pictures gallery gallery-page format clean help
.DEFAULT_GOAL := help

help:
	@echo "make demo     read a council's page and write documents into out/"
	@echo "make test     run the tests"
	@echo "make check    run all that CI runs: tests, coverage, linters, types, packages, judges, the real pages"
	@echo "make pythons  run the tests on each version of Python that is here; make lowest, with the lowest dependencies"
	@echo "make docs     build the documentation as a site into out/docs"
	@echo "make judges   put documents and the site before veraPDF, the Open XML SDK, LibreOffice, the Nu checker and axe"
	@echo "make words    bring the catalogues of translations up to date, and say what is to be translated"
	@echo "make format   put the code into its form"

$(READY): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "boardminutes needs Python 3.11 or newer, and none was found; install it, or name one: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c "import sys; sys.exit(0 if sys.version_info >= (3, 11) else 'boardminutes needs Python 3.11 or newer, and $(PYTHON) is ' + sys.version.split()[0] + '; name another: make PYTHON=/path/to/python3')"
	$(PYTHON) -m venv .venv
	$(INSTALL) --editable '.[dev]'
	@touch $(READY)

$(JUDGES): $(READY)
	$(INSTALL) --editable '.[dev,judges]'
	@touch $(JUDGES)

$(COMPETITORS): $(READY)
	$(INSTALL) --editable '.[dev,benchmarks]'
	@touch $(COMPETITORS)

$(RELEASE): $(READY)
	$(INSTALL) --editable '.[dev,release]'
	@touch $(RELEASE)

demo: $(READY)
	$(BIN)/python examples/demo.py out

test: $(READY)
	$(BIN)/python -m pytest -n auto $(TEST_OPTIONS)

check: coverage lint types wheel docs judges pages
	$(MAKE) lowest pythons CHECK_OPTIONS=--quick

docs: $(READY)
	$(BIN)/python -m sphinx -W -n --keep-going -q docs out/docs
	@echo "the site is in out/docs/index.html"

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy
	$(BIN)/pyright

coverage: TEST_OPTIONS := --cov --cov-report=term-missing
coverage: test

wheel: $(RELEASE)
	$(BIN)/python tools/check_packages.py

lowest: $(READY)
	$(BIN)/python tools/check_lowest.py $(CHECK_OPTIONS)

pythons: $(READY)
	$(BIN)/python tools/check_pythons.py $(CHECK_OPTIONS)

release: coverage lint types judges pages lowest pythons $(RELEASE)
	$(BIN)/python tools/check_packages.py --release

judges: $(JUDGES)
	$(BIN)/python tools/judges

soak: $(JUDGES)
	HYPOTHESIS_PROFILE=explore $(BIN)/python -m pytest -n auto
	BOARDMINUTES_SOAK=1000 $(BIN)/python -m pytest tests/test_threads.py
	$(BIN)/python tools/soak_extract.py 10000
	$(BIN)/python tools/judges --generated 2000

pages: $(READY)
	@if [ ! -f ../shared/checks/seeds.py ]; then \
		echo "skip: the check against two real pages needs ../shared, which is not here"; \
	else \
		command -v pdftotext > /dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends poppler-utils; }; \
		$(BIN)/python ../shared/checks/seeds.py; \
	fi

template: $(READY)
	$(BIN)/python tools/build_template.py

schema: $(READY)
	$(BIN)/python tools/build_schema.py
	$(BIN)/python tools/build_schema_page.py

features: $(READY)
	$(BIN)/python tools/build_features.py

words: $(READY)
	$(BIN)/python tools/build_words.py

conventions: $(READY)
	$(BIN)/python tools/build_conventions.py

licences: $(READY)
	$(BIN)/python tools/build_licences.py

lint-pages: $(READY)
	$(BIN)/python tools/build_lint_pages.py

command-line: $(READY)
	$(BIN)/python tools/build_command_line.py

benchmarks: $(COMPETITORS)
	$(BIN)/python benchmarks

picture: $(READY)
	$(BIN)/python tools/build_picture.py

tutorial-pictures: $(READY)
	$(BIN)/python tools/build_tutorial_pictures.py

gallery: $(READY)
	$(BIN)/python tools/build_gallery.py

gallery-page: $(READY)
	$(BIN)/python tools/build_gallery_page.py

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf .venv .judges out dist .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis
