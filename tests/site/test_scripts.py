"""The scripts as what they are: files that node reads, joined for pages; and what they are given by the build."""

import json
import os
import random
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from optout import regions
from optout.accounts import Account, Person
from optout.accounts.match import named
from optout.accounts.text import written
from optout.catalog import Catalog
from optout.catalog.entries import entries
from optout.catalog.locate import load
from optout.catalog.names import key, names
from optout.errors import OptoutError
from optout.guide import compose
from optout.guide.choose import choose
from optout.guide.everyday import everyday
from optout.guide.index import Index
from optout.guide.reader import DEVICES, Reader, holds
from optout.guide.search import ranked
from optout.messages import LANGUAGES, language
from optout.messages.compile import patterns, read
from optout.model import Audience, Control, Difference, Platform, Stub
from optout.plan import make_plan
from optout.plan.memory import noticed
from optout.render.environment import PACKAGED
from optout.render.plan import outline_parts
from optout.site import assets, letters, logins, memories, mine, robots, script_data, search_index
from optout.site.model import Card, card
from optout.site.views import COLUMNS, Order, View, Views, views
from tests.conftest import CASES, platform
from tests.site.planned import files_of, site_of

_SCRIPTS = PACKAGED / "site" / "scripts"
_TESTS = Path(__file__).parent / "scripts"


@pytest.fixture(scope="session")
def node() -> str:
    """Node; where there must be one, its absence is a failure."""
    found = shutil.which("node") or shutil.which("nodejs")
    if found is None and not os.environ.get("CI"):
        pytest.skip("no node on this machine (Debian: apt-get install nodejs)")
    assert found, "CI needs node"
    return found


def _run(*command: str | Path, folder: Path) -> None:
    done = subprocess.run([*command], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _modules(folder: Path, catalog: Catalog) -> None:
    """The scripts with their tests, the cases of the search, and the index in which it searches."""
    for path in (
        *_SCRIPTS.glob("*.js"),
        *_TESTS.glob("*.js"),
        CASES / "search.txt",
        CASES / "lists.json",
        CASES / "accounts.txt",
        CASES / "blocks.txt",
    ):
        shutil.copy(path, folder)
    shutil.copytree(CASES / "exports", folder / "exports", dirs_exist_ok=True)
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    codes = sorted(code for code in regions.codes() if "-" not in code)
    (folder / "countries.json").write_text(json.dumps(codes), encoding="utf-8")
    platforms = [*_platforms(catalog)]
    words = {one.slug: search_index.of_card(one) for one in platforms}
    made = search_index.index(site_of(platforms, tuple(entries(catalog).stubs)), words)
    (folder / "index.json").write_text(json.dumps(made), encoding="utf-8")
    own = entries(load(CASES / "accounts.yaml"))
    given = {"logins": logins.cut(logins.known(own.platforms, own.stubs)), "suffixes": logins.endings()}
    (folder / "logins.json").write_text(json.dumps({**given, "local": logins.local()}), encoding="utf-8")


def test_what_needs_no_browser_holds(node: str, tmp_path: Path, packaged: Catalog) -> None:
    """The specification of the modules stands beside this file, for node's own test runner."""
    _modules(tmp_path, packaged)
    _run(node, "--test", folder=tmp_path)


def _slips(names: list[str], chance: random.Random) -> Iterator[str]:
    """Each name with a letter less, and with another one."""
    for name in names:
        at = chance.randrange(len(name))
        yield f"{name[:at]}{name[at + 1 :]}"
        yield f"{name[:at]}{chance.choice('aeixyz')}{name[at + 1 :]}"


def test_titles_lead_where_they_lead_in_the_terminal(packaged: Catalog) -> None:
    """Every name, former name and slug, of those that are one platform's alone."""
    found = entries(packaged)
    made = logins.known(found.platforms, found.stubs)["names"]
    now = {stub.slug: stub.now for stub in found.stubs}
    every: list[Platform | Stub] = [*found.platforms, *found.stubs]
    for one in every:
        for name in (one.slug, *names(one)):
            there = [now.get(slug, slug) for slug in named(packaged, name)]
            assert ([made[key(name)]] if key(name) in made else []) == there, name


def test_the_site_finds_what_the_terminal_finds(node: str, tmp_path: Path, packaged: Catalog) -> None:
    """For names, everyday words, words of guides, slips and addresses: all of it, in the same order."""
    _modules(tmp_path, packaged)
    chance = random.Random(11)
    index = Index(packaged)
    called = [name for one in _platforms(packaged) for name in (one.name, one.company, *one.aliases, *one.domains)]
    named = chance.sample([name for name in called if len(name) > 2], 120)
    everyday_words = [word for words in everyday().leads.values() for word in words]
    asked = [*named, *_slips(named[:60], chance), *chance.sample(everyday_words, 40)]
    asked += [" ".join(chance.sample(index.words().split(), 2)) for _ in range(40)]
    asked += [f"https://www.{one}/a?b=c" for one in ("linkedin.com", "google.co.uk", "example.org")]
    (tmp_path / "asked.json").write_text(json.dumps(asked), encoding="utf-8")
    (tmp_path / "run.js").write_text(
        "import {readFileSync, writeFileSync} from 'node:fs';\n"
        "import {openIndex} from './search.js';\n"
        "const read = name => JSON.parse(readFileSync(name));\n"
        "writeFileSync('found.json', JSON.stringify(read('asked.json').map(openIndex(read('index.json')))));\n",
        encoding="utf-8",
    )
    _run(node, "run.js", folder=tmp_path)
    documents = json.loads((tmp_path / "index.json").read_bytes())["documents"]
    for text, found in zip(asked, json.loads((tmp_path / "found.json").read_bytes()), strict=True):
        scores, is_near = ranked(index, [text])
        order = sorted(scores, key=lambda position: (-scores[position], position))
        assert found == {"found": [documents[position] for position in order], "isNear": is_near}, text


def test_a_code_is_read_as_what_it_was_made_of(node: str, tmp_path: Path, packaged: Catalog) -> None:
    """By a reader of others, for lengths on both sides of where versions, and the blocks in them, change."""
    from zxingcpp import read_barcodes

    _modules(tmp_path, packaged)
    text = "https://guides.example/my-list.html#list=" + ",".join(f"platform-{number}" for number in range(260))
    (tmp_path / "run.js").write_text(
        "import {readFileSync, writeFileSync} from 'node:fs';\nimport {qrOf} from './qr.js';\n"
        "writeFileSync('codes.json', JSON.stringify(JSON.parse(readFileSync('texts.json')).map(qrOf)));\n",
        encoding="utf-8",
    )
    lengths = (1, 17, 18, 106, 107, 154, 230, 231, 271, 858, 1273, 2000, 2953)
    texts = ["ü ✓", *(text[:length] for length in lengths), text[:2954]]
    (tmp_path / "texts.json").write_text(json.dumps(texts), encoding="utf-8")
    _run(node, "run.js", folder=tmp_path)
    *codes, none = json.loads((tmp_path / "codes.json").read_bytes())
    assert none is None
    for one, cells in zip(texts, codes, strict=False):
        size = (len(cells) + 8) * 3
        drawn = bytearray(b"\xff" * size * size)
        for y, row in enumerate(cells):
            for x, dark in enumerate(row):
                for line in range(3 * dark):
                    start = (3 * (y + 4) + line) * size + 3 * (x + 4)
                    drawn[start : start + 3] = b"\0\0\0"
        (found,) = read_barcodes(memoryview(drawn).cast("B", shape=[size, size]))
        assert found.text == one, len(one)


_NAMES = re.compile(r"\b[0-9a-f]{8}\b")


def _joined(own: Path | None = None) -> dict[str, str]:
    """The published scripts by their plain names."""
    made = assets.made(own)
    texts = {file.path: file.text for file in made.files}
    return {name: texts[path] for name, path in made.names.items() if name.endswith(".js")} | dict(made.within)


def test_what_is_joined_is_one_script(node: str, tmp_path: Path) -> None:
    """No two modules give the same name to something, and nothing is left of what joins them."""
    for name, text in _joined().items():
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        _run(node, "--check", path, folder=tmp_path)
        assert not re.search(r"^(import|export)\b", text, re.MULTILINE)


def test_every_module_is_in_some_page() -> None:
    """A module that no page imports would be dead."""
    joined = "".join(_joined().values())
    for path in _SCRIPTS.glob("*.js"):
        named = re.findall(
            r"^export (?:async )?(?:function|const) (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE
        )
        assert all(re.search(rf"\b(function|const) {name}\b", joined) for name in named), path


def test_a_module_of_ones_own_takes_the_place_of_the_packaged_one(tmp_path: Path) -> None:
    """And what it imports is joined to it, before it and once."""
    own = tmp_path / "site" / "scripts"
    own.mkdir(parents=True)
    (own / "guide.js").write_text("import {one} from './one.js';\nimport {two} from './two.js';\none(two);\n")
    (own / "one.js").write_text("import {two} from './two.js';\nexport const one = () => two;\n")
    (own / "two.js").write_text("export function two() {}\n")
    made = _joined(tmp_path)
    assert made["guide.js"].split() == [*("'use", "strict';{function", "two(){}", "const", "one=()=>two;one(two);}")]
    assert _NAMES.sub("", made["home.js"]) == _NAMES.sub("", _joined()["home.js"])


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("scripts/guide.js", b"import {x} from './nothing.js';\n", r"nothing\.js cannot be read \(No such file"),
        ("scripts/guide.js", b"\xff", r"guide\.js is not UTF-8 \(byte 1\); save it as UTF-8"),
        ("theme.css", b"a{}\xff", r"theme\.css is not UTF-8 \(byte 4\); save it as UTF-8"),
    ],
)
def test_what_cannot_be_read_is_named(name: str, content: bytes, says: str, tmp_path: Path) -> None:
    """A missing module and a file that is no text, with what to do."""
    path = tmp_path / "site" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    with pytest.raises(OptoutError, match=says):
        assert assets.made(tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_page_has_the_words_that_its_script_says(code: str) -> None:
    """Those and no others: what is not there would fail in a reader's hands, and what nobody says is dead."""
    spoken = language(code)
    offered = site_of([]).offered
    known = {name.removeprefix("script-") for name in patterns(read(code)) if name.startswith("script-")}
    given = {
        "changes.js": script_data.for_changes(spoken),
        "guide.js": script_data.for_guide(Views((), ()), (), offered, spoken)["words"],
        "home.js": script_data.for_lists([], offered, spoken)["words"],
        "letter.js": letters.for_script(site_of([]))["words"],
        "my-list.js": script_data.for_my_list([], offered, {}, spoken)["words"],
        "missing.js": script_data.for_missing(spoken),
        "robots.js": robots.for_script(site_of([]))["words"],
    }
    joined = _joined()
    for name, words in given.items():
        assert words.keys() == known & set(re.findall(r"'([a-z-]+)'", joined[name])), name
        for texts in words.values():
            assert texts if isinstance(texts, str) else texts["other"]
    assert known == {key for words in given.values() for key in words}


# What is composed for a region


def _of(found: Views, region: str) -> View:
    """What a page looks up, as optout/templates/site/scripts/choice.js does it."""
    if not region:
        return found.rows[0]
    place = next((place for place, codes in enumerate(found.sets, 1) if region in codes), -1)
    return found.rows[place]


def _told(order: Order, everybodys: Sequence[Control]) -> list[tuple[str, Control]]:
    """The ways and the parts that they stand in."""
    return [(part, everybodys[place]) for part, places in order for place in places]


def _audiences(one: Platform) -> list[Audience]:
    parts: tuple[Sequence[Control | Difference], ...] = (one.controls, one.differences)
    return [item.audience for items in parts for item in items if item.audience != Audience()]


def _platforms(catalog: Catalog) -> Iterator[Platform]:
    yield from (decoded.entry for decoded in catalog if isinstance(decoded.entry, Platform))


def test_every_region_and_device_finds_what_the_command_shows(packaged: Catalog, example: Catalog) -> None:
    """Of every guide, for every region that can be chosen: the same ways in the same order, status, and parts."""
    for catalog in (packaged, example):
        listed = list(_platforms(catalog))
        parts = site_of(listed).offered.parts
        codes = ["", *parts, *(code for code in regions.codes() if "-" not in code)]
        for one in listed:
            found = views(one, parts)
            everybodys = [pick.control for pick in choose(one).ways]
            for code in codes if found.sets else ("", "DE"):
                view = _of(found, code)
                choice = choose(one, Reader(code))
                assert _told(view.ways[0], everybodys) == [(pick.part, pick.control) for pick in choice.ways]
                assert (one.differences[view.own] if view.own is not None else None) == choice.own
                for audience in _audiences(one) if code else ():
                    assert (audience in view.hidden) == (holds(audience, Reader(code)) == "no")


@pytest.mark.slow
@pytest.mark.parametrize("region", ["", "DE", "GB", "KR", "US"])
@pytest.mark.parametrize("device", DEVICES)
def test_a_device_finds_what_the_command_shows(region: str, device: str, example: Catalog) -> None:
    """The ways of the guide in its order, for a device in a region."""
    for one in _platforms(example):
        view = _of(views(one, ()), region)
        reader = Reader(region, device)  # type: ignore[arg-type]
        everybodys = [pick.control for pick in choose(one).ways]
        wanted = [(pick.part, pick.control) for pick in choose(one, reader).ways]
        assert _told(view.ways[COLUMNS.index(device)], everybodys) == wanted


@pytest.mark.parametrize("region", ["", "DE", "GB", "JP", "KR", "US", "US-CA"])
def test_what_is_kept_of_a_guide_is_what_the_command_would_keep(region: str, example: Catalog) -> None:
    """For each device: the verdict and the ways, looked up as optout/templates/site/scripts/remember.js does it."""
    for one in _platforms(example):
        made = memories.memories(one, ("US-CA",))
        sets = [codes.split(" ") for codes in made["sets"]]
        place = next((place for place, codes in enumerate(sets, 1) if region in codes), len(sets) + 1) if region else 0
        row = made["rows"][place] if len(made["rows"]) > 1 else made["rows"][0]
        for device in COLUMNS:
            who = Person(region, (device,) if device else ())
            there = written(noticed(Account(one.slug, "2026-11-30", "2026-11-30"), one, who))
            said = made["said"][row.get(device, row[""])] | ({"region": region} if region else {})
            assert (said, made["version"]) == (there["was"], there["version"]), (one.slug, device)


@pytest.mark.parametrize("region", ["", "DE", "JP", "KR", "US-CA"])
def test_my_list_has_the_parts_and_words_of_the_plan(region: str, example: Catalog) -> None:
    """For each device, looked up as optout/templates/site/scripts/platforms.js does it; joined is what is one task."""
    listed = list(_platforms(example))
    spoken = language("en")
    found = [mine.mine(one, "", views(one, ("US-CA",)), "", spoken) for one in listed]
    (block, _) = mine.files(found, site_of(listed))
    made = json.loads(block.text.partition(".push(")[2].removesuffix(");\n"))
    for one in listed:
        _, _, numbers, cases = made["platforms"][one.slug]
        sets = [made["sets"][number].split() for number in numbers]
        place = next((place for place, codes in enumerate(sets, 1) if region in codes), len(sets) + 1) if region else 0
        places = cases[place] if len(cases) > 1 else cases[0]
        for column, device in enumerate(COLUMNS):
            who = Person(region, (device,) if device else ())
            (part,) = outline_parts(make_plan((Account(one.slug, "", ""),), {one.slug: one}, who), spoken)
            id, status, said, *_ = made["placed"][places[column] if len(places) > 1 else places[0]]
            label = made["statuses"][status][1]
            assert (id, said or label) == (part.id, part.rows[0].said), (one.slug, device)


def test_regions_in_which_all_is_the_same_stand_together(example: Catalog) -> None:
    """And those that no list names are in none of the sets."""
    found = views(platform(example, "quiet"), ())
    assert found == Views((), (found.rows[0], found.rows[0]))
    listed = views(platform(example, "acme"), ("US-CA",)).sets
    assert len({code for codes in listed for code in codes}) == sum(map(len, listed))
    assert any({"DE", "FR", "PL"} <= set(codes) for codes in listed)
    assert not any("JP" in codes for codes in listed)


# What lists show


def _card(one: Platform) -> Card:
    return card(compose(one), views(one, ()))


def test_a_row_shows_the_way_of_the_readers_region(acme: Platform) -> None:
    """Its steps and what it comes to; where there is no way, neither; where all is the same, once."""
    way = acme.controls[0]._replace(audience=Audience(regions=("DE",)), where=())
    here = acme._replace(training="opt-out", controls=(way,), differences=(), lookalikes=())
    (usual, germany, elsewhere), (codes,) = _card(here).shown, _card(here).sets
    assert codes == ("DE",)
    assert usual.steps == germany.steps > 0
    assert (elsewhere.steps, elsewhere.action) == (0, "")
    everywhere = here._replace(controls=(way._replace(audience=Audience()),))
    assert (_card(everywhere).sets, len(_card(everywhere).shown)) == ((), 1)


def test_a_former_name_leads_to_what_the_site_has(acme: Platform) -> None:
    """A list is moved on to a guide that is there, and to no other."""
    stubs = (Stub("zenith", "Zenith", "acme"), Stub("nadir", "Nadir", "gone"))
    assert '"renamed":{"zenith":"acme"}' in files_of(site_of([acme], stubs))["my-list.html"]


def test_blocks_of_my_list_number_alike(acme: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is one task for two platforms has one name in whatever block they stand, and the order is that of all."""
    monkeypatch.setattr(mine, "_PER_BLOCK", 16)
    spoken = language("en")
    listed = [acme._replace(slug=f"acme-{number}", name=f"Acme {number}") for number in range(40)]
    found = [mine.mine(one, "", views(one, ()), "", spoken) for one in listed]
    *blocks, _ = mine.files(found, site_of(listed))
    made = [json.loads(block.text.partition(".push(")[2].removesuffix(");\n")) for block in blocks]
    assert len(made) == 3
    assert sum(len(one["platforms"]) for one in made) == 40
    assert made[0]["placed"] == made[1]["placed"] == made[2]["placed"]
