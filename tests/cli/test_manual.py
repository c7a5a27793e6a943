"""The pages for `man`."""

import click

from optout.cli.manual import contexts, pages


def test_every_command_has_a_page_with_all_that_its_help_says() -> None:
    """Options and examples, the latter line by line as they are typed."""
    found = pages()
    assert len(found) == len(list(contexts()))
    for ctx in contexts():
        page = found[f"{ctx.command_path.replace(' ', '-')}.1"]
        text = (
            page.replace("\\-", "-").replace("\\&", "").replace("\\(ti", "~").replace("\\(ha", "^").replace("\\e", "\\")
        )
        flags = [flag for one in ctx.command.params if isinstance(one, click.Option) for flag in one.opts]
        assert all(flag in text for flag in [*flags, "EXIT STATUS"]), ctx.command_path
        typed = [
            line.strip() for line in (ctx.command.help or "").partition("\b\n")[2].partition("\n\n")[0].splitlines()
        ]
        assert set(filter(None, typed)) <= {line.strip() for line in text.splitlines()}, ctx.command_path


def test_no_text_is_taken_for_a_macro() -> None:
    """A line that begins with a dot or an apostrophe is a request to roff, and only those meant to be are."""
    meant = {".TH", ".SH", ".TP", ".B", ".PP", ".nf", ".fi", ".RS", ".RE"}
    for name, page in pages().items():
        requests = {line.split(" ", 1)[0] for line in page.splitlines() if line.startswith((".", "'"))}
        assert requests <= meant, name
