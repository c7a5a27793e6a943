"""What must hold of each part, whatever it is given."""

import json
import ssl
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from functools import cache, partial
from pathlib import Path
from random import Random
from typing import NamedTuple

import httpcore

from optout.accounts import text
from optout.catalog import Catalog, lookup
from optout.catalog.entries import entries
from optout.catalog.locate import default_path, load
from optout.diff import compare
from optout.editing.check import mended
from optout.errors import OptoutError
from optout.exports import read as exports
from optout.guide import compose
from optout.messages import Language, language
from optout.model import Platform, Stub
from optout.monitoring import links, signals
from optout.project import config, reports
from optout.prose import SAFE_ADDRESS, parse
from optout.render import changes, commonmark, html, markdown, problems, terminal
from optout.render import json as guide_json
from optout.render.screen import Screen
from optout.robots import existing
from optout.rules import check
from optout.text import is_command, painted, unseen
from optout.web.fetch import Limits, Network, fetch
from optout.web.results import Record, ResultStore
from tests.conftest import CASES, TODAY
from tests.editing.formatted import format_text
from tests.fuzz import grammar
from tests.render.readers import READERS, read

_SCREEN = Screen(60, False, False, True)
_CITED = ("help", "terms", "a-1")


class Target(NamedTuple):
    """`make` makes an input; `hold` raises where something does not hold of it, and may use a folder of its own."""

    make: Callable[[Random], bytes]
    hold: Callable[[bytes, Path], None]


def _harmless(text: str) -> None:
    text = painted(text)
    assert unseen(text, lines=True) == "", "something unseen in the output"
    assert not is_command(text), "a command to a runner in the output"


def _keeps_secrets(error: Exception) -> None:
    assert "canary" not in str(error).lower(), "a secret in a message"


def _one_line(error: Exception) -> None:
    lines = str(error).split("\n")
    assert len(lines) == max(1, len(error.args)), "a message with more lines than there are things to say"
    assert not any(map(unseen, lines)), "a message with something unseen"


def _catalog(data: bytes, folder: Path) -> None:
    """Every entry is sound or has a problem, and all that is said of it is fit to print."""
    catalog = Catalog(data, "x.yaml")
    decoded = list(catalog)
    found = check(catalog, TODAY)
    lines = dict(enumerate(data.decode("utf-8", "replace").split("\n"), 1))
    for written in (problems.text(found, {"x.yaml": lines}, _SCREEN), problems.concise(found), problems.as_json(found)):
        _harmless(written)
    for line in problems.github(found).splitlines():
        assert line.startswith(("::error file=", "::warning file="))
    for one in decoded:
        assert (one.entry is None) == bool(one.problems), "neither sound nor broken, or both"
        if isinstance(one.entry, Platform):
            guide = compose(one.entry)
            _harmless(terminal.guide(guide, _SCREEN, full=True))
            _harmless(markdown.guide(guide))
            _harmless(html.guide(guide))
            assert json.loads(guide_json.guides([guide]))["guides"][0]["slug"] == one.slug


def _prose(data: bytes, folder: Path) -> None:
    """The spans hold nothing unseen, Markdown reads back as what they say, HTML holds no tags but its own."""
    text = data.decode("utf-8", "replace").strip()
    spans = parse(text, _CITED)
    words = "".join(span.text for span in spans)
    assert unseen(words) == "", "something unseen in a sentence"
    assert all(SAFE_ADDRESS.fullmatch(span.target) for span in spans if span.kind == "link")
    targets = {span.target for span in spans if span.kind == "link"}
    written = commonmark.inline(spans)
    assert "\n" not in written
    for name, reader in READERS.items():
        found = read(reader(written))
        assert found.tags == [], f"{name} finds the tags {found.tags}"
        led = {address for address, _ in found.links if address.startswith(("javascript:", "data:"))}
        assert not led - targets, f"{name} finds a link to {led}"
    page = read(str(html.sentence(_english(), spans)))
    assert not set(page.tags) - {"a", "b", "span"}, f"HTML has the tags {page.tags}"
    _harmless(terminal.paragraph(spans, _SCREEN))


@cache
def _english() -> Language:
    return language("en")


def _format(data: bytes, folder: Path) -> None:
    """Once is as good as twice, and what is said stays the same; nothing it does is called a bug of ours."""
    text = data.decode("utf-8", "replace")
    done = format_text(text, "x.yaml")
    again = format_text(done.text, "x.yaml")
    assert again.text == done.text, "formatted twice is something else"
    before, after = _once(text.encode()), _once(done.text.encode())
    assert all(after.get(slug) == entry for slug, entry in before.items()), "an entry says something else"


def _once(data: bytes) -> dict[str, Platform | Stub]:
    """The sound entries whose slug stands once: of others nobody can say which is meant."""
    decoded = list(Catalog(data, "x.yaml"))
    times = Counter(one.slug for one in decoded)
    return {one.slug: one.entry for one in decoded if one.entry and times[one.slug] == 1}


def _fix(data: bytes, folder: Path) -> None:
    """Mending loses no sound entry, and brings no error into one."""
    found = mended(Catalog(data, "x.yaml"), TODAY)
    assert _once(data).keys() <= _once(found.data).keys(), "a sound entry is broken or gone"


def _diff(data: bytes, folder: Path) -> None:
    """Nothing changes from a catalog to itself; what does is said in words, in every format."""
    old, _, new = data.partition(b"\n# ----\n")
    before, after = (entries(Catalog(one, "x.yaml")) for one in (old, new))
    broken = {*before.broken, *after.broken}
    olds, news = before.without(broken), after.without(broken)
    assert compare(olds, olds) == ()
    found = compare(olds, news)
    assert found or olds == news, "a change is not told"
    _harmless(changes.text(found, _SCREEN))
    _harmless(changes.markdown(found, limit=3000))
    _harmless(changes.as_json(found))


@cache
def _packaged() -> Catalog:
    return load(default_path())


def _lookup(data: bytes, folder: Path) -> None:
    """Whatever somebody types has an answer, or an error in one line."""
    try:
        answer = lookup.ask(_packaged(), data.decode("utf-8", "replace"))
    except OptoutError as error:
        _one_line(error)
    else:
        if isinstance(answer, lookup.Nothing):
            _harmless(answer.message)


def _config(data: bytes, folder: Path) -> None:
    """A file of settings is read, or refused in one sentence."""
    path = folder / "optout.toml"
    path.write_bytes(data)
    try:
        found = config.read(path)
        config.edit_url(found, "platforms.yaml", 7, "acme", "Acme")
        reports.report_url(found, "platforms.yaml", 7, "acme", "Acme")
        reports.report_pattern(found, "platforms.yaml", 7, "acme", "Acme")
    except OptoutError as error:
        _one_line(error)


def _state(data: bytes, folder: Path) -> None:
    """A file of results is read, set aside, or refused; it never stops a run."""
    path = folder / "links.jsonl"
    path.write_bytes(data)
    for read_it in (lambda: signals.read([path]), lambda: ResultStore(path, "links", is_sound=_is_sound)):
        try:
            read_it()
        except OptoutError as error:
            _one_line(error)
    for left in folder.iterdir():
        left.unlink()


def _is_sound(record: Record) -> bool:
    return links.verdict_of(record.values) is not None


_AT = "2026-11-20T00:00:00+00:00"
_LINE = json.dumps(Record("https://a.example/", _AT, links.Verdict("dead", "why")._asdict())._asdict()).encode() + b"\n"
_HEAD = b'{"optout": "links", "version": 1}\n'


def _redirects(data: bytes, folder: Path) -> None:
    """Wherever an answer leads, there is a verdict; nothing but the first host and public names are called."""
    answer = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + data + b"\r\n\r\n"
    network = Network(lambda host, port: ["93.184.216.34"], lambda number: True, httpcore.MockBackend([answer]), _tls())
    found = fetch("http://a.example/", network, Limits(1000, redirects=3), lambda: 0.0, lambda host: nullcontext())
    verdict = links.judge(found)
    assert verdict.state in links.STATES
    assert "\n" not in verdict.reason


def _lists(data: bytes, folder: Path) -> None:
    """A list of accounts is read and written back without a loss, or refused in one sentence."""
    try:
        held = text.read(data)
    except text.NoList as error:
        _one_line(error)
        return
    written = text.text(held)
    assert text.text(text.read(written)) == written, "a list that is read back as another one"


def _export(data: bytes, folder: Path) -> None:
    """An export is read, or refused in one sentence; no message repeats a secret."""
    path = folder / "export"
    path.write_bytes(data)
    try:
        with exports.opened(path, history=True) as found:
            for _ in found.items:
                pass
    except OptoutError as error:
        _one_line(error)
        _keeps_secrets(error)
    path.unlink()


def _robots_txt(data: bytes, folder: Path) -> None:
    """A block is put into any robots.txt, once however often, and all else stays; or it is refused in one sentence."""
    for where in ("start", "end"):
        try:
            once = existing.merged(data, _BLOCK, where, "robots.txt")
            assert existing.merged(once, _BLOCK, where, "robots.txt") == once, "twice is not once"
        except OptoutError as error:
            _one_line(error)


@cache
def _exports() -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted((CASES / "exports").iterdir()) if path.is_file())


@cache
def _some_lists() -> tuple[bytes, ...]:
    cases = json.loads((CASES / "lists.json").read_text("utf-8"))
    return tuple(json.dumps({"optout": "list", "version": 1, **case["merged"]}).encode() for case in cases)


@cache
def _robots_texts() -> tuple[bytes, ...]:
    return (b"", b"User-agent: *\nDisallow: /a\n", b"\xef\xbb\xbfUser-agent: a\r\nAllow: /\r\n", _BLOCK.encode())


_BLOCK = "# BEGIN optout robots\nUser-agent: GPTBot\nDisallow: /\n# END optout robots\n"


@cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()


def _encoded(make: Callable[[Random], str], random: Random) -> bytes:
    return make(random).encode("utf-8", "replace")


def _typed(random: Random) -> bytes:
    return grammar.words(random, _packaged().slugs()).encode("utf-8", "replace")


def _two(random: Random) -> bytes:
    other = random.choice(("acme", "acme", "other"))
    return grammar.entry(random, "acme") + b"\n# ----\n" + grammar.entry(random, other)


def _one_or_more(random: Random) -> bytes:
    return grammar.catalog(random) if random.random() < 0.7 else grammar.entry(random, "acme")


TARGETS = {
    "catalog": Target(_one_or_more, _catalog),
    "prose": Target(partial(_encoded, grammar.prose), _prose),
    "format": Target(grammar.catalog, _format),
    "fix": Target(grammar.catalog, _fix),
    "diff": Target(_two, _diff),
    "lookup": Target(_typed, _lookup),
    "config": Target(grammar.settings, _config),
    "state": Target(partial(grammar.state, head=_HEAD, line=_LINE), _state),
    "lists": Target(lambda random: grammar.damaged(random, _some_lists()), _lists),
    "exports": Target(lambda random: grammar.damaged(random, _exports()), _export),
    "robots": Target(lambda random: grammar.damaged(random, _robots_texts()), _robots_txt),
    "redirects": Target(grammar.location, _redirects),
}
