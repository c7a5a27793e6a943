"""The guide as meaning: what is said, in which order, in which words; not what it looks like.

Renderers read these and decide nothing: they show the title, the verdict, for whom it is, the answer, and then the
parts, as they come. A sentence is a tuple of spans; in a guide the text of a citation is the number of the source in
`Guide.sources`, and its target is the source's id.
"""

from typing import Literal, NamedTuple, get_args

from optout.errors import NotFound
from optout.model import (
    Audience,
    Category,
    ContactPoint,
    Date,
    How,
    Menu,
    SourceKind,
    Surface,
    Terms,
    Topic,
    Training,
    Unseen,
)
from optout.prose import Sentence

# The parts with ways, in the order in which a guide has them; see `guide.choose`.
WayPart = Literal["steps", "same", "sure", "instead", "cases", "objection", "plan", "anew", "lessening", "deletion"]
WAY_PARTS: tuple[WayPart, ...] = get_args(WayPart)
PartId = (
    WayPart
    | Literal[
        "answer",
        "limits",
        "about",
        "lookalikes",
        "differences",
        "uses",
        "spares",
        "crawlers",
        "history",
        "conflicts",
        "undo",
        "see",
        "sources",
        "more",
    ]
)


StatusId = Training | Literal["not-known"]


class Status(NamedTuple):
    """What the platform does by default: `label` in a few words, `mark` as a sign that needs no colour."""

    id: StatusId
    label: str
    mark: str


class Fact(NamedTuple):
    """One item of a list. `label` stands before it (a date, a region); `doubt` says what is not certain about it.

    `holds_for` is for whom it is said, and `status` their status where it is another than everybody's; `noted` is since
    when it is told so, where the entry says it.
    """

    text: Sentence
    label: Sentence = ()
    doubt: Sentence = ()
    holds_for: Audience = Audience()
    status: Status | None = None
    noted: Date | None = None


class Table(NamedTuple):
    """Rows of cells under a header."""

    header: tuple[str, ...]
    rows: tuple[tuple[Sentence, ...], ...]


class Labels(NamedTuple):
    """What stands before something: what is not certain, how one can tell, the evidence, the way by menus; `back` leads
    from a source to where it is cited, `what` stands over what a way does and how that is known.

    `languages` stands over labels in other languages, `mine` on what says that one is the reader's own; `quotes` stand
    around the label of a setting where nothing else sets it apart.
    """

    not_certain: str = ""
    done: str = ""
    evidence: str = ""
    menu_path: str = ""
    back: str = ""
    what: str = ""
    languages: str = ""
    mine: str = ""
    quotes: tuple[str, str] = ("“", "”")


class Route(NamedTuple):
    """The way to a setting, for drawing: menus, and the switch in its wanted position.

    `set` is that position, and `position` the word for it; `walked` says that the steps name the same stations, so that
    nobody needs to read them twice.
    """

    menus: tuple[Menu, ...]
    switch: str = ""
    set: str = ""
    position: str = ""
    walked: bool = False


class Block(NamedTuple):
    """A text to copy letter by letter; `name` says what it is (a file's name, "message", "command")."""

    name: str
    text: str


class Step(NamedTuple):
    """One action, and the text to copy for it if there is one; or several `actions` of one kind in a row."""

    text: Sentence
    block: Block | None = None
    actions: int = 1


class Remark(NamedTuple):
    """What else an entry says of a way under its field `field`; `brief` says that the short guide has it as well."""

    field: str
    texts: tuple[Sentence, ...]
    brief: bool = False


class OnScreen(NamedTuple):
    """What a way is called on a screen in the language `language`, a tag such as `pt-br`; `cites` says who prints it.

    `said` is all of it in one line, in that language, behind the name that the language gives itself.
    """

    language: str
    said: Sentence
    path: tuple[Menu, ...] = ()
    label: str = ""
    set: str = ""
    doubt: Sentence = ()
    cites: Sentence = ()


class Way(NamedTuple):
    """One way to refuse, by its `number` in the guide.

    `action` says what it comes to ("switch off"), `where`, `audience`, `needs` and `cost` what it takes, `each` what
    it must be chosen for anew, `starts` where a switch stands if nobody touched it, `right` that it is a legal
    objection or refuses nothing; `takes` is all of that in sentences. `together` is the name that it shares with
    those it is needed with, `same_as` the name of the way that it is as well, elsewhere. `done` says how one can tell
    that it worked; `link` is the address it opens, empty where none is known, and `opens` what that does. `not_seen`
    says which of its label, menu and address were not seen on the operator's own page, as `unseen` has them.
    `own_labels` are those of the reader's screen, where it is in another language and they are known, `labels` those of
    all other languages.
    `holds_for` and `surfaces` are what `audience` and `where` say in words, for renderers that let the reader choose.
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
    takes: Sentence = ()
    right: str = ""
    link: str = ""
    opens: str = ""
    route: Route | None = None
    remarks: tuple[Remark, ...] = ()
    undo: Sentence = ()
    doubt: Sentence = ()
    not_seen: str = ""
    unseen: tuple[Unseen, ...] = ()
    holds_for: Audience = Audience()
    surfaces: tuple[Surface, ...] = ()
    together: str = ""
    same_as: str = ""
    taken_from: str = ""
    own_labels: OnScreen | None = None
    labels: tuple[OnScreen, ...] = ()
    number: int = 1

    @property
    def start(self) -> str:
        """The address one begins at: the setting's own, or that of the site whose menus lead there; it may be empty."""
        first = self.steps[0].text if self.steps else ()
        return self.link or next((span.target for span in first if span.kind == "link"), "")

    @property
    def drawn(self) -> Route | None:
        """The way by menus, where the steps do not go it."""
        return self.route if self.route and not self.route.walked else None


class Note(NamedTuple):
    """A source as the guide lists it, under its number; `remarks` are its kind, date and copy in words.

    `date` is the document's own, `seen` the day of the copy, `language` the tag of the quote's, empty where the entry
    gives none, `whom` for whom it was written, if not for all. `apart` says that nothing but labels in other languages
    rests on it: such sources stand last.
    """

    number: int
    id: str
    title: str
    publisher: str
    kind: SourceKind
    url: str
    archived: str
    date: Date | None
    seen: Date | None
    quote: str
    language: str
    remarks: tuple[Sentence, ...]
    whom: str = ""
    apart: bool = False


class Part(NamedTuple):
    """A part of the guide: facts, a table, ways or sources under a heading; without one, its facts are paragraphs.

    `lead` is what stands before them.
    """

    id: PartId
    title: str = ""
    facts: tuple[Fact, ...] = ()
    table: Table | None = None
    ways: tuple[Way, ...] = ()
    notes: tuple[Note, ...] = ()
    lead: Sentence = ()

    @property
    def is_of_ways(self) -> bool:
        """Whether it is there for ways to refuse, be there any or not."""
        return self.id in WAY_PARTS


class Guide(NamedTuple):
    """Everything that is said to one reader about one platform, in the language `language`.

    `version` is the same for every reader and in every language, and changes when there is something else to do.
    `shown_for` says which variant this is and how to see the others, `varies_by` what else could be known of the reader
    (region, device, plan), each with an example, `answer` what holds where there is no way to refuse or none is needed.
    What is listed after `labels` is said in this order; what is before it says the same as values and in short.
    """

    slug: str
    name: str
    version: str
    language: str
    company: str
    category: Category
    topics: tuple[Topic, ...]
    also: tuple[str, ...]
    domains: tuple[str, ...]
    country_domains: tuple[str, ...]
    logins: tuple[str, ...]
    apps: tuple[str, ...]
    terms: tuple[Terms, ...]
    contacts: tuple[ContactPoint, ...]
    scope: Sentence
    doubt: Sentence
    checked: Date
    support: str
    provenance: Sentence
    varies_by: tuple[tuple[str, str], ...]
    steps_title: str
    labels: Labels
    status: Status
    title: Sentence
    verdict: Sentence
    shown_for: tuple[Sentence, ...]
    answer: tuple[Fact, ...]
    parts: tuple[Part, ...]

    @property
    def best(self) -> Way | None:
        """The way that comes first, if there is any."""
        return next(iter(self.needed), None)

    @property
    def needed(self) -> tuple[Way, ...]:
        """What is to be done: the best way, and those that are needed together with it."""
        return tuple(way for part in self.parts if part.id == "steps" for way in part.ways)

    @property
    def others(self) -> tuple[Way, ...]:
        """The ways after those that are needed."""
        return self.ways[len(self.needed) :]

    @property
    def sources(self) -> tuple[Note, ...]:
        """The sources by their numbers."""
        return tuple(note for part in self.parts for note in part.notes)

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways to refuse by their numbers, the best first."""
        return tuple(way for part in self.parts for way in part.ways)

    def led_by(self, number: int) -> "Guide":
        """The same guide with the way of this number alone.

        Raises:
            NotFound: there is no such way.
        """
        ways = self.ways
        if not 1 <= number <= len(ways):
            known = f"its ways are 1 to {len(ways)}" if ways else "it has none"
            raise NotFound(f"the guide to {self.name} has no way {number}: {known}; see `optout show {self.slug}`")
        asked = (ways[number - 1],)
        parts = (
            part._replace(lead=(), ways=asked) if part.id == "steps" else part
            for part in self.parts
            if part.id == "steps" or not part.ways
        )
        return self._replace(parts=tuple(parts))

    def without_labels(self) -> "Guide":
        """The same guide without labels in other languages, but the reader's own, and without their sources."""

        def bare(way: Way) -> Way:
            own = way.own_labels and way.own_labels._replace(cites=())
            return way._replace(own_labels=own, labels=())

        parts = (
            part._replace(ways=tuple(map(bare, part.ways)), notes=tuple(one for one in part.notes if not one.apart))
            for part in self.parts
        )
        return self._replace(parts=tuple(parts))

    def steps_first(self) -> "Guide":
        """The same guide with what holds beside a way, such as that others have none, after the steps of the first.

        Where nobody can refuse, that comes first and the steps are what is left.
        """
        if not self.best or not self.answer or self.status.id == "no-control":
            return self
        answer = Part("answer", facts=self.answer)
        parts = [one for part in self.parts for one in ((part, answer) if part.id == "steps" else (part,))]
        return self._replace(answer=(), parts=tuple(parts))

    def part(self, id: PartId) -> Part | None:
        """The part called `id`, if the guide has something to say there."""
        return next((part for part in self.parts if part.id == id), None)


def plain(sentence: Sentence) -> str:
    """The words of a sentence, without citations."""
    words = "".join([span.text for span in sentence if span.kind != "cite"])
    return " ".join(words.split())
