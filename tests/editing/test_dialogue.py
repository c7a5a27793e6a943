"""The dialogue of `optout new`, without a terminal: an asker is a list of lines."""

from collections.abc import Iterable

import pytest

from optout.catalog import Catalog
from optout.editing.dialogue import agrees, ask, checked, enter, refuse_twice, tell_alike
from optout.editing.new import slug
from optout.editing.questions import QUESTIONS, Answers, explained, how, typed
from optout.errors import OptoutError, UsageProblem
from optout.model import CATEGORIES, HOWS, Email, Platform
from tests.conftest import EXAMPLE

CATALOG = Catalog(EXAMPLE.read_bytes(), "example.yaml")
BOLD = Answers(
    name="Bold", category="social", training="no-training", summary="Bold does not train AI.", source_title="AI",
    source_publisher="Bold", source_kind="official",
)  # fmt: skip


class Asker:
    """Answers with these lines, one after the other, or stops at ^C; keeps what it was told and asked."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = iter(lines)
        self.said: list[str] = []

    def say(self, text: str) -> None:
        """Keep it."""
        self.said.append(text)

    def line(self, question: str) -> str:
        """The next line."""
        self.said.append(question)
        line = next(self.lines)
        if line == "^C":
            raise KeyboardInterrupt
        return line

    def keep(self, answers: Answers) -> None:
        """Keep them as a line to type."""
        self.said.append(" ".join(typed(answers)))


def test_what_is_given_is_not_asked() -> None:
    """Only what is open is, and Enter leaves out what may be left out."""
    asker = Asker(["", "", ""])
    assert ask(BOLD, lambda: CATALOG, asker) == BOLD
    assert asker.said[1:] == [
        "Its domain, such as example.com [leave out]: ",
        "Who operates it [leave out]: ",
        "Its address [leave out]: ",
    ]


def test_a_wrong_answer_is_asked_for_again() -> None:
    """With the reason, and only until it is right."""
    asker = Asker(["", "", "nonsense", "", "social", ""])
    assert ask(BOLD._replace(category=""), lambda: CATALOG, asker).category == "social"
    assert [said for said in asker.said if said.startswith("  ")] == [
        f"  this is `nonsense`; expected one of {', '.join(CATEGORIES)}",
        "  this is needed",
    ]


def test_an_entry_that_is_there_is_refused() -> None:
    """By its slug, wherever that comes from, with the place to correct it at."""
    with pytest.raises(OptoutError, match=r"`acme` is in the catalog already, at example.yaml:\d+:1"):
        refuse_twice(CATALOG, BOLD._replace(name="Acme"))
    refuse_twice(CATALOG, BOLD)


def test_entries_that_are_alike_are_named() -> None:
    """The same domain is the same platform, and one has to agree; a name much like it is only told."""
    said: list[str] = []
    assert tell_alike(CATALOG, BOLD._replace(domain="acme.example"), said.append)
    assert said == ["There is `acme` with this name or domain already: optout show acme"]
    with pytest.raises(OptoutError, match="nothing was written"):
        ask(BOLD._replace(domain="acme.example"), lambda: CATALOG, Asker([""] * 20))


@pytest.mark.parametrize(
    ("line", "expected"), [("y", True), (" YES ", True), ("", False), ("n", False), ("yeah", False)]
)
def test_only_yes_is_a_yes(line: str, expected: bool) -> None:
    """Saying nothing is a no."""
    assert agrees("Really?", Asker([line])) is expected


def test_an_address_is_taken_for_a_domain() -> None:
    """`optout new https://...` is what somebody has at hand."""
    answers = checked(BOLD._replace(slug="https://www.bold.example/feed"))
    assert (answers.slug, answers.domain) == ("", "bold.example")
    assert slug(answers) == "bold"
    with pytest.raises(UsageProblem, match="--category"):
        checked(BOLD._replace(category="nonsense"))


def test_an_entry_is_put_in_its_place() -> None:
    """The text with the entry, which can be read, and the line it begins on; the rest stays as it is."""
    text = EXAMPLE.read_text(encoding="utf-8")
    entered = enter(text, BOLD, "2026-11-22", "example.yaml")
    assert entered.text.splitlines()[entered.line - 1] == "bold:"
    added = [line for line in entered.text.splitlines() if line not in text.splitlines()]
    assert added[0] == "bold:"
    assert [one.slug for one in Catalog(entered.text.encode(), "x")] == sorted([*CATALOG.slugs(), "bold"])


_BY_SWITCH = BOLD._replace(training="opt-out", summary="Bold trains AI.", path="Settings > Train", set="off")
_WAYS = {
    "switch": ["Settings > Train", "off", "on", "", "", "eu, us-ca"],
    "form": ["https://bold.example/form", "", ""],
    "email": ["privacy@bold.example", "Object", "I object.", "EU"],
    "file": ["robots.txt", "User-agent: Bold", "", ""],
    "command": ["bold train --off", "", ""],
    "plan": ["", "Business", "", ""],
    "delete": ["Settings > Account", "Delete account", "", ""],
    "none": ["not-found"],
}


@pytest.mark.parametrize("way", HOWS)
def test_every_way_to_refuse_can_be_answered(way: str) -> None:
    """Each is offered with what it means, and makes a control of that kind."""
    asker = Asker(["", "", "?", way, *_WAYS[way], ""])
    answers = ask(BOLD._replace(training="depends", scope="It depends on the plan."), lambda: CATALOG, asker)
    assert any(said.startswith(f"  {way} ") for said in asker.said)
    assert any("add others to the entry later" in said for said in asker.said)
    entered = enter(EXAMPLE.read_text("utf-8"), answers, "2026-11-21", "x")
    entry = next(one.entry for one in Catalog(entered.text.encode(), "x") if one.slug == "bold")
    assert isinstance(entry, Platform)
    assert [control.how for control in entry.controls] == [way]
    assert list(asker.lines) == []


def test_what_matters_to_a_way_is_asked() -> None:
    """A switch's position that nobody touched, a message's subject and text, and of any way the regions."""
    switch = _BY_SWITCH._replace(path="", set="", summary=BOLD.summary)
    answers = ask(switch, lambda: CATALOG, Asker(["", "", "switch", *_WAYS["switch"], ""]))
    assert (answers.default, answers.regions) == ("on", "EU US-CA")
    answers = ask(switch, lambda: CATALOG, Asker(["", "", "email", *_WAYS["email"], ""]))
    entered = enter(EXAMPLE.read_text("utf-8"), answers, "2026-11-21", "x")
    entry = next(one.entry for one in Catalog(entered.text.encode(), "x") if one.slug == "bold")
    assert isinstance(entry, Platform)
    (control,) = entry.controls
    assert control.email == Email("privacy@bold.example", "Object", "I object.")
    assert control.audience.regions == ("EU",)


def test_one_goes_back() -> None:
    """By `<`, as far as the first question; what was said is offered, Enter keeps it and - leaves it out."""
    open_answers = BOLD._replace(name="", domain="bold.example")
    asker = Asker(["<", "Bald", "Bold Inc", "<", "<", "Bold", "", "<", "-", ""])
    assert ask(open_answers, lambda: CATALOG, asker) == BOLD._replace(domain="bold.example")
    assert asker.said[1:] == [
        "Name of the platform: ",
        "Name of the platform: ",
        "Who operates it [leave out]: ",
        "Its address [leave out]: ",
        "Who operates it [Bold Inc; - leaves out]: ",
        "Name of the platform [Bald]: ",
        "Who operates it [Bold Inc; - leaves out]: ",
        "Its address [leave out]: ",
        "Who operates it [Bold Inc; - leaves out]: ",
        "Its address [leave out]: ",
    ]


def test_the_way_to_refuse_can_be_chosen_anew() -> None:
    """What was said of another way is not said of the entry."""
    lines = ["", "", "form", "https://bold.example/form", "<", "<", "email", "privacy@bold.example", "", "", "", ""]
    answers = ask(_BY_SWITCH._replace(path="", set=""), lambda: CATALOG, Asker(lines))
    assert (how(answers), answers.form, answers.email) == ("email", "", "privacy@bold.example")


def test_whoever_stops_is_given_a_line_to_go_on_with() -> None:
    """All that was answered, so that only the rest is asked then."""
    asker = Asker(["", "Bold Inc", "switch", "Settings > Train", "^C"])
    with pytest.raises(KeyboardInterrupt):
        ask(_BY_SWITCH._replace(path="", set=""), lambda: CATALOG, asker)
    assert asker.said[-1] == (
        "--name Bold --company Bold Inc --category social --training opt-out --summary Bold trains AI. "
        "--path Settings > Train --source-title AI --source-publisher Bold --source-kind official"
    )


def test_whoever_doubts_loses_nothing() -> None:
    """Ctrl-C, or a no, where an entry may be the same: what was said is given back there, too."""
    for line in ("^C", ""):
        asker = Asker(["acme.example", "", line])
        with pytest.raises((KeyboardInterrupt, OptoutError)):
            ask(BOLD, lambda: CATALOG, asker)
        assert asker.said[-1].startswith("--name Bold --domain acme.example --category social")


def test_every_answer_has_its_words() -> None:
    """Typed again, they are the same answers."""
    said = {one.name: f"{one.name}-1" for one in QUESTIONS}
    words = typed(
        Answers(
            **said,
        )
    )
    assert words[0] == "slug-1"
    assert dict(zip(words[1::2], words[2::2], strict=True)) == {
        one.flag: said[one.name] for one in QUESTIONS if one.name not in ("slug", "how")
    }
    assert typed(Answers(domain="a.example b.example")) == ["--domain", "a.example", "--domain", "b.example"]


def test_every_question_explains_itself() -> None:
    """Also those that could take a question mark for an answer."""
    for question in QUESTIONS:
        assert explained(question)
    asker = Asker(["?", "Other", "", ""])
    assert ask(BOLD._replace(name="", domain="other.example"), lambda: CATALOG, asker).name == "Other"
    assert "  as people call it" in asker.said
