"""Where somebody says that a guide is wrong, or corrects it: by the settings of a site."""

import re

import pytest

from optout.errors import UsageProblem
from optout.project import config, reports
from optout.project.config import Config


def test_corrections_lead_to_the_catalog() -> None:
    """The repository alone is enough; a pattern of one's own comes first, and may name the line; else there is none."""
    where = ("platforms.yaml", 12, "acme", "Acme & Co")
    known = Config(repository="https://github.com/me/guides")
    assert config.edit_url(known, *where) == "https://github.com/me/guides/blob/HEAD/platforms.yaml?plain=1"
    large = config.edit_url(known, *where, 1_500_000)  # which GitHub itself shows as plain text, without a button
    assert large == "https://github.dev/me/guides/blob/HEAD/platforms.yaml"
    assert reports.report_url(known, *where).endswith(
        "title=Acme%20%26%20Co%3A%20this%20guide%20is%20wrong&platform=acme"
    )
    own = known._replace(edit_url="https://git.example/{file}#{line}", report_url="https://example.org/{slug}?{name}")
    assert config.edit_url(own, *where) == "https://git.example/platforms.yaml#12"
    assert reports.report_url(own, *where) == "https://example.org/acme?Acme%20%26%20Co"
    assert config.edit_url(Config(), *where) == reports.report_url(Config(), *where) == ""


def test_each_kind_of_host_has_addresses_of_its_own() -> None:
    """GitLab and Forgejo, wherever they run, have other ones than GitHub; a text says there which guide is meant."""
    where = ("sub/p.yaml", 12, "acme", "Acme")
    lab = Config(repository="https://gitlab.example.org/me/guides")
    assert config.edit_url(lab, *where) == "https://gitlab.example.org/me/guides/-/blob/HEAD/sub/p.yaml?plain=1"
    assert reports.report_url(lab, *where) == (
        "https://gitlab.example.org/me/guides/-/issues/new?issue[title]=Acme%3A%20this%20guide%20is%20wrong"
        "&issue[description]=sub/p.yaml%3A%20acme%0A%0A"
    )
    berg = Config(repository="https://codeberg.org/me/guides", base_url="https://me.codeberg.page")
    assert config.edit_url(berg, *where) == ("https://codeberg.org/me/guides/src/branch/HEAD/sub/p.yaml?display=source")
    assert reports.report_url(berg, *where).endswith("&body=https%3A//me.codeberg.page/platforms/acme.html%0A%0A")
    wished = "title=A%20guide%20is%20missing"
    assert reports.request_url(berg) == f"https://codeberg.org/me/guides/issues/new?{wished}"
    lab_form = f"https://gitlab.example.org/me/guides/-/issues/new?issue[title]={wished.partition('=')[2]}"
    assert reports.request_url(lab) == lab_form
    named = lab._replace(repository="https://git.example.org/me/guides", host="gitlab")  # whose name does not tell
    assert reports.request_url(named) == lab_form.replace("gitlab.example", "git.example")
    assert config.edit_url(named, *where).endswith("/-/blob/HEAD/sub/p.yaml?plain=1")
    assert reports.request_url(named._replace(host="gitea")).endswith("/issues/new?title=A%20guide%20is%20missing")
    with pytest.raises(UsageProblem, match="host: there is no `gitlob`; choose among github, gitlab, forgejo"):
        config.check(named._replace(host="gitlob"))
    hub = Config(repository="https://github.com/me/guides")
    assert reports.request_url(hub) == "https://github.com/me/guides/issues/new?template=new-platform.yml"


def test_what_a_host_has_nowhere_or_nobody_knows_is_the_first_page() -> None:
    """A page that is there, in place of one with GitHub's name for it."""
    where = ("p.yaml", 12, "acme", "Acme")
    bucket = Config(repository="https://bitbucket.org/me/guides")
    assert config.edit_url(bucket, *where) == "https://bitbucket.org/me/guides/src/HEAD/p.yaml"
    hut = Config(repository="https://git.sr.ht/~me/guides")
    assert config.edit_url(hut, *where) == "https://git.sr.ht/~me/guides/tree/HEAD/item/p.yaml"
    own = Config(repository="https://code.example.org/me/guides")
    for one in (bucket, hut, own):
        assert reports.report_url(one, *where) == reports.request_url(one) == one.repository
    assert config.edit_url(own, *where) == own.repository


_SUBJECT = "subject=Acme%20%26%20Co%3A%20this%20guide%20is%20wrong"
_WHERE = "body=platforms.yaml%3A%20acme"
_END = "%0D%0A%0D%0A"


@pytest.mark.parametrize(
    ("own", "message"),
    [
        ("", f"{_SUBJECT}&{_WHERE}{_END}{{passage}}"),
        ("?subject={slug}", f"subject=acme&{_WHERE}{_END}{{passage}}"),
        ("?Body=In%20{slug}:&subject={name}", f"Body=In%20acme:{_END}{{passage}}&subject=Acme%20%26%20Co"),
        ("?cc=me@example.org", f"cc=me@example.org&{_SUBJECT}&{_WHERE}{_END}{{passage}}"),
        ("?body={passage}&subject=A", "body={passage}&subject=A"),
    ],
)
def test_somebody_without_an_account_can_say_what_is_wrong(own: str, message: str) -> None:
    """A mailbox gets a message with a subject, which says where, and has room for the passage; one's own is kept."""
    where = ("platforms.yaml", 12, "acme", "Acme & Co")
    desk = config.check(Config(report_url=f"mailto:desk@example.org{own}"))
    assert reports.report_pattern(desk, *where) == f"mailto:desk@example.org?{message}"
    assert reports.report_url(desk, *where) == f"mailto:desk@example.org?{message.replace('{passage}', '')}"


def test_a_message_says_at_which_address_the_guide_is() -> None:
    """Where the site has one."""
    published = Config(report_url="mailto:desk@example.org", base_url="https://example.org")
    address = reports.report_url(published, "platforms.yaml", 12, "acme", "Acme")
    assert address.endswith(f"&body=https%3A//example.org/platforms/acme.html{_END}")


def test_a_form_may_ask_for_the_passage() -> None:
    """In the place that the publisher names; a form that names none gets none, and no page loads a script for it."""
    where = ("platforms.yaml", 12, "acme", "Acme")
    form = config.check(Config(report_url="https://example.org/form?said={passage}&about={slug}"))
    assert reports.report_url(form, *where) == "https://example.org/form?said=&about=acme"
    assert reports.report_pattern(form, *where) == "https://example.org/form?said={passage}&about=acme"
    for other in (Config(report_url="https://example.org/{slug}"), Config(repository="https://github.com/me/guides")):
        assert reports.report_pattern(other, *where) == ""


def test_only_a_report_has_a_passage() -> None:
    """What is edited is an entry."""
    with pytest.raises(UsageProblem, match=re.escape("{file}, {line}, {slug} and {name} only")):
        config.check(Config(edit_url="https://example.org/{passage}"))
    with pytest.raises(UsageProblem, match=re.escape("{slug}, {name} and {passage} only")):
        config.check(Config(report_url="https://example.org/{words}"))
