"""Pages with lists: what the home page begins with, whose page there is, and how long lists are cut."""

import re
from xml.etree import ElementTree

import pytest

from optout.catalog import Catalog
from optout.guide.most_used import most_used
from optout.model import Platform
from optout.site import home, lists
from tests.site.planned import ADDRESS, files_of, site_of


def _slugs(page: str) -> list[str]:
    return re.findall(r'<li data-slug="([^"]+)"', page)


def _many(one: Platform, number: int) -> list[Platform]:
    """As many platforms as that, called A, B, C and so on, then A 1."""
    turns = [(chr(97 + place % 26), place // 26) for place in range(number)]
    return [one._replace(slug=f"{letter}-{turn}", name=f"{letter.upper()} {turn}") for letter, turn in turns]


def test_the_most_used_are_in_the_catalog(packaged: Catalog) -> None:
    """Each has a guide, and the list says whose word it is."""
    known = {decoded.slug: decoded.entry for decoded in packaged}
    assert most_used().slugs <= set(known)
    assert not {slug for slug in most_used().slugs if "site-owners" in getattr(known[slug], "topics", ())}
    assert most_used().source.startswith("https://digital-strategy.ec.europa.eu/")


def test_home_begins_with_the_most_used_where_there_are_many(acme: Platform) -> None:
    """In few platforms one sees all, and nothing is folded."""
    used = acme._replace(slug="whatsapp", name="WhatsApp")
    few = files_of(site_of([acme, used]))["index.html"]
    assert "Most used" not in few
    assert "<details class" not in few
    many = files_of(site_of([used, *_many(acme, 50)]))["index.html"]
    assert (_slugs(many)[0], _slugs(many).count("whatsapp")) == ("whatsapp", 2)
    assert many.index("Most used") < many.index(most_used().source) < many.index("All 51 platforms")
    assert '<details class="group">' in many


def test_browsers_are_told_of_the_search(published: dict[str, str], in_a_folder: dict[str, str]) -> None:
    """Where a site has an address; what is typed beside the address bar is what the home page finds in its own."""
    found = ElementTree.fromstring(published["opensearch.xml"])
    names = {one.tag.partition("}")[2]: one for one in found}
    assert names["Url"].get("template") == f"{ADDRESS}/?q={{searchTerms}}"
    assert len(names["ShortName"].text or "") <= 16
    assert 'type="application/opensearchdescription+xml"' in published["index.html"]
    assert "opensearch" not in in_a_folder["index.html"]
    assert "opensearch.xml" not in in_a_folder


def test_a_title_with_signs_that_xml_has_not_keeps_it_well_formed(acme: Platform) -> None:
    """They come from a file of settings, as escapes."""
    site = site_of([acme])
    odd = site._replace(config=site.config._replace(title="A <\x01>\ufffe", base_url="https://a.example"))
    assert ElementTree.fromstring(files_of(odd)["opensearch.xml"])[0].text


def test_a_company_has_a_page_from_two_platforms_on(acme: Platform) -> None:
    """Also under the second of its names; of a company with one, its platform is the page."""
    two = [acme._replace(slug=slug, name=slug, company=company) for slug, company in (("a", "X Corp."), ("b", "Y (X)"))]
    files = files_of(site_of([*two, acme]))
    assert [path for path in files if path.startswith("companies/")] == ["companies/x.html"]
    assert _slugs(files["companies/x.html"]) == ["a", "b"]
    assert 'href="../companies/x.html"' in files["platforms/b.html"]
    assert "../companies/" not in files["platforms/acme.html"].replace("../companies.html", "")


def test_a_status_has_those_of_every_region(acme: Platform) -> None:
    """Hidden where nothing is known of the reader, so that a script can show them to whom they concern."""
    files = files_of(site_of([acme]))
    shown = {path: 'data-slug="acme" hidden' not in files[path] for path in files if 'data-slug="acme"' in files[path]}
    of_status = {path: is_shown for path, is_shown in shown.items() if path.startswith("statuses/")}
    assert len(of_status) > sum(of_status.values()) == 1


def test_a_long_list_is_cut_by_letter(acme: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every platform stands on one page, none of which is long; the home page leads to the lists."""
    monkeypatch.setattr(lists, "LONGEST", 20)
    monkeypatch.setattr(home, "WHOLE", 30)
    others = [acme._replace(slug="numbers", name="4 Numbers"), acme._replace(slug="wall", name="壁")]
    files = files_of(site_of([*_many(acme, 52), *others]))
    folder = f"categories/{acme.category}"
    letters = {path: _slugs(page) for path, page in files.items() if path.startswith(f"{folder}/")}
    assert len(letters) == 28
    assert letters[f"{folder}/b.html"] == ["b-0", "b-1"]
    assert (letters[f"{folder}/0-9.html"], letters[f"{folder}/other.html"]) == (["numbers"], ["wall"])
    assert _slugs(files[f"{folder}.html"]) == _slugs(files["index.html"]) == []
    assert f'href="{folder}.html"' in files["index.html"]
    assert f'href="{acme.category}/' not in files[f"{folder}.html"]
    assert f'href="../{folder}/b.html"' in files[f"{folder}.html"]
