"""What a publisher may set, and what they hear when it does not fit."""

from pathlib import Path

import pytest

from optout.errors import OptoutError
from optout.project import config
from optout.project.config import Config


def _read(folder: Path, text: str) -> Config:
    (folder / "optout.toml").write_text(text, encoding="utf-8")
    return config.read(folder / "optout.toml")


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    """A folder with its settings can be moved, and built from anywhere."""
    found = _read(tmp_path, 'title = "Mine"\ncatalog = "my.yaml"\nout = "public"\n')
    assert found == Config(title="Mine", catalog=tmp_path / "my.yaml", out=tmp_path / "public")


@pytest.mark.parametrize("name", ["templates", "pages", "files"])
def test_a_folder_that_is_a_link_to_itself_is_a_setting_like_others(name: str, tmp_path: Path) -> None:
    """Whoever needs the folder says that it is not there."""
    (tmp_path / "loop").symlink_to("loop")
    assert getattr(_read(tmp_path, f'{name} = "loop"'), name) == tmp_path / "loop"


def test_what_since_names_may_be_too_long_for_a_file(tmp_path: Path) -> None:
    """Then it is a revision, which git will know or not."""
    file = tmp_path / "optout.toml"
    file.write_text(f"since = '{'a' * 300}'")
    assert config.read(file).since == "a" * 300


def test_addresses_have_one_form(tmp_path: Path) -> None:
    """A slash at the end makes no difference."""
    assert _read(tmp_path, 'base-url = "https://example.org/guides/"').base_url == "https://example.org/guides"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("titel = 'x'", "there is no setting `titel`; did you mean `title`?"),
        ("nonsense = 'x'", "there is no setting `nonsense`; there are title, base-url"),
        ("title = 3", "`title` must be a text in quotes"),
        ("pictures = True", "optout.toml:1:12: TOML writes `true` in small letters: pictures = true"),
        ("pictures = 'yes'", "optout.toml:1:1: `pictures` must be true or false, without quotes: pictures = true"),
        ("title = ", "this is not TOML"),
        ("base-url = 'example.org'", "base-url: `example.org` is no address such as https://"),
        ("base-url = 'javascript:alert(1)'", "is no address such as https://"),
        ("base-url = 'mailto:desk@example.org'", "is no address such as https://"),
        ("report-url = 'mailto:desk'", "is no address such as https://example.org/guides or mailto:desk@example.org"),
        ("base-url = 'https://exa mple.org/'", "is no address such as https://"),
        ('base-url = "https://example.org/\\u0001"', "is no address such as https://"),
        ('repository = "https://example.org/\\r"', "is no address such as https://"),
        ("base-url = 'https://example.org/?a=b'", "is no address such as https://"),
        ("base-url = 'https://example.org/{searchTerms}'", "is no address such as https://"),
        ("edit-url = 'https://example.org/{path}'", "may hold {file}, {line}, {slug} and {name} only"),
        ("edit-url = 'https://example.org/{line.x}'", "may hold {file}, {line}, {slug} and {name} only"),
        ("edit-url = 'https://example.org/{file[x]}'", "may hold {file}, {line}, {slug} and {name} only"),
        ("edit-url = 'https://example.org/{'", "may hold {file}, {line}, {slug} and {name} only"),
    ],
)
def test_what_does_not_fit_is_named(text: str, said: str, tmp_path: Path) -> None:
    """A wrong setting ends in a sentence that names it."""
    with pytest.raises(OptoutError, match=r".") as error:
        _read(tmp_path, text)
    assert said in str(error.value)
    assert error.value.exit_code == 2  # 1 would be an answer: of `changed`, that something is to be done


def test_corrections_lead_to_the_catalog() -> None:
    """The repository alone is enough; a pattern of one's own comes first, and may name the line; else there is none."""
    where = ("platforms.yaml", 12, "acme", "Acme & Co")
    known = Config(repository="https://github.com/me/guides")
    assert config.edit_url(known, *where) == "https://github.com/me/guides/blob/HEAD/platforms.yaml?plain=1"
    large = config.edit_url(known, *where, 1_500_000)  # which GitHub itself shows as plain text, without a button
    assert large == "https://github.dev/me/guides/blob/HEAD/platforms.yaml"
    assert config.report_url(known, *where).endswith(
        "title=Acme%20%26%20Co%3A%20this%20guide%20is%20wrong&platform=acme"
    )
    own = known._replace(edit_url="https://git.example/{file}#{line}", report_url="https://example.org/{slug}?{name}")
    assert config.edit_url(own, *where) == "https://git.example/platforms.yaml#12"
    assert config.report_url(own, *where) == "https://example.org/acme?Acme%20%26%20Co"
    assert config.edit_url(Config(), *where) == config.report_url(Config(), *where) == ""


def test_each_kind_of_host_has_addresses_of_its_own() -> None:
    """GitLab and Forgejo, wherever they run, have other ones than GitHub; a text says there which guide is meant."""
    where = ("sub/p.yaml", 12, "acme", "Acme")
    lab = Config(repository="https://gitlab.example.org/me/guides")
    assert config.edit_url(lab, *where) == "https://gitlab.example.org/me/guides/-/blob/HEAD/sub/p.yaml?plain=1"
    assert config.report_url(lab, *where) == (
        "https://gitlab.example.org/me/guides/-/issues/new?issue[title]=Acme%3A%20this%20guide%20is%20wrong"
        "&issue[description]=sub/p.yaml%3A%20acme%0A%0A"
    )
    berg = Config(repository="https://codeberg.org/me/guides", base_url="https://me.codeberg.page")
    assert config.edit_url(berg, *where) == ("https://codeberg.org/me/guides/src/branch/HEAD/sub/p.yaml?display=source")
    assert config.report_url(berg, *where).endswith("&body=https%3A//me.codeberg.page/platforms/acme.html%0A%0A")
    wished = "title=A%20guide%20is%20missing"
    assert config.request_url(berg) == f"https://codeberg.org/me/guides/issues/new?{wished}"
    lab_form = f"https://gitlab.example.org/me/guides/-/issues/new?issue[title]={wished.partition('=')[2]}"
    assert config.request_url(lab) == lab_form
    hub = Config(repository="https://github.com/me/guides")
    assert config.request_url(hub) == "https://github.com/me/guides/issues/new?template=new-platform.yml"


def test_a_repository_may_be_named_as_one_clones_it(tmp_path: Path) -> None:
    """No page of a code host has an address that goes on behind `.git`."""
    assert _read(tmp_path, 'repository = "https://codeberg.org/me/guides.git/"').repository == (
        "https://codeberg.org/me/guides"
    )


def test_somebody_without_an_account_can_say_what_is_wrong() -> None:
    """A mailbox gets a message with a subject, which says where, and has room for the passage; one's own is kept."""
    where = ("platforms.yaml", 12, "acme", "Acme & Co")
    desk = Config(report_url="mailto:desk@example.org")
    assert config.report_url(config.check(desk), *where) == (
        "mailto:desk@example.org?subject=Acme%20%26%20Co%3A%20this%20guide%20is%20wrong"
        "&body=platforms.yaml%3A%20acme%0A%0A"
    )
    published = desk._replace(base_url="https://example.org")
    assert config.report_url(published, *where).endswith("&body=https%3A//example.org/platforms/acme.html%0A%0A")
    own = Config(report_url="mailto:desk@example.org?subject={slug}")
    assert config.report_url(config.check(own), *where) == "mailto:desk@example.org?subject=acme"
