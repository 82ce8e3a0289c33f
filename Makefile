# Needs python3 (3.11 or newer), make, git, a shell and the core utilities; everything else it fetches itself.
PYTHON ?= python3
PORT ?= 8000
DATA_DIR ?= .data
SCALE ?= 100000
PY := .venv/bin/python
# What checks read needs a configuration, and never an open server.
CHECK_ENV := DATA_DIR=.data/test DEBUG= DEMO= ALLOWED_HOSTS=tracker.example

.PHONY: demo test check bench clean-demo clean messages requirements format screenshots

demo: .make/program .make/assets .make/catalogues
	@PORT='$(PORT)' DATA_DIR='$(DATA_DIR)' exec $(PY) -m config.demo

test: .make/development .make/assets .make/catalogues
	@$(PY) -m tests.run

check: .make/development .make/assets .make/catalogues
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	.venv/bin/lint-imports
	$(CHECK_ENV) $(PY) manage.py makemigrations --check --dry-run
	$(CHECK_ENV) $(PY) manage.py check --deploy --fail-level WARNING
	$(CHECK_ENV) $(PY) -m config.templates
	$(PY) -m config.messages check
	$(PY) -m tests.architecture.docs

bench: .make/development .make/assets
	SCALE='$(SCALE)' $(PY) -m benchmarks

# Stops what still runs, then removes what the demo keeps and nothing else.
clean-demo:
	$(PYTHON) config/servers remove '$(DATA_DIR)'
	cd '$(DATA_DIR)' 2>/dev/null && rm -rf files mail log schedule* demo.lock || true
	rmdir '$(DATA_DIR)' 2>/dev/null || true

# Removes all that the other targets made, the demo included.
clean: clean-demo
	$(PYTHON) config/servers remove .data/test
	rm -rf .data/test .venv .make node_modules static/vendor staticfiles

format: .make/development
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .
	$(CHECK_ENV) $(PY) -m config.templates --fix

messages: .make/development
	$(PY) -m config.messages extract

# Pictures for the README, of the demo that runs at PORT.
screenshots: .make/development
	$(PY) docs/screenshots.py 'http://localhost:$(PORT)'

# Pins versions and hashes anew; the lists hold no address.
requirements: .make/development
	for list in requirements requirements-dev requirements-node; do \
	  $(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	    --no-emit-index-url --no-emit-find-links --no-strip-extras $$list.in -o $$list.txt || exit 1; done

# A stamp says that its step has been done for the files it was made from.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=...")'
	$(PYTHON) -m venv .venv

.make/program: requirements.txt .venv/bin/python
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@mkdir -p .make && touch $@

.make/development: requirements-dev.txt .make/program
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@mkdir -p .make && touch $@

.make/assets: package-lock.json .npmrc config/assets.py .make/program
	$(PY) config/assets.py
	@mkdir -p .make && touch $@

.make/catalogues: $(wildcard locale/*/LC_MESSAGES/*.po) config/messages.py .make/program
	$(PY) config/messages.py compile
	@mkdir -p .make && touch $@
