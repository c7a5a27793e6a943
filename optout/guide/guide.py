"""The guide as meaning: what is said, in which order, in which words; not what it looks like.

Renderers read these and decide nothing. A sentence is a tuple of spans; in a guide the text of a citation is the
number of the source in `Guide.sources`, and its target is the source's id.
"""

from typing import Literal, NamedTuple

from optout.errors import NotFound
from optout.model import Audience, Category, Date, How, Menu, SourceKind, Surface, Training
from optout.prose import Sentence

PartId = Literal[
    "limits", "lookalikes", "differences", "uses", "spares", "crawlers", "history", "conflicts", "undo", "see"
]


class Status(NamedTuple):
    """What the platform does by default: `label` in a few words, `mark` as a sign that needs no colour."""

    id: Training
    label: str
    mark: str


class Fact(NamedTuple):
    """One item of a list. `label` stands before it (a date, a region); `doubt` says what is not certain about it.

    `holds_for` is for whom it is said, and `status` their status where it is another than everybody's.
    """

    text: Sentence
    label: str = ""
    doubt: Sentence = ()
    holds_for: Audience = Audience()
    status: Status | None = None


class Table(NamedTuple):
    """Rows of cells under a header."""

    header: tuple[str, ...]
    rows: tuple[tuple[Sentence, ...], ...]


class Part(NamedTuple):
    """A part of the guide with a heading: a list of facts, or a table."""

    id: PartId
    title: str
    facts: tuple[Fact, ...] = ()
    table: Table | None = None


class Route(NamedTuple):
    """The way to a setting, for drawing: menus, and the switch in its wanted position.

    `walked` says that the steps name the same stations, so that nobody needs to read them twice.
    """

    menus: tuple[Menu, ...]
    switch: str = ""
    set: str = ""
    walked: bool = False


class Block(NamedTuple):
    """A text to copy letter by letter; `name` says what it is (a file's name, "message", "command")."""

    name: str
    text: str


class Step(NamedTuple):
    """One action, and the text to copy for it if there is one."""

    text: Sentence
    block: Block | None = None


class Way(NamedTuple):
    """One way to refuse, by its `number` in the guide.

    `action` says what it comes to ("switch off"), `where`, `audience`, `needs` and `cost` what it takes, `each`
    what it must be chosen for anew, `starts` where a switch stands if nobody touched it; `done` how one
    can tell that it worked; `link` is the address it opens, empty where none is known. `holds_for` and `surfaces`
    are what `audience` and `where` say in words, for renderers that let the reader choose.
    """

    how: How
    name: str
    action: str
    steps: tuple[Step, ...]
    done: Sentence
    cites: Sentence
    where: str = ""
    audience: str = ""
    needs: Sentence = ()
    each: str = ""
    starts: str = ""
    cost: str = ""
    link: str = ""
    route: Route | None = None
    note: Sentence = ()
    effect: Sentence = ()
    limits: tuple[Sentence, ...] = ()
    undo: Sentence = ()
    doubt: Sentence = ()
    holds_for: Audience = Audience()
    surfaces: tuple[Surface, ...] = ()
    number: int = 1


class Note(NamedTuple):
    """A source as the guide lists it, under its number."""

    number: int
    id: str
    title: str
    publisher: str
    kind: SourceKind
    url: str
    archived: str
    date: Date | None
    quote: str


class Guide(NamedTuple):
    """Everything that is said to one reader about one platform; `about` says who runs it and what else it is called.

    `shown_for` says which variant this is and how to see the others, `varies_by` what else could be known of the reader
    (region, device, plan), each with an example, `answer` what holds where there is no way to refuse or none is needed.
    """

    slug: str
    name: str
    title: str
    company: str
    about: str
    category: Category
    also: tuple[str, ...]
    domains: tuple[str, ...]
    status: Status
    verdict: Sentence
    scope: Sentence
    doubt: Sentence
    checked: Date
    support: str
    shown_for: tuple[Sentence, ...]
    varies_by: tuple[tuple[str, str], ...]
    answer: tuple[Fact, ...]
    steps_title: str
    best: Way | None
    others: tuple[Way, ...]
    parts: tuple[Part, ...]
    sources: tuple[Note, ...]

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways to refuse, the best first."""
        return (self.best, *self.others) if self.best else ()

    def led_by(self, number: int) -> "Guide":
        """The same guide with the way of this number as its first.

        Raises:
            NotFound: there is no such way.
        """
        ways = self.ways
        if not 1 <= number <= len(ways):
            known = f"its ways are 1 to {len(ways)}" if ways else "it has none"
            raise NotFound(f"the guide to {self.name} has no way {number}: {known}; see `optout show {self.slug}`")
        first = ways[number - 1]
        return self._replace(best=first, others=tuple(way for way in ways if way is not first))

    def part(self, id: PartId) -> Part | None:
        """The part called `id`, if the guide has something to say there."""
        return next((part for part in self.parts if part.id == id), None)


def plain(sentence: Sentence) -> str:
    """The words of a sentence, without citations."""
    words = "".join([span.text for span in sentence if span.kind != "cite"])
    return " ".join(words.split())
