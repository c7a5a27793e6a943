# What one does every day. `just` comes with the dependency group `dev`: pip install --group dev

# What there is.
default:
    @just --list --unsorted

# Everything that needs no browser and no patience; under 15 seconds.
quick *arguments:
    pytest -m quick {{ arguments }}

# Every test.
test *arguments:
    pytest {{ arguments }}

# Style, types, workflows, shell scripts; the site's scripts and styles, for which `npm ci` installs a linter.
lint:
    ruff check .
    ruff format --check .
    mypy
    pytest -m lint

# Put right what can be put right by itself.
tidy:
    ruff check --fix .
    ruff format .
    npx biome check --write

# Make anew what is made from something else: guides, schemas, pictures in the documents, expected files of tests.
docs:
    optout guides
    optout schema -o optout/platforms.schema.json
    UPDATE_GOLDEN=1 pytest tests/test_docs.py tests/test_catalog.py tests/render/test_json.py

# How much the tests reach.
cover:
    pytest --cov --cov-report=term:skip-covered

# Whether the tests notice: plausible bugs are put in, one at a time.
mutate:
    python -m tests.mutants

# How fast and small, as ratios measured side by side.
bench *arguments:
    python -m tests.benchmarks {{ arguments }}

# All that must hold before a change lands.
ci:
    .ci/run
