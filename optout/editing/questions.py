"""The questions that a new entry takes, what their answers may be, and what is wrong with one."""

import re
from collections.abc import Callable
from typing import NamedTuple

from optout.catalog.hosts import host
from optout.catalog.names import slugify
from optout.model import HOWS
from optout.problem import Place
from optout.schema import values
from optout.schema.fields import CONTROL, EMAIL, FILE, PLATFORM, SOURCE, STUB, TRAINING
from optout.schema.record import Decoder, Holds, Items, Value
from optout.source.node import Scalar
from optout.text import unseen


class Answers(NamedTuple):
    """What somebody said of a platform; empty where nothing was. Several domains or regions have spaces between."""

    name: str = ""
    slug: str = ""
    domain: str = ""
    company: str = ""
    category: str = ""
    training: str = ""
    scope: str = ""
    summary: str = ""
    how: str = ""
    path: str = ""
    switch: str = ""
    set: str = ""
    default: str = ""
    link: str = ""
    form: str = ""
    email: str = ""
    subject: str = ""
    body: str = ""
    none: str = ""
    file_name: str = ""
    file_text: str = ""
    command: str = ""
    plan: str = ""
    delete: str = ""
    where: str = ""
    regions: str = ""
    source_title: str = ""
    source_publisher: str = ""
    source_kind: str = ""
    source_url: str = ""


class Question(NamedTuple):
    """A question for the answer `name`. `holds` reads the answer; `applies` and `needed` say when it is of use."""

    name: str
    ask: str
    holds: Holds
    needed: Callable[[Answers], bool]
    applies: Callable[[Answers], bool]

    @property
    def flag(self) -> str:
        """What answers it on the command line: --source-title."""
        return _FLAGS.get(self.name, f"--{self.name.replace('_', '-')}")

    @property
    def words(self) -> tuple[str, ...]:
        """The words to choose from, if it takes only some."""
        item = self.holds.item if isinstance(self.holds, Items) else self.holds
        return item.of.allowed if isinstance(item, Value) and isinstance(item.of, values.Word) else ()


def how(answers: Answers) -> str:
    """The way to refuse that the answers describe, as an entry calls it; empty if they describe none yet."""
    told = [way for name, way in _TOLD_BY.items() if getattr(answers, name)]
    is_switch = answers.switch or answers.set or answers.path or answers.link
    return (told or [answers.how or ("switch" if is_switch else "")])[0]


def conflict(answers: Answers) -> str:
    """What cannot be said together, as a sentence; empty if all is well."""
    told = {way: name for name, way in reversed(_TOLD_BY.items()) if getattr(answers, name)}
    ways = [f"--{name.replace('_', '-')}" for _, name in reversed(told.items())]
    ways += ["--switch and --set"] if answers.switch or answers.set else []
    if len(ways) > 1:
        return f"{' and '.join(ways)} are different ways to refuse; give one, and add the others to the entry later"
    if answers.link and how(answers) in ("form", "email", "none"):
        return "--link is the address of a switch; the address of a form goes to --form"
    if answers.where and answers.none:
        return "--where is where a way to refuse works, and --none says that there is none; leave one out"
    return ""


def is_open(question: Question, answers: Answers) -> bool:
    """Whether it has no answer yet and is of use."""
    return not getattr(answers, question.name) and question.applies(answers)


def missing(answers: Answers) -> list[Question]:
    """The open questions without whose answers there is no entry."""
    return [one for one in QUESTIONS if is_open(one, answers) and one.needed(answers)]


def typed(answers: Answers) -> list[str]:
    """What says the same on the command line, word by word; a way to refuse alone has no word."""
    words = [answers.slug] if answers.slug else []
    for question in QUESTIONS:
        answer = getattr(answers, question.name)
        if answer and question.name not in ("slug", "how"):
            for part in _parts(answer) if isinstance(question.holds, Items) else (answer,):
                words += (question.flag, part)
    return words


def tidy(question: Question, text: str) -> str:
    """An answer as the entry has it: a domain out of a pasted address, words in small letters."""
    text = text.strip()
    if question.name == "domain":
        return " ".join(host(part) or part for part in _parts(text))
    if question.name == "regions":
        return " ".join(_parts(text)).upper()
    if isinstance(question.holds, Items):
        return " ".join(_parts(text)).lower()
    return text.lower() if text.lower() in question.words else text


def problem(question: Question, text: str) -> str:
    """What is wrong with an answer, in the decoder's words; empty if nothing is."""
    if wrong := unseen(text, lines=True):
        return f"{wrong} is in this text; expected letters, digits and punctuation"
    holds = question.holds
    item, parts = (holds.item, _parts(text)) if isinstance(holds, Items) else (holds, [text])
    for part in parts:
        decoder = Decoder()
        item.read(decoder, _scalar(unquoted(part) if question.name in _POSITIONS else part, "'"), ())
        if question.name in _POSITIONS and unquoted(part) == part:
            item.read(decoder, _scalar(part, ""), ())
        if decoder.problems:
            return decoder.problems[-1].sentence
    return ""


_FLAGS = {
    "slug": "SLUG",
    "how": "a way to refuse (--set with --path or --switch, --form, --email, --file-name with --file-text, --command, "
    "--plan, or --delete)",
    "regions": "--region",
}
_POSITIONS = ("set", "default")
# Which answer alone tells the way.
_TOLD_BY = {"form": "form", "email": "email", "none": "none", "file_name": "file", "file_text": "file",
            "command": "command", "plan": "plan", "delete": "delete"}  # fmt: skip
_NOWHERE = Place("", 1, 1)


def _scalar(text: str, style: str) -> Scalar:
    return Scalar(text, style, _NOWHERE, _NOWHERE[1:])


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r"[,\s]+", text) if part]


def unquoted(text: str) -> str:
    """An option of a switch as it is called on screen, where it was given in quotes."""
    return text[1:-1] if len(text) > 2 and text[0] == text[-1] and text[0] in "'\"" else text


def _always(answers: Answers) -> bool:
    return True


def _never(answers: Answers) -> bool:
    return False


def _has_no_slug(answers: Answers) -> bool:
    return bool(answers.name) and not slugify(answers.name)


def _depends(answers: Answers) -> bool:
    return answers.training == "depends"


def _by(*ways: str) -> Callable[[Answers], bool]:
    return lambda answers: how(answers) in ways


def _can_refuse(answers: Answers) -> bool:
    return answers.training in ("opt-out", "opt-in", "depends") and not how(answers)


def _must_refuse(answers: Answers) -> bool:
    return answers.training == "opt-out"


def _is_refused_by_path(answers: Answers) -> bool:
    return how(answers) in ("plan", "delete") or (how(answers) == "switch" and not answers.switch)


def _is_unlabelled(answers: Answers) -> bool:
    """A switch whose label is not the last station of its path."""
    last = re.split(r"\s>\s", answers.path)[-1].strip()
    return how(answers) == "switch" and (not last or last.startswith("("))


def _no_control(answers: Answers) -> bool:
    return (answers.training == "no-control" and not how(answers)) or (how(answers) == "none" and not answers.none)


_ITS_WAY = Value(values.Word(*HOWS))
QUESTIONS = (
    Question("name", "Name of the platform", PLATFORM.fields["name"].holds, _always, _always),
    Question(
        "slug", "Its slug: lower-case letters, digits, hyphens", STUB.fields["now"].holds, _has_no_slug, _has_no_slug
    ),
    Question("domain", "Its domain, such as example.com", PLATFORM.fields["domains"].holds, _never, _always),
    Question("company", "Who operates it", PLATFORM.fields["company"].holds, _never, _always),
    Question("category", "Category", PLATFORM.fields["category"].holds, _always, _always),
    Question(
        "training", "Does it train AI on what people do there?", PLATFORM.fields["training"].holds, _always, _always
    ),
    Question("scope", "On what does it depend? One sentence", PLATFORM.fields["scope"].holds, _depends, _depends),
    Question(
        "summary",
        "What it trains on, and what helps, in one sentence",
        PLATFORM.fields["summary"].holds,
        _always,
        _always,
    ),
    Question("how", "How does one refuse?", _ITS_WAY, _must_refuse, _can_refuse),
    Question(
        "none", "No way to refuse: does the operator say so?", CONTROL.fields["none"].holds, _no_control, _no_control
    ),
    Question(
        "path",
        "The menus to it, such as Settings > Privacy > Train",
        CONTROL.fields["path"].holds,
        _never,
        _is_refused_by_path,
    ),
    Question("switch", "The switch's label", CONTROL.fields["switch"].holds, _is_unlabelled, _is_unlabelled),
    Question(
        "set",
        "The position that refuses: off, on, or 'the option'",
        CONTROL.fields["set"].holds,
        _by("switch"),
        _by("switch"),
    ),
    Question(
        "default",
        "Where it stands if nobody touches it: off, on, or 'the option'",
        CONTROL.fields["default"].holds,
        _never,
        _by("switch"),
    ),
    Question("link", "The address of the setting itself", CONTROL.fields["link"].holds, _never, _by("switch")),
    Question("form", "The form's address", CONTROL.fields["form"].holds, _by("form"), _by("form")),
    Question("email", "The address to write to", EMAIL.fields["to"].holds, _by("email"), _by("email")),
    Question("subject", "The subject that is asked for", EMAIL.fields["subject"].holds, _never, _by("email")),
    Question("body", "The text that is asked for", EMAIL.fields["body"].holds, _never, _by("email")),
    Question("file_name", "The file's name, such as robots.txt", FILE.fields["name"].holds, _by("file"), _by("file")),
    Question("file_text", "What stands in it", FILE.fields["text"].holds, _by("file"), _by("file")),
    Question("command", "The command", CONTROL.fields["command"].holds, _by("command"), _by("command")),
    Question("plan", "The plan or kind of account", CONTROL.fields["plan"].holds, _by("plan"), _by("plan")),
    Question("delete", "The label of the button", CONTROL.fields["delete"].holds, _by("delete"), _by("delete")),
    Question(
        "where",
        "Where this works",
        CONTROL.fields["where"].holds,
        _never,
        _by(*(one for one in HOWS if one not in ("email", "none"))),
    ),
    Question(
        "regions",
        "Where it is offered, if not everywhere, such as EU, UK, US-CA",
        CONTROL.fields["regions"].holds,
        _never,
        _by(*(one for one in HOWS if one != "none")),
    ),
    Question(
        "source_title", "The source: title of the page that says so", SOURCE.fields["title"].holds, _always, _always
    ),
    Question("source_publisher", "Who publishes it", SOURCE.fields["publisher"].holds, _always, _always),
    Question("source_kind", "What kind of source is it?", SOURCE.fields["kind"].holds, _always, _always),
    Question("source_url", "Its address", SOURCE.fields["url"].holds, _never, _always),
)
_PARTS = (PLATFORM.fields, CONTROL.fields)
_ASKED = {
    "slug": "what the entry goes by in commands and addresses; made of the name if it has Latin letters",
    "how": "what somebody does who refuses; give the best way, and add others to the entry later",
    "email": "the address itself",
    "subject": EMAIL.fields["subject"].text,
    "body": EMAIL.fields["body"].text,
    "file_name": FILE.fields["name"].text,
    "file_text": FILE.fields["text"].text,
    **{f"source_{name}": field.text for name, field in SOURCE.fields.items()},
}


def explained(question: Question) -> str:
    """What a question is about, as the field that it fills is explained."""
    own = next((fields[question.name].text for fields in _PARTS if question.name in fields), "")
    return _ASKED.get(question.name) or own or PLATFORM.fields["domains"].text


IDENTITY = 3  # so many questions, from the first, tell which platform it is
MEANINGS = {
    "training": TRAINING,
    "how": {
        "switch": "a switch, or a choice on screen",
        "form": "a form on the web",
        "email": "a message to an address",
        "file": "a text to publish or configure, such as robots.txt",
        "command": "a command, or a call of an API",
        "plan": "another plan or kind of account",
        "delete": "deleting the account, or what is there",
        "none": "not at all",
    },
    "none": {"stated": "the operator says that there is none", "not-found": "none was found"},
    "source_kind": {
        "official": "of the operator itself",
        "press": "of a newspaper or magazine",
        "community": "of users",
    },
}
