"""The catalog's vocabulary: one platform, as written and validated. Knows nothing of YAML or screens.

Named tuples rather than dataclasses: they are as immutable, and defining one costs a quarter of the start-up time.
Every prose field is inline Markdown in which `[id]` cites one of the platform's sources.
"""

from typing import Literal, NamedTuple, get_args

Category = Literal[
    "assistant",
    "social",
    "messaging",
    "work",
    "developer",
    "creative",
    "media",
    "device",
    "browser",
    "shopping",
    "travel",
    "health",
    "finance",
    "dating",
    "education",
    "publisher",
    "crawler",
    "standard",
    "dataset",
    "collective",
]
Topic = Literal[
    "children", "artists", "writers", "musicians", "developers", "site-owners", "administrators", "voice", "health"
]
Training = Literal["opt-out", "opt-in", "no-training", "no-control", "depends"]
Surface = Literal["web", "ios", "android", "desktop", "server", "admin"]
Who = Literal["member", "admin", "site-owner", "outsider"]
How = Literal["switch", "form", "email", "file", "command", "plan", "delete", "none"]
SourceKind = Literal["official", "press", "community"]
Trainer = Literal["operator", "others"]
Absence = Literal["stated", "not-found"]
Basis = Literal["stated", "concluded"]
Aim = Literal["refuse", "lessen"]
Purpose = Literal["training", "search", "user", "agent"]
Standing = Literal["documented", "listed", "renamed", "ended"]
Unseen = Literal["label", "menu", "address"]
Extent = Literal["company", "platform"]

CATEGORIES: tuple[Category, ...] = get_args(Category)
TOPICS: tuple[Topic, ...] = get_args(Topic)
TRAININGS: tuple[Training, ...] = get_args(Training)
SURFACES: tuple[Surface, ...] = get_args(Surface)
WHOS: tuple[Who, ...] = get_args(Who)
HOWS: tuple[How, ...] = get_args(How)
SOURCE_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
TRAINERS: tuple[Trainer, ...] = get_args(Trainer)
ABSENCES: tuple[Absence, ...] = get_args(Absence)
BASES: tuple[Basis, ...] = get_args(Basis)
AIMS: tuple[Aim, ...] = get_args(Aim)
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
STANDINGS: tuple[Standing, ...] = get_args(Standing)
UNSEENS: tuple[Unseen, ...] = get_args(Unseen)
EXTENTS: tuple[Extent, ...] = get_args(Extent)


class Date(NamedTuple):
    """A date as precise as the source gives it; month and day are 0 where they are not known. Sorts by time."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def iso(self) -> str:
        """The date as ISO 8601 writes it: 2026, 2026-07 or 2026-07-23."""
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)


class Audience(NamedTuple):
    """For whom something holds. Empty means everybody; regions and plans are each included or excluded, never both."""

    regions: tuple[str, ...] = ()
    regions_except: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    plans_except: tuple[str, ...] = ()


class Menu(NamedTuple):
    """One station on the way to a setting: an on-screen label, a hint where to find it, or only the hint."""

    label: str
    hint: str = ""


class Email(NamedTuple):
    """A message to send: the address, and the subject and body that the operator asks for."""

    to: str
    subject: str = ""
    body: str = ""


class File(NamedTuple):
    """A text to publish or to configure, letter by letter."""

    name: str
    text: str


class ScreenLabels(NamedTuple):
    """What a way is called on a screen in another language, as a source has it; never translated by anybody here.

    `language` is its tag in lower case, `de` or `pt-br`. `label` is that of the switch, button or form, and `set` the
    option to choose, where the switch has others than on and off.
    """

    language: str
    evidence: tuple[str, ...]
    path: tuple[Menu, ...] = ()
    label: str = ""
    set: str = ""
    doubt: str = ""


class Control(NamedTuple):
    """One way to refuse, or the statement that there is none.

    `how` follows from the key the entry uses. For a switch, `switch` is the label on screen and `set` its refusing
    position (on, off, or the option to choose); `default` is where it stands if nobody touched it, empty where the
    sources do not say. `right` names the law under which it is an objection, which the operator weighs; `aim` is
    "lessen" where it refuses nothing and only makes less of it. `each` is what it has to be chosen for anew ("chat"),
    if it does not stay. Controls with one value of `together` are needed together; `same_as` is the name of the one
    that is the same switch, reached elsewhere. A form has a `link`, or `form` is the label that leads to it. For
    `none`, `absence` says whether the operator states that there is no way or none was found. `unseen` is what of it
    was not seen on a page of the operator's own, though nothing speaks against it; what is not certain is a `doubt`.
    `taken_from` is the slug of the entry in which a way that several share is written. `labels` are those of a screen
    in other languages.
    """

    how: How
    name: str
    evidence: tuple[str, ...]
    where: tuple[Surface, ...] = ()
    who: Who = "member"
    audience: Audience = Audience()
    right: str = ""
    aim: Aim = "refuse"
    needs: str = ""
    each: str = ""
    together: str = ""
    same_as: str = ""
    taken_from: str = ""
    link: str = ""
    path: tuple[Menu, ...] = ()
    switch: str = ""
    set: str = ""
    default: str = ""
    then: tuple[str, ...] = ()
    form: str = ""
    choose: tuple[str, ...] = ()
    email: Email | None = None
    file: File | None = None
    command: str = ""
    plan: str = ""
    delete: str = ""
    absence: Absence | None = None
    steps: tuple[str, ...] = ()
    note: str = ""
    effect: str = ""
    limits: tuple[str, ...] = ()
    done: str = ""
    undo: str = ""
    labels: tuple[ScreenLabels, ...] = ()
    doubt: str = ""
    unseen: tuple[Unseen, ...] = ()

    @property
    def menus(self) -> tuple[Menu, ...]:
        """The stations of its path before the switch itself."""
        end = self.switch or self.delete or self.form
        return self.path[:-1] if self.path and end and self.path[-1].label == end else self.path


class Claim(NamedTuple):
    """A statement in prose with its citations; `doubt` says what about it is not certain."""

    text: str
    doubt: str = ""
    audience: Audience = Audience()


class Difference(NamedTuple):
    """What is different for some readers; `training` is their status where it is another than the platform's."""

    text: str
    audience: Audience
    training: Training | None = None
    basis: Basis = "stated"
    doubt: str = ""


class Lookalike(NamedTuple):
    """A setting that people take for a refusal of training and that is none."""

    name: str
    text: str
    path: tuple[Menu, ...] = ()
    link: str = ""
    audience: Audience = Audience()
    doubt: str = ""
    unseen: tuple[Unseen, ...] = ()


class Event(NamedTuple):
    """Something that changed, and when; `noted` is the day since when it is told here, or told as it is, if given."""

    date: Date
    text: str
    doubt: str = ""
    audience: Audience = Audience()
    noted: Date | None = None


class Crawler(NamedTuple):
    """A robot that fetches web pages: its name in robots.txt, what it is for, whether it obeys, its addresses.

    `purposes` is what `purpose` comes to for whoever chooses by it, empty where nobody says: it fetches what models are
    trained on, what a search shows, what a person asked for, or what an agent works with. `known` is "listed" where
    only lists of others name it and no page of whoever runs it was found, "renamed" and "ended" where it goes by
    another name now or fetches no more. `since` is when it was known at the latest: the day on which
    a list first had it.
    """

    token: str
    purpose: str
    purposes: tuple[Purpose, ...] = ()
    known: Standing = "documented"
    since: Date | None = None
    obeys: str = ""
    agent: str = ""
    addresses: str = ""


class Source(NamedTuple):
    """Where a claim can be read: at its publisher's own address, as far as that is known.

    `date` is the one that the document itself gives, `seen` the day of the archived copy that was read.
    `audience` is the regions for whose readers it was written, empty where it is for all of them. `taken_from` is the
    entry that it came from with a way that is written there. `language` is the tag of the quote's language, in lower
    case; empty where it is English.
    """

    id: str
    title: str
    publisher: str
    kind: SourceKind
    url: str = ""
    archived: str = ""
    date: Date | None = None
    seen: Date | None = None
    quote: str = ""
    language: str = ""
    audience: Audience = Audience()
    taken_from: str = ""

    @property
    def known(self) -> Date | None:
        """When it is known to have said this: its own date, or else the day of its copy."""
        return self.date or self.seen


class Terms(NamedTuple):
    """Documents of the operator as Open Terms Archive keeps them: those of `service` in the collection `collection`.

    `audience` is the regions for whose readers this edition is written, empty where it is for all of them.
    """

    collection: str
    service: str
    documents: tuple[str, ...]
    audience: Audience = Audience()


class Addressee(NamedTuple):
    """Whom a letter can be sent to: `post` are the lines of the postal address below the name, without the country.

    `country` is its code. What is not known is empty.
    """

    name: str = ""
    post: str = ""
    country: str = ""
    email: str = ""
    form: str = ""


class ContactPoint(NamedTuple):
    """Who answers for the personal data of some readers, and how to reach them.

    `controller` is a legal name, and the address beside it the controller's own; `officer` the data protection
    officer, `representative_eu` and `representative_uk` those of a controller from outside (Article 27 of the GDPR and
    of the UK GDPR). `extent` is "company" where all entries of the company have it.
    """

    controller: str
    evidence: tuple[str, ...]
    extent: Extent = "platform"
    audience: Audience = Audience()
    post: str = ""
    country: str = ""
    email: str = ""
    form: str = ""
    officer: Addressee | None = None
    representative_eu: Addressee | None = None
    representative_uk: Addressee | None = None
    doubt: str = ""


class Platform(NamedTuple):
    """One entry of the catalog.

    `question` is the guide's title where the usual one would not fit; `trainer` is "others" where the platform trains
    nothing itself but is a way to refuse others: a standard, a service that keeps crawlers away. `topics` are whom or
    what the entry is of use to beyond everybody. `basis` is "concluded"
    where nobody stated the status and the entry concludes it.
    """

    slug: str
    name: str
    category: Category
    training: Training
    summary: str
    checked: Date
    sources: tuple[Source, ...]
    company: str = ""
    aliases: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country_domains: tuple[str, ...] = ()
    logins: tuple[str, ...] = ()
    apps: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    question: str = ""
    trainer: Trainer = "operator"
    basis: Basis = "stated"
    scope: str = ""
    doubt: str = ""
    uses: tuple[Claim, ...] = ()
    spares: tuple[Claim, ...] = ()
    controls: tuple[Control, ...] = ()
    lookalikes: tuple[Lookalike, ...] = ()
    limits: tuple[Claim, ...] = ()
    differences: tuple[Difference, ...] = ()
    history: tuple[Event, ...] = ()
    conflicts: tuple[Claim, ...] = ()
    crawlers: tuple[Crawler, ...] = ()
    see: tuple[tuple[str, str], ...] = ()
    terms: tuple[Terms, ...] = ()
    contacts: tuple[ContactPoint, ...] = ()

    def __hash__(self) -> int:
        """As that of its slug: what equals it has the same, and looking at all else each time costs much."""
        return hash(self.slug)


class Stub(NamedTuple):
    """A platform that goes by another name now; `now` is the slug of its entry."""

    slug: str
    name: str
    now: str
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
