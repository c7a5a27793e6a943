"""Letters, word for word, in every format; and that what a person says stays what it is in each."""

import json as json_
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout.catalog import Catalog
from optout.catalog.lookup import find
from optout.letters.compose import Composed, Order, compose
from optout.letters.contact import contact_of
from optout.letters.kinds import KINDS, Kind
from optout.letters.law import Law, authorities_for, laws
from optout.letters.letter import Sender, Wanted, paper_for
from optout.messages import LANGUAGES, country, language
from optout.render import letters
from optout.text import unseen
from tests.conftest import CASES, golden

pytestmark = pytest.mark.slow  # many small runs: together longer than a moment

_CASES = CASES / "letters"
_CATALOG = Catalog((_CASES / "catalog.yaml").read_bytes(), "catalog.yaml")
_TODAY, _LATER = date(2026, 11, 30), date(2026, 12, 20)
_BEFORE: tuple[tuple[date, Kind], ...] = ((date(2026, 10, 30), "objection"), (date(2026, 12, 2), "reminder"))
_ANNA = Sender("Anna Muster", ("Hauptstraße 1", "10115 Berlin"), "anna@anna.example", "anna@anna.example")
_REASON = ("I write about my patients there, in words of my own.",)


def _order(slug: str, law: Law, kind: Kind, region: str, spoken: str, sender: Sender = _ANNA) -> Order:
    platform = find(_CATALOG, slug).platform
    earlier = _BEFORE if kind in ("reminder", "complaint") else ()
    today = _LATER if earlier else _TODAY
    wanted = Wanted(kind, spoken, today, region, _REASON, True, earlier)
    authority = next(iter(authorities_for(region)), None)
    return Order(platform, law, contact_of(_CATALOG, platform, region), sender, wanted, authority)


def _letter(order: Order, *, brief: bool = False) -> letters.Letter:
    composed = compose(order)
    return letters.letter(composed.draft._replace(brief=brief), order.sender, composed.to, order.wanted.region)


def _all() -> Iterator[Order]:
    for law in laws().values():
        for spoken in law.languages:
            for kind in KINDS:
                yield _order("acme-photos", law, kind, next(iter(law.regions), "MX"), spoken)


_GOLDEN = [
    ("gdpr", "objection", "DE", "de"),
    ("gdpr", "objection", "IE", "en"),
    ("gdpr", "access", "FR", "fr"),
    ("gdpr", "erasure", "ES", "es"),
    ("gdpr", "withdrawal", "IT", "it"),
    ("gdpr", "complaint", "AT", "de"),
    ("uk-gdpr", "reminder", "GB", "en"),
    ("fadp", "objection", "CH", "fr"),
    ("lgpd", "objection", "BR", "pt"),
    ("ccpa", "objection", "US-CA", "en"),
    ("pipeda", "objection", "CA", "fr"),
    ("pipa", "objection", "KR", "en"),
    ("appi", "objection", "JP", "en"),
    ("dpdp", "objection", "IN", "en"),
    ("request", "objection", "MX", "es"),
]


@pytest.mark.parametrize(("law", "kind", "region", "spoken"), _GOLDEN)
def test_a_letter_reads_like_this(law: str, kind: Kind, region: str, spoken: str) -> None:
    """Word for word, with what is said beside it."""
    order = _order("acme", laws()[law], kind, region, spoken)
    notes = "\n".join(language("en").text(note) for note in compose(order).notes)
    golden(_CASES / f"{law}-{kind}-{spoken}.txt", f"{letters.text(_letter(order))}\n---\n{notes}\n")


@pytest.mark.slow
def test_every_law_can_be_said_in_each_of_its_languages_in_every_kind() -> None:
    """No template lacks a word for a right, no sentence is left half, and every remark is said in every language."""
    for order in _all():
        composed = compose(order)
        text = letters.text(_letter(order))
        for line in text.splitlines():
            assert line == line.rstrip()
            assert "  " not in line.strip()
            assert not {"None", "()", "{", "}"} & set(line.split())
        for code in LANGUAGES:
            assert all(language(code).text(note) for note in composed.notes)


@pytest.mark.slow
def test_a_mail_link_is_never_longer_than_programs_take() -> None:
    """With a reason of two lines, in fewer words where there would be too many."""
    for order in _all():
        order = order._replace(wanted=order.wanted._replace(reason=("My work is my own. " * 8,)))
        link = letters.mailto(_letter(order), _letter(order, brief=True))
        assert 0 < len(link) <= letters.MAX_MAILTO, (order.law.id, order.wanted)


def test_a_letter_goes_to_the_contact_of_the_platform_or_of_its_company() -> None:
    """Whoever is in the region; an entry's own goes before the company's."""
    eu = _letter(_order("acme-photos", laws()["gdpr"], "objection", "DE", "de"))
    assert eu.recipient == ("Data Protection Officer", "Acme Ireland Limited", "1 Quay Street", "Dublin 2")
    assert (eu.country, eu.email) == ("IRLAND", "dpo@acme.example")
    us = _letter(_order("acme-photos", laws()["ccpa"], "objection", "US-CA", "en"))
    assert us.recipient == ("Acme Inc.", "1 Main Street", "Springfield, CA 90000")
    assert us.country == ""  # at home, no letter names its country
    own = _letter(_order("acme-maps", laws()["gdpr"], "objection", "DE", "de"))
    assert own.recipient[0] == "Acme Maps GmbH"
    nobody = _letter(_order("lone", laws()["gdpr"], "objection", "DE", "de"))
    assert nobody.recipient == ("Lone",)


def test_a_reminder_that_comes_too_soon_does_not_say_that_the_time_is_over() -> None:
    """Only that there is no answer yet, and beside it until when there is time."""
    order = _order("acme", laws()["gdpr"], "reminder", "DE", "en")
    late, soon = order, order._replace(wanted=order.wanted._replace(date=date(2026, 11, 30)))
    assert "An answer was due by 30 November 2026" in letters.text(_letter(late))
    assert "I have not received an answer." in letters.text(_letter(soon))
    assert "due" not in letters.text(_letter(soon))
    assert "until 30 November 2026" in " ".join(language("en").text(note) for note in compose(soon).notes)


@pytest.mark.parametrize(
    ("quote", "is_quoted"),
    [
        ("We use your public posts to train our models.", True),
        ("to develop and improve our services, now and later", True),
        ("You can opt out of training at any time.", False),
        ("Opting out does not affect training that has already taken place", False),
        ("We don’t train on your chats.", False),
        ("By default, nothing that we learn about your typing leaves your device", False),
        ("Check that bot's privacy policy for details", False),
        ("", False),
    ],
)
def test_an_operator_is_quoted_where_it_says_that_it_trains(quote: str, is_quoted: bool) -> None:
    """Not where it says how to refuse, that it does not, or something else."""
    order = _order("acme", laws()["gdpr"], "objection", "DE", "en")
    sources = tuple(one._replace(quote=quote) for one in order.platform.sources)
    said = letters.text(_letter(order._replace(platform=order.platform._replace(sources=sources))))
    assert ("Your own words" in said) is is_quoted


def test_paper_is_as_it_is_where_one_is() -> None:
    """US Letter in most of the Americas."""
    assert [paper_for(region) for region in ("DE", "US-CA", "CA-QC", "BR", "")] == [
        "a4",
        "letter",
        "letter",
        "a4",
        "a4",
    ]


def test_without_a_reason_where_the_law_needs_one_a_gap_says_so() -> None:
    """In brackets in the letter, and in words beside it."""
    order = _order("acme", laws()["gdpr"], "objection", "DE", "de", Sender())
    order = order._replace(wanted=order.wanted._replace(reason=()))
    assert "[Ihr eigener Grund]" in letters.text(_letter(order))
    assert "[Ihr Name]" in letters.text(_letter(order))
    assert "a reason of your own" in language("en").text(compose(order).notes[0])
    swiss = _order("acme", laws()["fadp"], "objection", "CH", "de", Sender())
    swiss = swiss._replace(wanted=swiss.wanted._replace(reason=()))
    assert "Meine Gründe" not in letters.text(_letter(swiss))


_HOSTILE = [
    "x\r\nBcc: all@example.com\r\n\r\nhello",
    "{{ l.__class__ }}{% for x in y %}",
    "<script>alert(1)</script>&lt;",
    "\u202egnihton\u2066\u200b",
    "[x](javascript:alert(1)) **b** `c`",
    "- item\n# heading\n::error::x",
    "?subject=x&body=y%0d%0aBcc:z",
    'quote" onload="x',
    "\x1b[31mred\x07",
]


@pytest.mark.parametrize("hostile", _HOSTILE)
def test_what_a_person_says_is_text_in_every_format(hostile: str) -> None:
    """No header, no markup, no template, no control: whatever a name, an address, a reason looks like."""
    _holds_its_form(hostile)


@pytest.mark.slow
@given(st.text(max_size=20))
def test_any_text_is_text_in_every_format(text: str) -> None:
    """Drawn ones as well."""
    _holds_its_form(text)


def _holds_its_form(text: str) -> None:
    sender = Sender(text, (text, text), text, text)
    order = _order("acme", laws()["gdpr"], "objection", "IE", "en", sender)
    order = order._replace(wanted=order.wanted._replace(reason=(text,)))
    composed: Composed = compose(order)
    plain, made = _letter(_order("acme", laws()["gdpr"], "objection", "IE", "en")), _letter(order)

    mail = message_from_bytes(letters.eml(made), policy=default)
    assert sorted(mail.keys()) == sorted(message_from_bytes(letters.eml(plain), policy=default).keys())
    assert mail["To"] == "dpo@acme.example"
    assert not mail.is_multipart()

    if address := letters.mailto(made, _letter(order, brief=True)):  # else it is too long
        link = urlsplit(address)
        assert (link.scheme, unquote(link.path)) == ("mailto", "dpo@acme.example")
        assert set(parse_qs(link.query)) == {"subject", "body"}

    page = html5lib.parse(letters.html(made, "a4"), namespaceHTMLElements=False)
    tags = {one.tag for one in page.iter() if isinstance(one.tag, str)}
    assert tags <= {"html", "head", "meta", "title", "style", "body", "div", "address", "p", "h1", "ul", "li"}
    assert not [name for one in page.iter() for name in one.attrib if name.startswith("on")]

    for said in (letters.text(made), letters.markdown(made), letters.body(made)):
        assert not unseen(said, lines=True)
    read = json_.loads(letters.json(made, composed.draft, order.law, ()))
    assert read["recipient"]["email"] == "dpo@acme.example"


def test_a_template_of_ones_own_takes_the_place_of_a_packaged_one(tmp_path: Path) -> None:
    """And is rendered in the sandbox, with a plain sentence where it does not work."""
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "en.txt").write_text("No, {{ l.platform }}\n{{ l.date }}\n\nBy {{ l.article }}.\n", "utf-8")
    order = _order("acme", laws()["gdpr"], "objection", "IE", "en")
    composed = compose(order)
    made = letters.letter(composed.draft, order.sender, composed.to, "IE", tmp_path)
    assert (made.subject, letters.body(made)) == ("No, Acme", "By Article 21(1) GDPR.")


@pytest.mark.parametrize(
    ("law", "region", "spoken", "said"),
    [
        ("gdpr", "FR", "fr", "IRLANDE"),
        ("gdpr", "ES", "es", "IRLANDA"),
        ("gdpr", "IT", "it", "IRLANDA"),
        ("gdpr", "PT", "pt", "Exmos. Senhores"),
        ("lgpd", "BR", "pt", "Atenciosamente"),
        ("fadp", "CH", "de", "Mit freundlichen Grüssen"),
        ("ccpa", "US-CA", "en", "November 30, 2026"),
        ("uk-gdpr", "GB", "en", "30 November 2026"),
    ],
)
def test_a_letter_is_in_the_words_of_where_its_law_holds(law: str, region: str, spoken: str, said: str) -> None:
    """The country's name above it, the date, Portuguese of Brazil or of Portugal, German of Switzerland."""
    assert said in letters.text(_letter(_order("acme", laws()[law], "access", region, spoken)))
    assert [country("NL", code) for code in ("pt", "pt-BR", "en-US", "xx")] == ["Países Baixos"] * 2 + [
        "Netherlands"
    ] * 2
    assert [country("PL", code) for code in ("pt", "pt-BR")] == ["Polónia", "Polônia"]
