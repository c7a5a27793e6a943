"""What the archived terms of an entry say, and what of it the entry has."""

from pathlib import Path

import pytest

from optout.model import Audience, Control, Date, Email, Platform, Source, Terms
from optout.terms import library
from optout.terms.editions import Edition, Unread, bare, editions
from optout.terms.watch import watch
from tests.terms.collections import POLICY, Made, collection

_TRAINED = "We use your posts to train our AI models."
_TEXT = f"""{POLICY}
Last updated: May 1, 2026

We are open about it. {_TRAINED} We keep no copy.
To object, write to known@acme.example or to new@acme.example, or use the [objection form](https://www.acme.example/form?id=1).
"""
_NOW = 1_795_000_000


@pytest.fixture
def clones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two collections, one of them with the addresses of its documents."""
    monkeypatch.setenv("OPTOUT_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "clones"
    folder.mkdir()
    first = Made("2025-01-01", POLICY, "First record of Acme Privacy Policy")
    for name in ("eu", "us"):
        collection(folder / f"{name}-versions.git", [first, Made("2026-05-02", _TEXT)])
    declared = (
        '{"name": "Acme", "terms": {"Privacy Policy": {"combine": [{"fetch": "https://acme.example/privacy/"}]}}}'
    )
    collection(folder / "eu-declarations", [Made("2025-01-01", declared, "Add Acme", "declarations/Acme.json")])
    return folder


def _platform(**given: object) -> Platform:
    source = Source("policy", "Policy", "Acme", "official", url="https://www.acme.example/privacy?x=1")
    values: dict[str, object] = {
        "checked": Date(2026, 6, 1),
        "sources": (source,),
        "controls": (Control("email", "Write", ("policy",), email=Email("known@acme.example")),),
        "terms": (Terms("eu", "Acme", ("Privacy Policy",), Audience(regions=("EU",))),),
    }
    needed = {"slug": "acme", "name": "Acme", "category": "social", "training": "opt-out", "summary": "It does."}
    return Platform(**{**needed, **values, **given})  # type: ignore[arg-type]


def _edition(platform: Platform, clones: Path, at: Date | None = None) -> Edition:
    with library.opened(clones) as found:
        (one,) = editions(platform, found, at)
    assert isinstance(one, Edition)
    return one


def test_an_edition_is_known_by_its_source_its_days_and_its_passages(clones: Path) -> None:
    """An address without its query, or with www, is the same one."""
    one = _edition(_platform(), clones)
    assert (one.sources, one.addresses) == (("policy",), ("https://acme.example/privacy/",))
    assert (one.version.day, one.dated, one.language) == (Date(2026, 5, 2), Date(2026, 5, 1), "en")
    assert [(each.passage.sentence.text, each.passage.before) for each in one.passages if each.passage.counts] == [
        (_TRAINED, "We are open about it.")
    ]
    assert one.archived.startswith("https://github.com/OpenTermsArchive/eu-versions/blob/")
    assert one.archived.endswith("/Acme/Privacy%20Policy.md")


def test_what_the_entry_lacks_is_marked(clones: Path) -> None:
    """A way to write that it has is told from one that it does not."""
    known = {named.address.to: named.is_known for named in _edition(_platform(), clones).named}
    assert known == {
        "known@acme.example": True,
        "new@acme.example": False,
        "https://www.acme.example/form?id=1": False,
    }


@pytest.mark.parametrize(
    ("quote", "cited"),
    [
        ("use your posts to TRAIN our AI models", True),
        ("We are open about it. We use your posts", True),
        ("We use … AI models", True),
        ("We keep no copy", False),
        ("", False),
    ],
)
def test_a_passage_is_cited_if_a_quote_stands_in_it(quote: str, cited: bool, clones: Path) -> None:
    """Or in what stands before it; other quotes of the same document cite other passages."""
    source = Source("policy", "Policy", "Acme", "official", url="https://acme.example/privacy", quote=quote)
    (mentioned,) = (one for one in _edition(_platform(sources=(source,)), clones).passages if one.passage.counts)
    assert mentioned.is_cited is cited


def test_an_archived_copy_cites_its_document(clones: Path) -> None:
    """In whatever version; that of another collection or document does not."""
    for path, found in {
        "eu-versions/blob/abc/Acme/Privacy%20Policy.md": ("copy",),
        "us-versions/blob/abc/Acme/Privacy%20Policy.md": (),
        "eu-versions/blob/abc/Acme/Terms%20of%20Service.md": (),
    }.items():
        archived = f"https://github.com/OpenTermsArchive/{path}"
        source = Source("copy", "Policy", "Acme", "official", url="https://other.example/", archived=archived)
        assert _edition(_platform(sources=(source,)), clones).sources == found


def test_how_it_stood_on_a_day(clones: Path) -> None:
    """Before the change there was nothing to read on training."""
    assert _edition(_platform(), clones, Date(2026, 5, 1)).passages == ()


@pytest.mark.parametrize(
    ("terms", "reason"),
    [
        (Terms("eu", "Acme", ("Gone",)), "the collection eu has no Acme/Gone.md; it may go by another name there now"),
        (Terms("asia", "Acme", ("Privacy Policy",)), "has no collection asia: `optout terms --update` gets"),
        (Terms("../eu", "Acme", ("Privacy Policy",)), "has no collection ../eu"),
    ],
)
def test_what_cannot_be_read_says_why(terms: Terms, reason: str, clones: Path) -> None:
    """And ends nothing; no name leads out of the folder of the clones."""
    with library.opened(clones) as found:
        (one,) = editions(_platform(terms=(terms,)), found)
    assert isinstance(one, Unread)
    assert reason in one.reason


def test_declarations_that_say_nothing_useful_do_no_harm(clones: Path) -> None:
    """Whatever somebody wrote there."""
    for number, said in enumerate(
        ("[]", "{", '{"terms": []}', '{"terms": {"Privacy Policy": 1}}', '{"terms": {"P": {"fetch": 2}}}')
    ):
        day = f"2026-06-{number + 1:02}"
        collection(clones / "eu-declarations", [Made(day, said, "Change Acme", "declarations/Acme.json")])
        assert _edition(_platform(), clones).addresses == ()


def test_the_watch_tells_once_what_changed_alike(clones: Path) -> None:
    """In two editions, for two entries; and which entry was checked before it."""
    both = tuple(Terms(name, "Acme", ("Privacy Policy",)) for name in ("eu", "us"))
    seen, unseen = _platform(terms=both), _platform(slug="bee", name="Bee", terms=both, checked=Date(2026, 5, 1))
    with library.opened(clones) as found:
        (change,) = watch([seen, unseen], found, _NOW).changes
        assert [one.slug for one in change.entries] == ["acme", "bee"]
        assert [one.slug for one in change.unseen] == ["bee"]
        assert [one.collection for one in change.terms] == ["eu", "us"]
        assert [one.sentence.text for one in change.new] == [_TRAINED]
        assert watch([seen], found, _NOW).changes == ()
        assert watch([seen], found, _NOW, Date(2026, 5, 2)).changes[0].unseen == ()
        assert watch([unseen], found, _NOW, Date(2026, 5, 3)).changes == ()


def test_the_watch_goes_on_where_a_document_cannot_be_read(clones: Path) -> None:
    """It names it."""
    terms = (Terms("asia", "Acme", ("Privacy Policy",)), Terms("eu", "Acme", ("Privacy Policy",)))
    with library.opened(clones) as found:
        told = watch([_platform(terms=terms, checked=Date(2026, 1, 1))], found, _NOW)
    assert [one.terms.collection for one in told.unread] == ["asia"]
    assert len(told.changes) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.acme.example/privacy?hl=de#top", "https://acme.example/Privacy/", True),
        ("https://acme.example/help?nodeId=1&ref_=foot", "https://acme.example/help?ref_=top&nodeId=1", True),
        ("https://acme.example/help?nodeId=1", "https://acme.example/help?nodeId=2", False),
        ("https://acme.example/help?nodeId=1", "https://acme.example/help", False),
    ],
)
def test_a_query_makes_another_page_where_it_numbers_it(one: str, other: str, same: bool) -> None:
    """A shop's help has one address and a number for each page: a disclosure is not the terms beside it."""
    assert (bare(one) == bare(other)) is same
