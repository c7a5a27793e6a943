"""The search of the site for browsers: https://github.com/dewitt/opensearch, to be put beside the address bar."""

from collections.abc import Iterator
from xml.etree import ElementTree

from optout.messages import message
from optout.site.addresses import canonical
from optout.site.model import Site, SiteFile
from optout.text import shown

PATH = "opensearch.xml"
_NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
_SHORT = 16  # characters that the name may have


def files(site: Site) -> Iterator[SiteFile]:
    """The description in the language of the pages; it names addresses, so a site without one has none."""
    if site.config.base_url:
        home = canonical(site.config, f"{site.folder}index.html")
        made = ElementTree.Element("OpenSearchDescription", {"xmlns": _NAMESPACE})
        for name, text in (
            ("ShortName", site.config.title[:_SHORT]),
            ("Description", site.spoken.text(message("home-title", site=site.config.title))),
            ("InputEncoding", "UTF-8"),
            ("Image", canonical(site.config, "assets/icon.svg")),
        ):
            ElementTree.SubElement(made, name).text = shown(text)
        ElementTree.SubElement(made, "Url", {"type": "text/html", "template": f"{home}?q={{searchTerms}}"})
        ElementTree.indent(made, "")
        text = ElementTree.tostring(made, "unicode")
        yield SiteFile(f"{site.folder}{PATH}", f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n')
