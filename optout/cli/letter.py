"""optout letter: a letter that refuses, asks, or complains, by the law that holds for whoever sends it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from optout.catalog import sentences
from optout.catalog.lookup import Company, Nothing, ask
from optout.cli import catalogs, letter_asked, mine, options, output, project
from optout.cli.choices import OneOf
from optout.cli.letter_kept import LetterBook, from_list
from optout.errors import NotFound, OptoutError, UsageProblem
from optout.letters.kinds import ASKING, FOLLOWING, KINDS, LAWS, LETTER_LANGUAGES, Kind
from optout.messages import message

if TYPE_CHECKING:
    from optout.catalog import Catalog
    from optout.letters.compose import Composed, Order
    from optout.letters.deadlines import Day
    from optout.letters.law import Law, SupervisoryAuthority
    from optout.model import Platform
    from optout.render.letters import Letter

_FORMATS = ("text", "markdown", "html", "eml", "mailto", "json")
_PAPERS = ("a4", "letter")


class _Date(click.types.StringParamType):
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        from datetime import date

        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            return self.fail(f"`{value}` is no day: use YYYY-MM-DD, such as 2026-11-30", param, ctx)


@click.command("letter")
@click.argument("platform", nargs=-1, required=True, type=options.PLATFORM)
@options.region_option
@click.option("--law", "law_id", type=OneOf(LAWS), help="The law to rest on.  [default: by --region]")
@click.option("--kind", type=OneOf(KINDS), default="objection", show_default=True, help="What it is to do.")
@click.option("--language", "spoken", type=OneOf(LETTER_LANGUAGES), help="Its language.  [default: by --region]")
@click.option("--reason", metavar="TEXT", help="Your own reason; - reads it from standard input.")
@click.option("--name", metavar="TEXT", help="Your name.")
@click.option("--address", multiple=True, metavar="LINE", help="A line of your address; may be given several times.")
@click.option("--mail", metavar="ADDRESS", help="Your mailbox.")
@click.option("--account", metavar="TEXT", help="By what they find you: a user name, the mailbox of the account.")
@click.option("--switched-off", "switched", is_flag=True, help="Say that you have refused by the setting already.")
@click.option("--date", type=_Date(), metavar="DATE", help="The letter's date.  [default: today]")
@click.option("--before", type=_Date(), metavar="DATE", help="With reminder and complaint: when your letter arrived.")
@click.option(
    "--before-kind",
    type=OneOf(ASKING),
    default="objection",
    show_default=True,
    help="With reminder and complaint: what that letter was.",
)
@click.option("--reminded", type=_Date(), metavar="DATE", help="With complaint: when your reminder arrived.")
@click.option(
    "--sent", type=_Date(), metavar="DATE", help="Keep in your list that it arrived on this day, instead of writing it."
)
@click.option("--answered", type=_Date(), metavar="DATE", help="Keep in your list that it was answered on this day.")
@click.option("--authority", "authority_id", metavar="NAME", help="With complaint: to whom.  [default: by --region]")
@click.option(
    "--format",
    "format_",
    type=OneOf(_FORMATS),
    default="text",
    show_default=True,
    help="How to write it; html prints, eml and mailto open in a mail program.",
)
@click.option("--paper", type=OneOf(_PAPERS), help="With html: the size of the sheet.  [default: by --region]")
@options.output_option
@options.templates_option
@mine.list_options
@options.catalog_option
def command(
    platform: tuple[str, ...],
    region: str,
    law_id: str | None,
    kind: Kind,
    spoken: str | None,
    reason: str | None,
    name: str | None,
    address: tuple[str, ...],
    mail: str | None,
    account: str | None,
    switched: bool,
    date: "Day | None",
    before: "Day | None",
    before_kind: Kind,
    reminded: "Day | None",
    sent: "Day | None",
    answered: "Day | None",
    authority_id: str | None,
    format_: str,
    paper: str | None,
    path: Path | None,
    templates: Path | None,
    named: Path | None,
    profile: str,
    catalog: Path | None,
) -> int:
    """A letter to whoever operates PLATFORM: an objection to training AI with your data, a withdrawal of consent, a
    request for access or erasure, a reminder, or a complaint to the authority.

    In a terminal you are asked for what is missing. Nothing of it is kept; with --sent, only that there was such a
    letter: `optout plan` then tells by when an answer is due and what comes next.

    \b
    optout letter linkedin --region DE
    optout letter instagram --region FR --kind access --format eml -o letter.eml
    optout letter linkedin --region DE --sent 2026-11-30
    optout letter linkedin --region GB --kind complaint --before 2026-10-30
    """
    from optout.letters.compose import Order, compose
    from optout.letters.contact import contact_of
    from optout.letters.deadlines import Day
    from optout.letters.letter import Sender, Wanted

    opened = catalogs.open_catalog(catalog)
    about, is_company = _meant(opened, " ".join(platform))
    if is_company and (sent or answered):
        raise UsageProblem(f"your list holds platforms, and {about.name} is a company: name one, such as {about.slug}")
    book = LetterBook(about, named, profile, is_company)
    if answered:
        return book.answered(answered)
    region = region or ("" if law_id else book.region)
    if kind in FOLLOWING and before is None and (open_ := book.waiting):
        before, before_kind, law_id, reminded = from_list(open_, law_id)
    law = _law(law_id, region)
    region = region or next(iter(law.regions), "")
    language = _language(spoken, region, law)
    if kind not in FOLLOWING and (before or reminded):
        raise UsageProblem(f"--before and --reminded are for a reminder or a complaint, not for kind {kind}")
    if kind in FOLLOWING and before is None:
        raise UsageProblem(f"a {kind} needs the day on which your letter arrived: --before YYYY-MM-DD")
    contact = contact_of(opened, about, region)
    if sent:
        return book.sent(kind, law, sent, (contact.contact.country if contact else "") or region)
    asks = sys.stdin.isatty() and reason != "-"
    sender = Sender(name or "", address, mail or "", account or "")
    wanted = Wanted(
        kind,
        language,
        date or Day.today(),
        region,
        letter_asked.reason(reason, asks and kind == "objection", law.right(kind).reason == "needed"),
        switched,
        _earlier(before, before_kind, reminded),
    )
    order = Order(
        about,
        law,
        contact,
        letter_asked.completed(sender) if asks else sender,
        wanted,
        _authority(authority_id, region) if kind == "complaint" else None,
    )
    composed = compose(order)
    notes = tuple(map(letter_asked.spoken().text, composed.notes))
    _write(order, composed, notes, _Shape(format_, paper, path, project.templates_of(templates)))
    for note in notes:
        output.say(note)
    if format_ in ("eml", "mailto") and not composed.to.email:
        output.say(letter_asked.spoken().text(message("letter-to-no-mailbox")))
    return 0


def _meant(catalog: "Catalog", text: str) -> "tuple[Platform, bool]":
    """What a letter is about: a platform, or a company with all that it operates; whether it is a company."""
    from optout.letters.contact import whole
    from optout.model import Platform

    answer = ask(catalog, text)
    if isinstance(answer, Nothing):
        raise NotFound(answer.message)
    if isinstance(answer, Company):
        platforms = [one.entry for one in answer.entries if isinstance(one.entry, Platform)]
        output.say(sentences.all_of(answer.name, len(answer.slugs)))
        return whole(answer.name, platforms), True
    for note in answer.notes():
        output.say(note)
    return answer.platform, False


class _Shape(NamedTuple):
    """How and where to write it."""

    format: str
    paper: str | None
    path: Path | None
    templates: Path | None


def _write(order: "Order", composed: "Composed", notes: tuple[str, ...], shape: _Shape) -> None:
    from optout.letters.letter import paper_for
    from optout.render import letters

    region = order.wanted.region
    made = letters.letter(composed.draft, order.sender, composed.to, region, shape.templates)
    match shape.format:
        case "text":
            output.write_lines(letters.text(made), shape.path)
        case "markdown":
            output.write(letters.markdown(made), shape.path)
        case "html":
            output.write(letters.html(made, shape.paper or paper_for(region), shape.templates), shape.path)
        case "eml":
            output.write(letters.eml(made), shape.path)
        case "json":
            output.write(letters.json(made, composed.draft, order.law, notes), shape.path)
        case _:
            output.write(f"{_mail_link(order, composed, made, shape.templates)}\n", shape.path)


def _mail_link(order: "Order", composed: "Composed", made: "Letter", templates: Path | None) -> str:
    """The letter as a mail link, in fewer words where it would be too long.

    Raises:
        OptoutError: even these are too many.
    """
    from optout.render import letters

    brief = letters.letter(
        composed.draft._replace(brief=True), order.sender, composed.to, order.wanted.region, templates
    )
    if link := letters.mailto(made, brief):
        return link
    raise OptoutError(
        f"this letter is too long for a mail link, of which mail programs take {letters.MAX_MAILTO:,} characters; use "
        "--format eml, or a shorter reason"
    )


def _law(law_id: str | None, region: str) -> "Law":
    from optout.letters.law import law_of, laws

    if law_id:
        return laws()[law_id]
    if not region:
        raise UsageProblem("which law holds depends on where you are: say it with --region DE, or name a --law")
    return law_of(region)


def _language(spoken: str | None, region: str, law: "Law") -> str:
    from optout.letters.law import spoken_in

    language = spoken or spoken_in(region, law)
    if language not in law.languages:
        raise UsageProblem(f"a letter by this law can be in {' or '.join(law.languages)}, not in {language}")
    return language


def _earlier(before: "Day | None", kind: Kind, reminded: "Day | None") -> "tuple[tuple[Day, Kind], ...]":
    first: tuple[tuple[Day, Kind], ...] = ((before, kind),) if before else ()
    return (*first, (reminded, "reminder")) if reminded else first


def _authority(named: str | None, region: str) -> "SupervisoryAuthority | None":
    """The authority that was named, else the only one that there is."""
    from optout.letters.law import authorities, authorities_for

    if named is None:
        known = authorities_for(region)
        return known[0] if len(known) == 1 else None
    found = next((one for one in authorities() if one.id == named), None)
    if found is None:
        known = authorities_for(region) or authorities()
        raise UsageProblem(f"there is no authority `{named}` here: use {', '.join(one.id for one in known)}")
    return found
