"""Making inputs: by grammars of prose, entries and settings, and by changing what is sound."""

from collections.abc import Sequence
from functools import cache
from random import Random

from optout.catalog.locate import default_path
from optout.source.split import cut_all
from tests.conftest import CASES

_UNSEEN = (
    "\x1b[2J",
    "\x9b",
    "\r",
    "\u202e",
    "\u2066",
    "\u200b",
    "\u00ad",
    "\u3164",
    "\u200d",
    "\ufe0f",
    "\U000e0041",
    "\ue000",
)
_MARKUP = (
    *(
        "**",
        "*",
        "_",
        "`",
        "``",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "&",
        "#",
        "~",
        "|",
        "\\",
        "!",
        ":",
        "::",
        "##[",
        "-",
        "+",
    ),
    *("[help]", "[terms]", "[help][terms]", "](https://x.example/)", "](javascript:x)", "](mailto:a@b.example)"),
    *(
        "<b>",
        "</b>",
        "<!--",
        "<script>",
        "![",
        "https://x.example/",
        "&amp;",
        "&#13;",
        "&#x202e;",
        "&#8203;",
        "&#58;",
        "&lt;",
    ),
    *("&zwj;", "\n", "\t", " ", "  ", "1. ", "- ", "> ", "# ", "@name", "owner/repo#1", "| a |", "{{ x }}", "{% x %}"),
)
_WORDS = (
    "Acme",
    "trains",
    "AI",
    "not",
    "12",
    "é",
    "漢字",
    "😀",
    "👩\u200d👧",
    "می\u200cخواهم",
    "e\u0301",
    "a",
    "Z",
    "=1+1",
)

_YAML = (
    *(
        '"',
        "'",
        "|",
        ">-",
        "- ",
        "? ",
        ": ",
        "#",
        "&a ",
        "*a",
        "!!str ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "\t",
        "\r\n",
        "\r",
        "---\n",
    ),
    *(
        "...\n",
        "%YAML 1.1\n",
        "<<: *a",
        '"\\ud800"',
        '"\\e[2J"',
        '"\\n::error::"',
        "''",
        "~",
        "null",
        "no",
        "12:30",
        "0o7",
    ),
    *(
        "2026-02-30",
        "https://x.example/",
        "[help]",
        "  ",
        "\n",
        "\n\n",
        "\\",
        "|2\n",
        ">\n",
        "@",
        "`",
        "%",
        "\x85",
        "\u2028",
    ),
    *("# c\n", "name: x", "now: x", "😀", "\ufeff", "\x00", "a:\n", "case:# c\n"),
)


@cache
def _samples() -> tuple[bytes, ...]:
    """Entries to change: the small ones of the catalog, and those of the cases."""
    packaged = [chunk.raw for chunk in cut_all(default_path().read_bytes()) if len(chunk.raw) < 2500]
    return (*packaged, *(path.read_bytes() for path in sorted(CASES.glob("*/*.yaml")) if path.stat().st_size < 4000))


def prose(random: Random) -> str:
    """A sentence, or what looks like one."""
    parts = random.choices((_WORDS, _MARKUP, _UNSEEN), (5, 5, 1), k=random.randrange(1, 24))
    return (" " * random.randrange(2)).join(map(random.choice, parts))


def text(random: Random) -> str:
    """Any characters."""
    return "".join(chr(_code(random)) for _ in range(random.randrange(40)))


def _code(random: Random) -> int:
    return random.choice(
        (random.randrange(32, 127), random.randrange(0x300), random.randrange(0x3000), random.randrange(0x110000))
    )


def catalog(random: Random) -> bytes:
    """Some entries, changed in a few places as a person, a program or an enemy might."""
    data = b"".join(random.choices(_samples(), k=random.choice((1, 1, 2, 4))))
    for _ in range(random.choice((0, 1, 1, 2, 3, 6))):
        data = random.choice((_insert, _delete, _swap, _indent, _byte, _field))(random, data)
    return data[:8000]


def entry(random: Random, slug: str) -> bytes:
    """An entry that can be read, most of the time: with sentences of the grammar in it."""

    def words() -> str:
        return (
            "'"
            + (prose(random) if random.random() < 0.5 else random.choice(_SAID)).replace("'", "''").replace("\n", " ")
            + "'"
        )

    training = random.choice(("opt-out", "no-training", "no-control", "depends"))
    lines = [
        f"{slug}:",
        f"  name: {random.choice(_NAMES)}",
        "  category: social",
        f"  training: {training}",
        f"  summary: {words()}",
    ]
    lines += ["  checked: 2026-11-2" + random.choice("01")]
    lines += [
        f"  {name}: [{', '.join(words() for _ in range(random.randrange(1, 4)))}]"
        for name in ("uses", "limits")
        if random.random() < 0.5
    ]
    if training != "no-training":
        lines += [
            f"  controls: [{{path: Settings > {random.choice(_NAMES)}, set: off, note: {words()}, evidence: [help]}}]"
        ]
    quote = f", quote: {random.choice(_NAMES)}" if random.random() < 0.3 else ""
    lines += [
        "  sources:",
        f'    help: {{title: H, publisher: Acme, kind: official, url: "https://a.example/{random.choice("ab")}"{quote}}}',
        '    terms: {title: Terms, publisher: Acme, kind: press, url: "https://news.example/a"}',
    ]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


_NAMES = ("Acme", "Acme Two", "Privacy", "漢字", "'A: b'", "'@x #1'")
_SAID = (
    "We train. [help]",
    "We do not train. [help]",
    "See [x](https://a.example/). [help]",
    "**On** [terms]",
    "2 things [help]",
)


def settings(random: Random) -> bytes:
    """A file of settings."""
    keys = (
        "title",
        "base-url",
        "repository",
        "edit-url",
        "report-url",
        "since",
        "catalog",
        "templates",
        "out",
        "languages",
        "x",
    )
    values = ('"a"', '"https://a.example"', '"{file[x]}"', '"{line.x}"', '"{0}"', '"{"', '"%s"', "1", "true", "[]",
              '["en", "de"]', '["xx"]', "{a = 1}",
              '"' + "a" * 300 + '"', '"\\u0000"', '"\\u202e"', "2026-01-01",
              '"https://a@b.example"', '"https://[::1"', '"../x"', '""')  # fmt: skip
    data = "".join(f"{random.choice(keys)} = {random.choice(values)}\n" for _ in range(random.randrange(5))).encode()
    return random.choice((_insert, _delete, _byte))(random, data) if random.random() < 0.3 else data


def state(random: Random, head: bytes, line: bytes) -> bytes:
    """A file of results: its head, and lines that are more or less as they were written."""
    data = head + b"".join(line for _ in range(random.randrange(4)))
    for _ in range(random.randrange(4)):
        at = random.randrange(len(data) + 1)
        piece = random.choice(
            (
                b"null",
                b"1e999",
                b"[]",
                b"{}",
                b'"',
                b"\n",
                b"-1",
                b'"\\ud800"',
                b"\xff",
                b"NaN",
                b"9" * 400,
                b"true",
                b",",
                b":",
            )
        )
        data = data[:at] + piece + data[at + random.randrange(12) :]
    return data


def damaged(random: Random, samples: Sequence[bytes]) -> bytes:
    """One of the samples with a few bytes or lines other than they were."""
    data = random.choice(samples)
    for _ in range(random.randrange(5)):
        data = random.choice((_insert, _delete, _byte, _swap))(random, data) if data else _token(random)
    return data


def location(random: Random) -> bytes:
    """Where a redirect may lead, as it stands in a header."""
    schemes = ("", "//", "http://", "https://", "http:", "file://", "javascript:", "HTTP://", "gopher://", "data:")
    hosts = ("a.example", "xn--a.example", "xn--", "xn--.example", "127.1", "[::1]", "[", "0x7f.1", "a@b.example",
             "ａ.example",
             "é.example", "", ".", "a..b",
             "a" * 70 + ".example", "[64:ff9b::1]", "\u202e.example", "a.example:99999", "a.example:x", "%61.example",
             "a_b.example", "xn--80ak6aa92e.example")  # fmt: skip
    paths = (
        "",
        "/",
        "/a b",
        "/%",
        "/\u00ff",
        "?q",
        "#f",
        "/../..",
        "\\x",
        "/" + "a" * 3000,
        "/\ud800",
        "/login",
        "/a\tb",
    )
    made = "".join(map(random.choice, (schemes, hosts, paths)))
    return (
        (made if random.random() < 0.8 else text(random))
        .encode("utf-8", "replace")
        .replace(b"\r", b"")
        .replace(b"\n", b"")
        .replace(b"\0", b"")
    )


def _token(random: Random) -> bytes:
    return random.choice(random.choice((_YAML, _MARKUP, _UNSEEN))).encode("utf-8", "replace")


def _insert(random: Random, data: bytes) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + _token(random) + data[at + random.choice((0, 0, 1, 8)) :]


def _delete(random: Random, data: bytes) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + data[at + random.randrange(1, 30) :]


def _byte(random: Random, data: bytes) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]


def _swap(random: Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    lines.insert(random.randrange(len(lines) + 1), lines.pop(random.randrange(len(lines))))
    return b"\n".join(lines)


def _indent(random: Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    lines[at] = b" " * random.randrange(8) + lines[at].lstrip()
    return b"\n".join(lines)


def _field(random: Random, data: bytes) -> bytes:
    """A sentence of the grammar in place of what follows a colon."""
    lines = data.split(b"\n")
    places = [number for number, line in enumerate(lines) if b": " in line]
    if places:
        at = random.choice(places)
        quoted = prose(random).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
        lines[at] = lines[at].split(b": ", 1)[0] + b': "' + quoted.encode("utf-8", "replace") + b'"'
    return b"\n".join(lines)


def words(random: Random, known: Sequence[str]) -> str:
    """What somebody may type to name a platform: a name, more or less, or anything."""
    word = random.choice(known)
    kind = random.randrange(5)
    if kind == 0:
        return text(random)
    if kind == 1:
        return f"https://www.{word}.com/{prose(random)}"
    if kind == 2:
        at = random.randrange(len(word))
        return word[:at] + random.choice("aeiouxz -.") + word[at + random.randrange(2) :]
    return prose(random) if kind == 3 else word.upper()
