"""What search engines are told, and the headers that hosts are given."""

import re
from html import unescape
from xml.etree import ElementTree

from optout.model import Date
from optout.project.config import Config
from optout.site import policy, sitemap
from tests.site.planned import ADDRESS, PUBLISHED

_NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def _listed(text: str) -> dict[str, str]:
    root = ElementTree.fromstring(text)
    return {one.findtext(f"{_NS}loc") or "": one.findtext(f"{_NS}lastmod") or "" for one in root}


def test_every_page_is_in_the_sitemap(published: dict[str, str]) -> None:
    """Under its canonical address; not the page for what is not found, and no page that leads elsewhere."""
    pages = {path for path in published if path.endswith(".html")} - {"404.html", "platforms/zenith.html"}
    canonical = {re.findall(r'<link rel="canonical" href="(.*?)">', published[path])[0] for path in pages}
    assert set(_listed(published["sitemap.xml"])) == canonical
    assert len(canonical) == len(pages)


def test_guides_have_the_day_of_their_check(published: dict[str, str]) -> None:
    """Lists have that of the newest."""
    listed = _listed(published["sitemap.xml"])
    assert listed[f"{ADDRESS}/platforms/wall.html"] == "2026-11-19"
    assert listed[f"{ADDRESS}/"] == "2026-11-21"


def test_a_large_site_has_several() -> None:
    """No file has more pages than the protocol allows, an index lists the files, and no page is lost."""
    pages = [sitemap.Indexed(f"{letter}&.html", Date(2026, 1, day)) for day, letter in enumerate("abcde", 1)]
    files = {file.path: file.text for file in sitemap.files(PUBLISHED, pages, most=2)}
    index = _listed(files["sitemap.xml"])
    assert index == {
        f"{ADDRESS}/sitemap-{n}.xml": day for n, day in enumerate(("2026-01-02", "2026-01-04", "2026-01-05"), 1)
    }
    assert ElementTree.fromstring(files["sitemap.xml"]).tag == f"{_NS}sitemapindex"
    found = [_listed(files[f"sitemap-{number}.xml"]) for number in (1, 2, 3)]
    assert [len(one) for one in found] == [2, 2, 1]
    assert {address for one in found for address in one} == {f"{ADDRESS}/{page.path}" for page in pages}


def test_robots_are_welcome(published: dict[str, str], in_a_folder: dict[str, str]) -> None:
    """They are shown the sitemap, if there is one."""
    assert published["robots.txt"] == f"User-agent: *\nAllow: /\n\nSitemap: {ADDRESS}/sitemap.xml\n"
    assert in_a_folder["robots.txt"] == "User-agent: *\nAllow: /\n"
    assert "sitemap.xml" not in in_a_folder


def _rules(text: str) -> dict[str, dict[str, str]]:
    """The file of headers as the hosts that know it read it: a path, then indented `Name: value` lines."""
    rules: dict[str, dict[str, str]] = {}
    path = ""
    for line in text.splitlines():
        if line[0] == "/":
            path = line
            rules[path] = {}
        else:
            name, _, value = line.strip().partition(": ")
            rules[path][name] = value
    return rules


def test_one_policy_for_pages_and_headers(published: dict[str, str]) -> None:
    """The header allows what the meta tag allows, and nobody to show a page in a frame, which only a header can say.

    Every page has a style and a script in itself, which its policy and the header allow by what they are; My list can
    be installed, and what its worker asks for no page could allow.
    """
    header = _rules(published["_headers"])["/of/ours/*"]["Content-Security-Policy"]
    assert "manifest-src 'self'" in published["my-list.html"]
    header = header.replace("; manifest-src 'self'; connect-src 'self'", "")
    digests = re.compile(r" ('sha256-[^']+')")
    used = set()
    for path in published:
        if path.endswith(".html"):
            (meta,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="(.*?)">', published[path])
            meta = unescape(meta).replace("; manifest-src 'self'", "")
            assert digests.sub("", meta) + "; frame-ancestors 'none'" == digests.sub("", header), path
            used |= {*digests.findall(meta)}
    assert used == {*digests.findall(header)}


def test_headers_do_not_join() -> None:
    """A host joins the values of a header that two rules name, so no two do that hold for the same file."""
    rules = _rules(policy.headers(Config(), policy.POLICY).text)
    for path, headers in rules.items():
        assert path == "/*" or not set(headers) & set(rules["/*"])
    assert rules["/*"]["X-Content-Type-Options"] == "nosniff"
    assert rules["/feeds/*"]["Content-Type"].startswith("application/atom+xml")
    assert rules["/api/*"]["Access-Control-Allow-Origin"] == "*"


def test_files_of_any_name_are_served(published: dict[str, str]) -> None:
    """GitHub Pages would otherwise leave out what begins with an underscore."""
    assert published[".nojekyll"] == ""
