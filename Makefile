# Everything a fresh machine needs is Python 3.11 or later with venv, make and git.
# Each target installs what it needs into .venv and nowhere else; a second call is quick.

VENV := .venv
PY := $(VENV)/bin/python
RUN_STAMP := $(VENV)/.installed-run
DEV_STAMP := $(VENV)/.installed-dev
BENCH_PY := .venv-bench/bin/python
BENCH_STAMP := .venv-bench/.installed-bench
PIP := -m pip install -qq --disable-pip-version-check
DATA ?= data
DEMO ?= demo-data

.PHONY: help install run demo test check lint house bench shots journeys soak lock

help:
	@echo "make run      install what is needed, make the database, serve, print the address"
	@echo "make demo     the same with two invented people and their year, in a folder of its own"
	@echo "make test     lint and every test, the browser included"
	@echo "make check    lint, types and the tests beside what changed since HEAD, or since BASE=..., in less than a minute"
	@echo "make install  only install, into .venv"
	@echo "make lint     ruff, mypy, the import law"
	@echo "make house    how large the house is, how its things are named, what a form passes; ALL=1 lists each"
	@echo "make bench    every benchmark; results land in benchmarks/results"
	@echo "make shots    pictures of every page, into .shots; a few into docs/pictures"
	@echo "make journeys how many taps and fields each process takes two people, counted in two browsers"
	@echo "make soak     rounds of kill -9 against a running server, bursts with gaps, then ten minutes of what two can do"
	@echo "make lock     compile requirements/*.in to hashed requirements/*.txt"

$(PY):
	@python="$$(scripts/find-python)" && "$$python" -m venv $(VENV)

$(RUN_STAMP): requirements/run.txt requirements/build.txt pyproject.toml | $(PY)
	@echo "Installing what Bothand needs into $(VENV)."
	@$(PY) $(PIP) --require-hashes -r requirements/run.txt -r requirements/build.txt
	@$(PY) $(PIP) --no-deps --no-build-isolation -e ".[app]"
	@touch $@

$(DEV_STAMP): requirements/dev.txt $(RUN_STAMP)
	@echo "Installing what the tests need into $(VENV)."
	@$(PY) $(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

$(BENCH_PY):
	@python="$$(scripts/find-python)" && "$$python" -m venv .venv-bench

$(BENCH_STAMP): requirements/bench.txt | $(BENCH_PY)
	@echo "Installing the peers our engines are measured against into .venv-bench."
	@$(BENCH_PY) $(PIP) --require-hashes -r requirements/bench.txt
	@touch $@

install: $(DEV_STAMP)

run: $(RUN_STAMP)
	@exec $(VENV)/bin/bothand serve --data "$(DATA)"

demo: $(RUN_STAMP)
	@exec $(VENV)/bin/bothand demo --data "$(DEMO)"

test: $(DEV_STAMP)
	@scripts/test

check: $(DEV_STAMP)
	@$(PY) -m scripts.check $(or $(BASE),HEAD)

lint: $(DEV_STAMP)
	@scripts/lint

house: $(DEV_STAMP)
	@$(PY) -m scripts.house $(if $(ALL),-v)

bench: $(DEV_STAMP) $(BENCH_STAMP)
	@$(PY) -m benchmarks all

shots: $(DEV_STAMP)
	@scripts/need-chromium && $(PY) scripts/shots.py

journeys: $(DEV_STAMP)
	@scripts/need-chromium && $(PY) -m pytest -m browser -k counted tests/journeys

soak: $(DEV_STAMP)
	@$(PY) -m tests.soak

lock: $(DEV_STAMP)
	@scripts/lock
