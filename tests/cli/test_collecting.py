"""Which commands collect garbage: a run of one entry ends before that pays, one of thousands does not."""

import gc

import click
import pytest

from optout.cli.main import SECTIONS, cli


@pytest.mark.parametrize("name", [name for names in SECTIONS.values() for name in names])
def test_what_only_reads_is_over_before_garbage_is_collected(name: str) -> None:
    """All else reads every entry, or stays: without collecting it, half of what it took was garbage."""
    was = gc.isenabled()
    gc.disable()
    try:
        assert isinstance(cli, click.Group)
        cli.get_command(click.Context(cli), name)
        assert gc.isenabled() is (name not in SECTIONS["To read"])
    finally:
        (gc.enable if was else gc.disable)()
