"""`python -m optout`."""

from optout.cli.main import run

run()
