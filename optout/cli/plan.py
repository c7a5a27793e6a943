"""optout plan: what to do about one's accounts, in which order."""

from collections.abc import Callable
from pathlib import Path

import click

from optout.cli import catalogs, mine, options, output
from optout.cli.choices import OneOf
from optout.errors import UsageProblem

_FORMATS = ("terminal", "markdown", "html", "json", "csv", "ics")


@click.command("plan")
@mine.person_options
@click.option("--since", metavar="DATE", help="Only what came to your list, or changed in its guide, since this day.")
@click.option("--keep", is_flag=True, help="Keep --region, --device and --plan in your list, for all that follows.")
@click.option("--format", "format_", type=OneOf(_FORMATS), default="terminal", show_default=True,
              help="How to show it.")  # fmt: skip
@options.language_option
@options.output_option
@options.pager_option
@mine.list_options
@options.catalog_option
def command(
    region: str,
    devices: tuple[str, ...],
    plans: tuple[str, ...],
    since: str | None,
    keep: bool,
    format_: str,
    spoken: str | None,
    path: Path | None,
    paged: bool,
    named: Path | None,
    profile: str,
    catalog: Path | None,
) -> int:
    """What to do about the accounts on your list: what trains on you today and is quick first, then what costs more,
    letters, and what an administrator must do; then what leaves no way, needs nothing, or is done.

    Nothing is changed, unless you say --keep. Markdown is a checklist that `optout done --from` reads back; ics are
    days on which to look again.

    \b
    optout plan
    optout plan --region DE --device web --device ios --plan Free --keep
    optout plan --format markdown -o plan.md
    """
    from functools import partial

    from optout.accounts.values import is_day
    from optout.plan import make_plan

    if since and not is_day(since):
        raise UsageProblem(f"--since takes a day such as 2026-11-30, not `{since}`")
    found = mine.opened(named, profile)
    accounts = mine.some(found)
    said = mine.person(found, region, devices, plans)
    if keep:
        mine.keep_person(found, said)
    opened = catalogs.personal_catalog(catalog)
    platforms, broken = mine.platforms(opened, accounts)
    made = make_plan((one for one in accounts if one.name not in broken), platforms, said, since or "")
    tongue = options.language_of(spoken, format_ == "terminal")
    if format_ == "terminal":
        from optout.render.plan import text

        output.show_lines(partial(text, made, spoken=tongue, since=since or ""), path, paged)
    else:
        output.write(_document(format_)(made, tongue, since or ""), path)
    return catalogs.tell_broken(broken, opened.file)


def _document(format_: str) -> Callable[..., str]:
    from optout.render import calendar, plan, plan_data

    found: dict[str, Callable[..., str]] = {
        "markdown": plan.markdown,
        "html": plan.html,
        "json": plan_data.as_json,
        "csv": plan_data.as_csv,
        "ics": calendar.plan,
    }
    return found[format_]
