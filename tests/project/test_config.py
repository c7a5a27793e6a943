"""What a publisher may set, and what they hear when it does not fit."""

from pathlib import Path

import pytest

from optout.errors import OptoutError, UsageProblem
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
        ("= 'x'", "this is not TOML"),
        (
            "[site]\ntitle = 'x'",
            "optout.toml:1:1: `[site]` begins a section, and there are none in this file; take the line out",
        ),
        ("site.title = 'x'", "optout.toml:1:1: a setting has no dot in its name: title = ..."),
        ("languages = 'en, de'", '`languages` must be a list of codes: languages = ["en", "de"]'),
        ('out = "C:\\temp"', "optout.toml:1:1: `out`: a backslash in double quotes made a control character"),
        ("base-url = 'example.org'", "base-url: `example.org` is no address such as https://"),
        ("base-url = 'javascript:alert(1)'", "is no address such as https://"),
        ("base-url = 'mailto:desk@example.org'", "is no address such as https://"),
        ("report-url = 'mailto:desk'", "is no address such as https://example.org/guides or mailto:desk@example.org"),
        ("base-url = 'https://exa mple.org/'", "is no address such as https://"),
        ('base-url = "https://example.org/\\u0001"', "is no address such as https://"),
        ('repository = "https://example.org/\\r"', "is no address such as https://"),
        ("base-url = 'https://example.org/?a=b'", "is no address such as https://"),
        ("base-url = 'example.org/guides'", "did you mean `https://example.org/guides`?"),
        ("base-url = 'https://me:secret@example.org'", "leave name and password out"),
        ("repository = 'https://gitlab-ci-token:secret@gitlab.com/me/guides'", "leave name and password out"),
        ("repository = 'git@github.com:me/guides.git'", "did you mean `https://github.com/me/guides`?"),
        ("repository = 'ssh://git@codeberg.org/me/guides'", "did you mean `https://codeberg.org/me/guides`?"),
        ("report-url = 'desk@example.org'", "did you mean `mailto:desk@example.org`?"),
        ("title = ' '", '1:1: title: a site needs a name, in one line, such as title = "My guides"'),
        ('title = "a\\nb"', "title: a site needs a name, in one line"),
        ("pages = ['imprint.md']", '`pages` must be the name of one folder, in quotes: pages = "pages"'),
        ("files = ['logo.svg']", '`files` must be the name of one folder, in quotes: files = "static"'),
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


def test_capitals_of_a_host_make_no_other_address(tmp_path: Path) -> None:
    """Ids in feeds begin with the address: in other capitals every reader would get all of them anew."""
    found = _read(tmp_path, 'base-url = "HTTPS://Example.ORG/Guides/"\nrepository = "https://GitHub.com/Me/Guides"')
    assert (found.base_url, found.repository) == ("https://example.org/Guides", "https://github.com/Me/Guides")


def test_a_repository_may_be_named_as_one_clones_it(tmp_path: Path) -> None:
    """No page of a code host has an address that goes on behind `.git`."""
    assert _read(tmp_path, 'repository = "https://codeberg.org/me/guides.git/"').repository == (
        "https://codeberg.org/me/guides"
    )


def test_what_is_no_toml_hides_no_setting_that_is_wrong(tmp_path: Path) -> None:
    """Slips of TOML, names that do not exist, kinds and addresses: all in one round, in the order of the lines."""
    file = tmp_path / "optout.toml"
    file.write_text(
        'title = “x”\ncatalogue = "a.yaml"\n[site]\nlanguages = "en, de"\npictures = yes\nbase-url = "foo"\ntitel: x\n',
        encoding="utf-8",
    )
    with pytest.raises(UsageProblem) as raised:
        config.read(file)
    assert [said.removeprefix(f"{file}:") for said in raised.value.args] == [
        '1:9: `“` is a quote of word processors, which TOML does not know: type straight ones: title = "x"',
        "2:1: there is no setting `catalogue`; did you mean `catalog`?",
        "3:1: this begins a section, and there are none in this file; take the line out",
        '4:1: `languages` must be a list of codes: languages = ["en", "de"]',
        "5:12: TOML writes `true` for yes: pictures = true",
        "6:1: base-url: `foo` is no address such as https://example.org/guides",
        "7:1: there is no setting `titel`; did you mean `title`?",
        '7:6: `:` stands after the name in place of `=`: titel = "x"',
    ]


def test_a_section_hides_no_setting_that_is_wrong(tmp_path: Path) -> None:
    """What could stand without it is read as if it did; what is of another program is told with the section."""
    file = tmp_path / "optout.toml"
    file.write_text('[tool]\nbase-uri = "https://x.example"\nqqq = 3\nhost = "githup"\n', encoding="utf-8")
    with pytest.raises(UsageProblem) as raised:
        config.read(file)
    said = [one.removeprefix(f"{file}:")[:30] for one in raised.value.args]
    assert said == [
        "1:1: `[tool]` begins a section",
        "2:1: there is no setting `base",
        "4:1: host: there is no `githup",
    ]
