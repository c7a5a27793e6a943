"""Every law says what it rests on, in each of its languages, and every template can say what it lets one ask."""

from pathlib import Path

import pytest

import optout
from optout import regions
from optout.letters.kinds import KINDS, LAWS, LETTER_LANGUAGES
from optout.letters.law import Law, authorities, authorities_for, law_of, laws, spoken_in

_FOLDER = Path(optout.__file__).parent / "letters" / "laws"
_laws = pytest.mark.parametrize("law", laws().values(), ids=lambda law: law.id)


def test_every_file_is_a_law_that_can_be_named() -> None:
    """`--law` offers what there is."""
    assert sorted(LAWS) == sorted(path.stem for path in _FOLDER.glob("*.toml"))


@_laws
def test_a_law_names_regions_and_languages_that_there_are(law: Law) -> None:
    """So that somebody who is there gets it."""
    assert all(regions.is_known(code) for code in law.regions)
    assert law.languages
    assert set(law.languages) <= set(LETTER_LANGUAGES)
    assert set(law.rights) <= set(KINDS)
    for code in law.regions:
        assert law_of(code).id == law.id


@_laws
def test_a_law_says_everything_in_each_of_its_languages(law: Law) -> None:
    """The name, each article, and where the time for an answer is from."""
    named = [law.names] if law.regions else []
    for right in law.rights.values():
        named += [right.articles, *filter(None, (right.also, right.within))]
    for texts in named:
        assert set(texts) == set(law.languages)


@_laws
def test_every_right_has_a_source_at_its_publishers_own_address(law: Law) -> None:
    """Nothing about law from memory: title, address, and nothing that no right refers to."""
    used = {source for right in law.rights.values() for source in right.sources} | set(law.counted_by)
    for kind, right in law.rights.items():
        assert right.sources, kind
    for source in law.sources:
        assert source.title
        assert source.url.startswith(("https://", "http://data.europa.eu/eli/"))
        assert source in used or law.since


def test_the_manual_names_the_laws_of_which_something_was_read_in_reprints_only() -> None:
    """Those with a source that is not quoted, and no other."""
    manual = (Path(__file__).parents[2] / "docs" / "letters.md").read_text(encoding="utf-8")
    table = manual.partition("| Read in reprints only |")[2].partition("\n\n")[0]
    named = {line.split("`")[1] for line in table.splitlines() if line.startswith("| `")}
    assert named == {law.id for law in laws().values() if any(not source.quote for source in law.sources)}


def test_a_time_for_an_answer_says_where_it_is_from() -> None:
    """By the article that sets it, or by the right itself."""
    for law in laws().values():
        for kind, right in law.rights.items():
            assert right.period is None or right.within or kind == "reminder", (law.id, kind)
            assert right.more is None or right.period, (law.id, kind)


@pytest.mark.parametrize(
    ("region", "law", "language"),
    [
        ("DE", "gdpr", "de"),
        ("AT", "gdpr", "de"),
        ("FR", "gdpr", "fr"),
        ("PL", "gdpr", "en"),
        ("NO", "gdpr", "en"),
        ("EU", "gdpr", "en"),
        ("EEA", "gdpr", "en"),
        ("GB", "uk-gdpr", "en"),
        ("GB-SCT", "uk-gdpr", "en"),
        ("CH", "fadp", "de"),
        ("BR", "lgpd", "pt"),
        ("CA", "pipeda", "en"),
        ("CA-ON", "pipeda", "en"),
        ("CA-QC", "quebec", "fr"),
        ("US-CA", "ccpa", "en"),
        ("US-VA", "us-va", "en"),
        ("US-CO", "us-co", "en"),
        ("US-MT", "us-mt", "en"),
        ("US", "request", "en"),
        ("US-NY", "request", "en"),
        ("MX", "request", "en"),
    ],
)
def test_the_law_and_the_language_follow_from_the_region(region: str, law: str, language: str) -> None:
    """A state's law goes before its country's."""
    assert law_of(region).id == law
    assert spoken_in(region, law_of(region)) == language


def test_somebody_in_the_eea_has_an_authority_to_complain_to() -> None:
    """Each country has one at least, with an address; Germany has one for each Land."""
    for code in regions.GROUPS["EEA"] | {"CH", "GB"}:
        known = authorities_for(code)
        assert known, code
        assert all(one.post and one.country == code for one in known)
    assert len(authorities_for("DE")) == 17 + 1  # Bavaria has one for companies and one for public bodies
    assert len({one.id for one in authorities()}) == len(authorities())
