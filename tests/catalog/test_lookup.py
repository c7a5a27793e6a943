"""Names: what each of many means, and what holds of all."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout.catalog import Catalog
from optout.catalog.hosts import host
from optout.catalog.lookup import Answer, Company, Found, Nothing, ask, ask_all
from optout.catalog.names import key, names
from optout.near import distance, near
from optout.schema.decoded import Decoded
from tests.conftest import CASES


def _cases() -> Iterator[tuple[str, str]]:
    for line in (CASES / "names.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("# "):
            asked, _, meant = line.rpartition(" => ")
            yield json.loads(asked) if asked.startswith('"') else asked, meant


def _told(answer: Answer) -> str:
    if isinstance(answer, Nothing):
        return f"nothing, near {' '.join(answer.near)}" if answer.near else "nothing"
    if isinstance(answer, Company):
        return f"company {answer.name}"
    how = "" if answer.how == "name" else f" by {answer.how}"
    by = f" ({answer.by})" if answer.by else ""
    return f"{answer.platform.slug}{how}{by}{f', formerly {answer.formerly}' if answer.formerly else ''}"


@pytest.mark.parametrize(("asked", "meant"), list(_cases()))
def test_each_name_means_what_people_mean(asked: str, meant: str, packaged: Catalog) -> None:
    """Also what is nobody's: another's domain, a sign, a domain under which anybody can have a name."""
    words = asked.split("|") if "|" in asked else [asked]
    assert " + ".join(map(_told, ask_all(packaged, words))) == meant


class _Remembering(Catalog):
    """Reads an entry once, however often it is asked for: what is read is not what is tested here."""

    def __init__(self, catalog: Catalog) -> None:
        super().__init__(catalog.data, catalog.file)
        self.read = {decoded.slug: decoded for decoded in catalog}

    def get(self, slug: str) -> Decoded | None:
        return self.read.get(slug)


def test_every_entry_is_found_under_each_of_its_names(packaged: Catalog) -> None:
    """By slug, name, other and former names and domains; a name that two share is a platform's own before another's."""
    catalog = _Remembering(packaged)
    own = {key(decoded.entry.name) for decoded in catalog.read.values() if decoded.entry}
    for decoded in catalog.read.values():
        assert decoded.entry is not None
        target = getattr(decoded.entry, "now", decoded.slug)
        asked = [
            decoded.slug,
            decoded.entry.name,
            *decoded.entry.domains,
            *(f"https://www.{one}/x" for one in decoded.entry.domains),
        ]
        asked += [name for name in names(decoded.entry) if key(name) not in own]
        for name in asked:
            found = ask(catalog, name)
            assert isinstance(found, Found), (name, found)
            assert found.platform.slug == target, name


def test_names_of_two_entries_are_asked_back() -> None:
    """Both are named; neither is guessed."""
    text = (CASES / "eight-lines.yaml").read_text(encoding="utf-8")
    one = text.replace("  category", "  aliases: [Same]\n  category").replace("example:", "one:", 1)
    twins = f"{one}\n{one.replace('one:', 'two:', 1)}"
    found = ask(Catalog(twins.encode(), "x"), "same")
    assert isinstance(found, Nothing)
    assert "several platforms fit `same`: one, two" in found.message


@given(st.text(st.characters(exclude_categories=["L", "N", "M", "Cs"]), max_size=8))
def test_signs_alone_are_nobody_s_name(text: str) -> None:
    """An empty variable in a script does not open a guide, whatever names the catalog has."""
    catalog = Catalog("a:\n  name: 豆包\n  now: b\n".encode(), "x")
    assert isinstance(ask(catalog, text), Nothing)


@given(st.text(min_size=1))
def test_a_name_is_never_compared_as_nothing(text: str) -> None:
    """Whatever it is written in, it has a form of its own, and that form is the same in each way of writing it."""
    import unicodedata

    if text.strip():
        assert key(text)
    assert key(unicodedata.normalize("NFD", text)) == key(unicodedata.normalize("NFC", text))
    assert key(key(text)) == key(text)


_LABEL = st.from_regex(r"[a-z][a-z0-9]{0,8}", fullmatch=True)


@given(_LABEL, st.sampled_from(["com.evil.example", "com@evil.example", "evil.com", "com.evil.de"]))
def test_only_the_end_of_a_host_counts(label: str, end: str) -> None:
    """What stands before it is anybody's to choose."""
    catalog = Catalog(b"linkedin:\n  name: LinkedIn\n  now: b\n  domains: [linkedin.com]\n", "x")
    for asked in (f"{label}linkedin.com", f"linkedin.{end}", f"https://{label}.linkedin.{end}/linkedin.com"):
        assert isinstance(ask(catalog, asked), Nothing), asked


@pytest.mark.parametrize("name", ["wework.com", "www.wework.com", "WWW.wework.com."])
def test_www_is_a_label_and_no_letters(name: str) -> None:
    """The w of a name stays."""
    assert host(name) == "wework.com"


def test_a_slip_suggests_at_most_three() -> None:
    """And the nearest come first."""
    catalog = Catalog(
        "".join(
            f"{slug}:\n  name: {slug}\n  now: b\n" for slug in ("abcdef1", "abcdef2", "abcdef3", "abcdef4")
        ).encode(),
        "x",
    )
    found = ask(catalog, "abcdef")
    assert isinstance(found, Nothing)
    assert found.near == ("abcdef1", "abcdef2", "abcdef3")
    assert "did you mean abcdef1 or abcdef2 or abcdef3?" in found.message
    assert "optout search abcdef" in found.message


_WORDS = st.text(st.sampled_from("abcd"), min_size=4, max_size=14)


@given(_WORDS, st.lists(_WORDS, max_size=30))
def test_no_near_name_is_missed(wanted: str, known: list[str]) -> None:
    """Looking only where a piece is shared finds what comparing with all would find, but for two swaps in one name."""
    listed = "\n" + "".join(f"{name}\n" for name in known)
    every = sorted({(away, name) for name in known for away in [distance(wanted, name, 3)] if away <= 1})
    assert [one for one in near(wanted, listed) if one[0] <= 1] == [
        one for one in every if one in near(wanted, f"\n{one[1]}\n")
    ]


@given(_WORDS, st.sets(st.text(st.sampled_from("abcd壁\U0001f600"), min_size=1, max_size=14), max_size=40))
def test_among_sorted_names_the_same_are_near(wanted: str, known: set[str]) -> None:
    """Those that are not looked at, as they begin otherwise, are none."""
    listed = "\n" + "".join(f"{name}\n" for name in sorted(known))
    assert near(wanted, listed, is_sorted=True) == near(wanted, listed)


@given(_WORDS, _WORDS)
def test_distance_is_symmetric_and_bounded(one: str, other: str) -> None:
    """A metric as far as the limit goes, and the same whichever limit is not reached."""
    away = distance(one, other, 20)
    assert away == distance(other, one, 20)
    assert (away == 0) == (one == other)
    assert abs(len(one) - len(other)) <= away <= max(len(one), len(other))
    assert distance(one, other, 2) == min(away, 3)
