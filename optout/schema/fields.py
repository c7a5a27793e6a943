"""Every field of an entry, declared once: a table for each part, in the order in which `optout format` writes it.

A row says what the field holds and how that is read, what it is to a reader, and what people are told of it. Whatever
goes through all fields goes through these rows: decoder, JSON Schema and editors, CONTRIBUTING's tables, `format`, the
rules, search, the link checker, and the tests, which draw every field.
"""

from optout.address.systems import SYSTEMS
from optout.model import (
    ABSENCES,
    AIMS,
    BASES,
    CATEGORIES,
    EXTENTS,
    PURPOSES,
    SOURCE_KINDS,
    STANDINGS,
    SURFACES,
    TOPICS,
    TRAINERS,
    TRAININGS,
    UNSEENS,
    WHOS,
    Addressee,
    Claim,
    ContactPoint,
    Crawler,
    Difference,
    Email,
    Event,
    File,
    How,
    Lookalike,
    Platform,
    ScreenLabels,
    Source,
    Stub,
    Terms,
    Topic,
)
from optout.schema import build, paths, values
from optout.schema.record import Field, Holds, Items, Kind, Named, Nested, Shown, Value

# What the words that an entry can say of training mean.
TRAINING = {
    "opt-out": "it trains on what you do there unless you act",
    "opt-in": "it trains only after you have agreed",
    "no-training": "the operator says that it does not train on it",
    "no-control": "it trains, and there is no way to refuse, or none was found",
    "depends": "one of the above, depending on region, plan, account or data: say on what in `scope` and `differences`",
}

# What an entry of a topic is about.
TOPIC: dict[Topic, str] = {
    "children": "games, videos and networks of the young, and whatever the entry says something of minors about",
    "artists": "photographs, drawings, designs, models in 3D",
    "writers": "what is written to be read by others: books, articles, stories, blogs",
    "musicians": "music and songs, for those who make them",
    "developers": "code, and what programs are made with",
    "site-owners": "what is done on a website of one's own; every entry with a way for `who: site-owner`",
    "administrators": "every entry with a way for `who: admin`",
    "voice": "what is said aloud: calls, meetings, recordings, dictation",
    "health": "the body, illness and care",
}

_LINE = Value(values.line)
_LINES = Items(_LINE)
_BLOCK = Value(values.block)
_LETTER = Value(values.letter)
_ADDRESS = Value(values.address)
_POSITION = Value(values.position)
_PATH = Value(paths.menus)
_REGIONS = Items(Value(values.region))
_DOMAINS = Items(Value(values.domain))
_APPS = Items(Value(values.app))
_TRAINING = Value(values.Word(*TRAININGS))


def _needed(holds: Holds, kind: Kind, text: str, expected: str = "", shown: Shown = "full") -> Field:
    """A field that must be given; where it is missing, `expected` says what is, or else what is told of the field."""
    return Field(holds, kind, text, expected or text, shown=shown)


AUDIENCE = {
    "regions": Field(_REGIONS, "region", "only for these regions: ISO 3166 codes, US-CA, and the groups EU and EEA"),
    "regions-except": Field(_REGIONS, "region", "for everybody but these regions", attribute="regions_except"),
    "plans": Field(
        _LINES,
        "plan",
        "only for these plans, by their operator's names, or Personal, Business, Enterprise, API",
    ),
    "plans-except": Field(_LINES, "plan", "for everybody but these plans", attribute="plans_except"),
}
_PLACES = {name: field for name, field in AUDIENCE.items() if name.startswith("regions")}
_UNSEENS = Items(Value(values.Word(*UNSEENS)))
_BASIS = Field(
    Value(values.Word(*BASES)),
    "word",
    "`concluded` where nobody stated the status: the guide says so beside it",
    shown="short",
)
CLAIM = Nested(
    "claim",
    build.for_some(Claim),
    {
        **AUDIENCE,
        "text": _needed(_LINE, "claim", "the sentence", "a sentence"),
        "doubt": Field(_LINE, "prose", "what about it is not certain"),
    },
    brief="text",
)
EMAIL = Nested(
    "email",
    build.plainly(Email),
    {
        "to": _needed(Value(values.mailbox), "mailbox", "the address", "an e-mail address", shown="short"),
        "subject": Field(_LINE, "copy", "the subject asked for", shown="short"),
        "body": Field(_LETTER, "copy", "the text asked for", shown="short"),
    },
)
FILE = Nested(
    "file",
    build.plainly(File),
    {
        "name": _needed(_LINE, "copy", "the file's name", shown="short"),
        "text": _needed(
            Value(values.file_text), "copy", "the text, letter by letter", "the file's text", shown="short"
        ),
    },
)
SCREEN_LABELS = Nested(
    "screen-labels",
    build.named(ScreenLabels, "language"),
    {
        "path": Field(_PATH, "path", "the menus, as in a control; hints in that language, too"),
        "label": Field(_LINE, "label", "what the switch, the button or the form is called there"),
        "set": Field(_LINE, "label", "the option to choose there, if the switch has others than on and off"),
        "doubt": Field(_LINE, "prose", "what is not certain about these labels"),
        "evidence": _needed(_LINES, "id", "the ids of the sources that print them"),
    },
)
_DOING: tuple[How, ...] = ("switch", "form", "email", "file", "command", "plan", "delete")
_ON_SCREEN: tuple[How, ...] = ("switch", "form", "file", "command", "plan", "delete")
_CONTROL = {
    "name": Field(_LINE, "name", "what this way is called; the switch's label if left out", shown="short"),
    "where": Field(Items(Value(values.Word(*SURFACES))), "word", ", ".join(SURFACES), beside=_DOING, shown="short"),
    "who": Field(
        Value(values.Word(*WHOS)), "word", f"{', '.join(WHOS)}; member if left out", beside=_DOING, shown="short"
    ),
    **AUDIENCE,
    "right": Field(
        _LINE,
        "name",
        "the law under which it is an objection, which the operator weighs: `GDPR`",
        beside=_DOING,
        shown="short",
    ),
    "aim": Field(
        Value(values.Word(*AIMS)),
        "word",
        "`lessen` where it refuses nothing and only makes less of it",
        beside=_DOING,
        shown="short",
    ),
    "needs": Field(_LINE, "prose", "what one must have first, such as `signed in`", beside=_DOING, shown="short"),
    "each": Field(_LINE, "name", "what it must be chosen for anew: chat", beside=_DOING, shown="short"),
    "together": Field(
        _LINE,
        "way",
        "a name for the ways of the entry that are needed together: each of them has the same",
        beside=_DOING,
        shown="data",
    ),
    "same-as": Field(
        _LINE,
        "way",
        "the `name` of the way that this is as well, on another device or by another page",
        attribute="same_as",
        beside=_DOING,
        shown="data",
    ),
    "taken-from": Field(
        Value(values.slug),
        "way",
        "the slug of the entry in which this way is written, under this `name`: for what several entries share",
        attribute="taken_from",
        shown="data",
    ),
    "path": Field(
        _PATH,
        "path",
        "labels with ` > ` between them, hints in round brackets: `Settings > Privacy (at the bottom)`",
        beside=_ON_SCREEN,
        shown="short",
    ),
    "switch": Field(
        Value(values.label), "label", "a switch: its label; the last station of `path` if left out", shown="short"
    ),
    "set": Field(
        _POSITION,
        "position",
        "with a switch, its refusing position: `on`, `off` or `'Option on screen'` (quoted if it is a word like No)",
        beside=("switch",),
        shown="short",
    ),
    "default": Field(
        _POSITION, "position", "where the switch stands if nobody touched it", beside=("switch",), shown="short"
    ),
    "then": Field(
        _LINES,
        "label",
        "buttons to press afterwards",
        beside=("switch", "form", "file", "plan", "delete"),
        shown="short",
    ),
    "link": Field(
        Value(values.setting),
        "setting",
        f"the setting's own address; for a computer also such as {', '.join(f'`{one.example}`' for one in SYSTEMS)}",
        beside=("switch", "file", "command", "plan", "delete"),
        shown="short",
    ),
    "form": Field(
        Value(values.form),
        "form",
        "a web form: its address, or the label that leads to it at the end of `path`",
        shown="short",
    ),
    "choose": Field(_LINES, "label", "what to pick in the form", beside=("form",), shown="short"),
    "email": Field(EMAIL, "part", "a message"),
    "file": Field(FILE, "part", "a text to publish or configure"),
    "command": Field(_BLOCK, "copy", "a command or API call", shown="short"),
    "plan": Field(_LINE, "label", "another plan or kind of account", shown="short"),
    "delete": Field(_LINE, "label", "deleting: the label of the button", shown="short"),
    "none": Field(
        Value(values.Word(*ABSENCES)),
        "word",
        "there is no way: `stated` by the operator, or `not-found`",
        attribute="absence",
        shown="short",
    ),
    "steps": Field(
        _LINES, "prose", "the steps in words, only where all that is not enough", beside=_DOING, shown="short"
    ),
    "note": Field(_LINE, "prose", "what else to know before one starts", shown="short"),
    "effect": Field(_LINE, "prose", "what is different from then on", beside=_DOING),
    "limits": Field(_LINES, "prose", "what this way does not do", beside=_DOING),
    "done": Field(
        _LINE, "prose", "how one can tell that it worked, where that is not plain", beside=_DOING, shown="short"
    ),
    "undo": Field(_LINE, "prose", "the way back, where it is not the same switch", beside=_DOING),
    "labels": Field(
        Named(SCREEN_LABELS, "language"),
        "part",
        "what stands on a screen in another language, under its tag (`de`, `pt-br`), as a source prints it",
        beside=_ON_SCREEN,
    ),
    "doubt": Field(_LINE, "prose", "what is not certain about this way", shown="short"),
    "unseen": Field(
        _UNSEENS,
        "word",
        f"{', '.join(UNSEENS)}: what was not seen on the operator's own page, though nothing speaks against it",
        beside=_DOING,
        shown="short",
    ),
    "evidence": _needed(_LINES, "id", "the ids of the sources that say so")._replace(unless="taken-from"),
}
CONTROL = Nested("control", build.control(_CONTROL), _CONTROL, written=build.control_as_written)
LOOKALIKE = Nested(
    "lookalike",
    build.for_some(Lookalike),
    {
        "name": _needed(_LINE, "label", "the setting's name", "the name of the setting"),
        "path": Field(_PATH, "path", "the way to it, as in a control"),
        "link": Field(_ADDRESS, "address", "its own address"),
        **AUDIENCE,
        "text": _needed(_LINE, "claim", "what it really does", "what the setting really does"),
        "doubt": Field(_LINE, "prose", "what about it is not certain"),
        "unseen": Field(_UNSEENS, "word", "what of it was not seen on the operator's own page, as in a control"),
    },
)
DIFFERENCE = Nested(
    "difference",
    build.for_some(Difference),
    {
        **AUDIENCE,
        "training": Field(_TRAINING, "word", "the status for them, if it is another one"),
        "basis": _BASIS._replace(shown="full"),
        "text": _needed(_LINE, "claim", "what is different for them"),
        "doubt": Field(_LINE, "prose", "what about it is not certain"),
    },
)
EVENT = Nested(
    "event",
    build.for_some(Event),
    {
        **AUDIENCE,
        "date": _needed(
            Value(values.date),
            "date",
            "2026-07-23, 2026-07 or 2026, as precise as it is known",
            "a date such as 2026-07-23, 2026-07 or 2026",
        ),
        "text": _needed(_LINE, "claim", "what changed"),
        "doubt": Field(_LINE, "prose", "what about it is not certain"),
        "noted": Field(
            Value(values.day),
            "date",
            "the day on which it was entered late or told otherwise: feeds show it as new by that day",
            shown="data",
        ),
    },
)
CRAWLER = Nested(
    "crawler",
    build.plainly(Crawler),
    {
        "token": _needed(_LINE, "copy", "the name that robots.txt uses"),
        "for": Field(
            Items(Value(values.Word(*PURPOSES))),
            "word",
            f"what it fetches pages for, in words to choose by: {', '.join(PURPOSES)}; left out where nobody says",
            attribute="purposes",
        ),
        "known": Field(
            Value(values.Word(*STANDINGS)),
            "word",
            "documented by its operator, if left out; `listed`: named by lists of others only; `renamed`; `ended`",
        ),
        "since": Field(
            Value(values.date),
            "date",
            "when it was known at the latest: the day on which a list first had it",
        ),
        "purpose": _needed(_LINE, "claim", "the same as a sentence"),
        "obeys": Field(_LINE, "prose", "whether it obeys robots.txt"),
        "agent": Field(_LINE, "copy", "its user agent"),
        "addresses": Field(_ADDRESS, "address", "where its network addresses are listed"),
    },
)
SOURCE = Nested(
    "source",
    build.written_for_some(Source, "id"),
    {
        "title": _needed(_LINE, "name", "the title of the page"),
        "publisher": _needed(_LINE, "name", "who publishes it"),
        "kind": _needed(
            Value(values.Word(*SOURCE_KINDS)),
            "word",
            "official (the operator itself), press, community",
            f"one of {', '.join(SOURCE_KINDS)}",
        ),
        **{
            name: field._replace(text="the regions for whose readers it was written, if it is not for all of them")
            if name == "regions"
            else field._replace(text="the regions for whose readers it was not written")
            for name, field in _PLACES.items()
        },
        "url": Field(_ADDRESS, "address", "the page at its publisher's own address"),
        "archived": Field(_ADDRESS, "address", "a copy in an archive"),
        "date": Field(Value(values.date), "date", "when it was published or last changed, as the page itself says"),
        "seen": Field(Value(values.day), "date", "the day of the copy in an archive, where the page gives no date"),
        "quote": Field(Value(values.quote), "quote", f"at most {values.MAX_QUOTE_WORDS} words of it, letter by letter"),
        "language": Field(
            Value(values.language),
            "word",
            "the language of the quote, as a tag such as `de` or `pt-br`, if it is not English",
            shown="data",
        ),
    },
)
TERMS = Nested(
    "terms",
    build.for_some(Terms),
    {
        "collection": _needed(
            _LINE, "word", "the collection, such as `pga`", "the name of a collection such as pga", shown="data"
        ),
        "service": _needed(_LINE, "word", "the service's name there", "the name of a service", shown="data"),
        "documents": _needed(Items(_LINE), "word", "the names of its documents there", shown="data"),
        **{
            name: field._replace(
                text="the regions for whose readers this edition is written, if it is not for all of them"
                if name == "regions"
                else "the regions for whose readers it is not written",
                shown="data",
            )
            for name, field in _PLACES.items()
        },
    },
)
_REACHED = {
    "post": Field(_LETTER, "copy", "the postal address, line by line, without name and country", shown="data"),
    "country": Field(Value(values.region), "region", "the country of the postal address, by its code", shown="data"),
    "email": Field(Value(values.mailbox), "mailbox", "the mailbox for requests about personal data", shown="data"),
    "form": Field(_ADDRESS, "address", "the form for such requests", shown="data"),
}
ADDRESSEE = Nested(
    "addressee",
    build.plainly(Addressee),
    {"name": Field(_LINE, "name", "who that is, as the operator says it", shown="data"), **_REACHED},
)
CONTACT = Nested(
    "contact",
    build.for_some(ContactPoint),
    {
        "for": Field(
            Value(values.Word(*EXTENTS)),
            "word",
            "`company` where it is the contact of all entries of the company; `platform` if left out",
            attribute="extent",
            shown="data",
        ),
        **{
            name: field._replace(
                text="the regions for whose readers it is, if not for all of them"
                if name == "regions"
                else "the regions for whose readers it is not",
                shown="data",
            )
            for name, field in _PLACES.items()
        },
        "controller": _needed(
            _LINE, "name", "who answers for the data, by the legal name", "the legal name of the controller", "data"
        ),
        **_REACHED,
        "officer": Field(ADDRESSEE, "part", "the data protection officer"),
        "representative-eu": Field(
            ADDRESSEE,
            "part",
            "the representative in the EU of a controller from outside",
            attribute="representative_eu",
        ),
        "representative-uk": Field(
            ADDRESSEE,
            "part",
            "the representative in the United Kingdom of a controller from outside",
            attribute="representative_uk",
        ),
        "doubt": Field(_LINE, "prose", "what about it is not certain", shown="data"),
        "evidence": _needed(_LINES, "id", "the ids of the sources that say so", shown="data"),
    },
)
PLATFORM = Nested(
    "platform",
    build.named(Platform, "slug"),
    {
        "name": _needed(_LINE, "name", "as people call it", "the platform's name", shown="short"),
        "aliases": Field(_LINES, "name", "other names that people search by"),
        "formerly": Field(_LINES, "name", "former names"),
        "company": Field(_LINE, "name", "who operates it"),
        "category": _needed(
            Value(values.Word(*CATEGORIES)),
            "word",
            ", ".join(CATEGORIES),
            f"one of {', '.join(CATEGORIES)}",
            shown="data",
        ),
        "topics": Field(
            Items(Value(values.Word(*TOPICS))),
            "word",
            f"whom or what it is of use to in particular: {', '.join(TOPICS)}",
            shown="data",
        ),
        "domains": Field(_DOMAINS, "domain", "its domains, as a password manager has them", shown="data"),
        "country-domains": Field(
            _DOMAINS,
            "word",
            "those of `domains` whose name it has in other countries too: `example.com` for example.de, example.co.uk",
            attribute="country_domains",
            shown="data",
        ),
        "logins": Field(
            _DOMAINS,
            "word",
            "where one signs in to it with an account that serves other platforms as well: `google.com`",
            shown="data",
        ),
        "apps": Field(
            _APPS,
            "word",
            "ids of its apps that do not begin with a domain of its own backwards, as `com.example.android` does",
            shown="data",
        ),
        "training": _needed(_TRAINING, "word", "the status", f"one of {', '.join(TRAININGS)}", shown="short"),
        "basis": _BASIS,
        "summary": _needed(
            _LINE,
            "claim",
            "the answer in one sentence, which cites its source",
            "the answer in one sentence",
            shown="short",
        ),
        "question": Field(_LINE, "name", "the guide's title, where the usual question would not fit"),
        "trainer": Field(
            Value(values.Word(*TRAINERS)),
            "word",
            "`others` for a standard or service that trains nothing itself but is a way to refuse others",
            shown="short",
        ),
        "scope": Field(_LINE, "claim", "for which accounts, plans or regions the status holds"),
        "doubt": Field(_LINE, "prose", "what is uncertain about the status itself", shown="short"),
        "checked": _needed(
            Value(values.day),
            "date",
            "the day on which somebody compared the entry with its sources",
            "the date on which somebody compared this entry with its sources",
            shown="short",
        ),
        "uses": Field(Items(CLAIM), "part", "what is used for training"),
        "spares": Field(Items(CLAIM), "part", "what is left alone"),
        "controls": Field(
            Items(CONTROL), "part", "the ways to refuse, best first as far as the order of ways leaves it open"
        ),
        "limits": Field(Items(CLAIM), "part", "what refusing does not do"),
        "lookalikes": Field(
            Items(LOOKALIKE), "part", "settings that people take for a refusal of training and that are none"
        ),
        "differences": Field(Items(DIFFERENCE), "part", "what is different for some readers"),
        "history": Field(Items(EVENT), "part", "what changed, and when, oldest first"),
        "conflicts": Field(Items(CLAIM), "part", "where sources disagree, and which one the guide follows"),
        "crawlers": Field(Items(CRAWLER), "part", "the robots that fetch web pages, for those who run sites"),
        "see": Field(Named(_LINE), "prose", "related platforms: `slug: why`"),
        "terms": Field(Items(TERMS), "part", "its terms as Open Terms Archive keeps them, for `optout terms`"),
        "contacts": Field(Items(CONTACT), "part", "whom to write to about personal data"),
        "sources": _needed(
            Named(SOURCE),
            "part",
            "where all that can be read, each under an `id:` to cite it by",
            "at least one source, under an id to cite it by",
        ),
    },
    written=build.platform_as_written,
)
STUB = Nested(
    "stub",
    build.named(Stub, "slug"),
    {
        "name": _needed(_LINE, "name", "the former name"),
        "now": _needed(Value(values.slug), "id", "the slug of the entry it leads to"),
        "aliases": Field(_LINES, "name", "other names that people search by"),
        "domains": Field(_DOMAINS, "domain", "domains that belonged to it"),
    },
)
PARTS = (
    PLATFORM,
    STUB,
    CLAIM,
    CONTROL,
    SCREEN_LABELS,
    EMAIL,
    FILE,
    LOOKALIKE,
    DIFFERENCE,
    EVENT,
    CRAWLER,
    TERMS,
    ADDRESSEE,
    CONTACT,
    SOURCE,
)


def field_names() -> frozenset[str]:
    """The names of all fields, whatever part of an entry they belong to."""
    return frozenset(name for part in PARTS for name in part.fields)


def told(field: Field) -> str:
    """What people are told of a field: of one that holds a part, with the names of that part's fields."""
    held = field.holds.item if isinstance(field.holds, Items | Named) else field.holds
    if not isinstance(held, Nested) or held in (CLAIM, CONTROL):
        return field.text
    names = [f"`{name}`" for name in held.fields if name not in AUDIENCE]
    return f"{field.text}: {', '.join(names)}{'' if len(names) == len(held.fields) else ', and for whom'}"
