"""The dialogue of `optout new`, as functions over answers, a catalog and somebody who asks: no terminal is needed."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from optout.catalog import Catalog
from optout.editing import new, questions
from optout.editing.questions import Answers, Question
from optout.errors import OptoutError, UsageProblem

Open = Callable[[], Catalog]


class Asker(Protocol):
    """Somebody to ask: says things, and gives a line for a question."""

    def say(self, text: str) -> None:
        """Tell something."""

    def line(self, question: str) -> str:
        """Ask something, and give what is answered.

        Raises:
            OptoutError: there will be no answer.
            KeyboardInterrupt: somebody wants no more questions.
        """

    def keep(self, answers: Answers) -> None:
        """Tell how to go on later with what was answered so far."""


class Entered(NamedTuple):
    """A catalog's text with the new entry in its place, and the line it begins on."""

    text: str
    line: int


def checked(answers: Answers) -> Answers:
    """The answers that were given beforehand, tidied; an address as the slug is taken for a domain.

    Raises:
        UsageProblem: one cannot be an answer, or two do not fit together.
    """
    for question in questions.QUESTIONS:
        given = getattr(answers, question.name)
        if given and not (question.name == "slug" and _is_address(given)):
            answers = answers._replace(**{question.name: questions.tidy(question, given)})
            if wrong := questions.problem(question, getattr(answers, question.name)):
                raise UsageProblem(f"{question.flag}: {wrong}")
    if wrong := questions.conflict(answers):
        raise UsageProblem(wrong)
    if _is_address(answers.slug):
        return checked(answers._replace(slug="", domain=f"{answers.slug} {answers.domain}".strip()))
    return answers


def refuse_twice(catalog: Catalog, answers: Answers) -> None:
    """Hold that the catalog has no such entry yet.

    Raises:
        OptoutError: it has one.
    """
    slug = new.slug(answers)
    if slug and slug in catalog.slugs():
        decoded = next(one for one in catalog if one.slug == slug)
        raise OptoutError(
            f"`{slug}` is in the catalog already, at {decoded.places[()]}; correct it there, "
            "or give this one another SLUG"
        )


def tell_alike(catalog: Catalog, answers: Answers, say: Callable[[str], None]) -> bool:
    """Name the entries that may be the same platform; whether some surely are."""
    same, near = new.alike((one.entry for one in catalog if one.entry), answers)
    for slug in same:
        say(f"There is `{slug}` with this name or domain already: optout show {slug}")
    for slug in near:
        say(f"There is `{slug}`, which has a name much like it: optout show {slug}")
    return bool(same)


def ask(answers: Answers, open: Open, asker: Asker) -> Answers:
    """Ask every open question, the optional ones too; `open` gives the catalog as it is by then.

    Whoever goes back gives the answer before anew, or keeps it; whoever stops, or is stopped, is told how to go on.

    Raises:
        OptoutError: there is such an entry, or nobody wants another, or answers anything more.
        KeyboardInterrupt: somebody stopped.
    """
    asker.say(
        "A new entry. Enter leaves out what may be left out; ? explains; < goes back. Ctrl-C stops: nothing is "
        "written, and what you said is given back as a line to type."
    )
    asked: list[tuple[int, Answers]] = []
    earlier = answers
    at = 0
    try:
        while at < len(questions.QUESTIONS):
            if at == questions.IDENTITY:
                _hold_new(answers, open(), asker)
            question = questions.QUESTIONS[at]
            if questions.is_open(question, answers):
                answer = _answer(question, question.needed(answers), getattr(earlier, question.name), asker)
                if answer is None:
                    at, answers = asked.pop() if asked else (at, answers)
                    continue
                asked.append((at, answers))
                answers = answers._replace(**{question.name: answer})
                earlier = earlier._replace(**{question.name: answer})
            at += 1
    except (KeyboardInterrupt, OptoutError):
        asker.keep(answers)
        raise
    return answers


def _hold_new(answers: Answers, catalog: Catalog, asker: Asker) -> None:
    refuse_twice(catalog, answers)
    if tell_alike(catalog, answers, asker.say) and not agrees("Write another entry all the same?", asker):
        raise OptoutError("nothing was written")


def agrees(question: str, asker: Asker) -> bool:
    """Whether somebody says yes; saying nothing is a no."""
    return asker.line(f"{question} [y/N]: ").strip().lower() in ("y", "yes")


def choose(title: str, choices: Sequence[str], asker: Asker) -> tuple[int, ...]:
    """The positions of those among several things that somebody picks; none where nothing is answered."""
    for number, one in enumerate(choices, 1):
        asker.say(f"  {number}  {one}")
    while True:
        words = asker.line(f"{title}: which of these? Numbers, or nothing: ").replace(",", " ").split()
        if all(word.isdecimal() and 1 <= int(word) <= len(choices) for word in words):
            return tuple(dict.fromkeys(int(word) - 1 for word in words))
        asker.say(f"  numbers from 1 to {len(choices)} are needed")


def enter(text: str, answers: Answers, day: str, file: str) -> Entered:
    """The text of the catalog `file` with the new entry in its place, checked on `day` (ISO 8601).

    Raises:
        OptoutError: the answers do not make an entry that can be read.
    """
    slug = new.slug(answers)
    longer = new.insert(text, slug, new.written(answers, day))
    decoded = next(one for one in Catalog(longer.encode(), file) if one.slug == slug)
    if decoded.problems:
        raise OptoutError(
            "these answers do not make an entry, and nothing was written:",
            *(f"  {problem.message}; expected {problem.expected}" for problem in decoded.problems),
        )
    return Entered(longer, decoded.places[()].line)


def _is_address(slug: str) -> bool:
    return "." in slug or "/" in slug


def _answer(question: Question, is_needed: bool, earlier: str, asker: Asker) -> str | None:
    """One valid answer, or an empty one where none is needed; None to go back. Enter keeps one given `earlier`."""
    for word, meaning in questions.MEANINGS.get(question.name, {}).items():
        asker.say(f"  {word:12} {meaning}")
    words = "" if question.name in questions.MEANINGS or not question.words else f" ({', '.join(question.words)})"
    otherwise = (
        f" [{earlier}{'' if is_needed else '; - leaves out'}]" if earlier else "" if is_needed else " [leave out]"
    )
    prompt = f"{question.ask}{words}{otherwise}: ".replace("?: ", "? ")
    while True:
        text = questions.tidy(question, asker.line(prompt))
        if text == "<":
            return None
        if text == "?":
            asker.say(f"  {questions.explained(question)}")
            continue
        text = "" if text == "-" and earlier else text or earlier
        wrong = questions.problem(question, text) if text else "this is needed" if is_needed else ""
        if not wrong:
            return text
        asker.say(f"  {wrong}")
