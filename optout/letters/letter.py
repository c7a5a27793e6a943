"""What a letter is made of: the law, the right, what the entry knows, and what the person says of themselves.

Everything that a person gives is lines of text that can be seen, and nothing else: it is never a template, a header or
markup, whatever it looks like.
"""

import re
from typing import NamedTuple

from optout.guide.reader import Reader, in_region
from optout.letters.contact import FoundContact
from optout.letters.deadlines import Day
from optout.letters.kinds import Kind
from optout.letters.law import Law, Right, SupervisoryAuthority
from optout.model import Addressee, Platform, Source
from optout.prose import cited, parse
from optout.text import one_line, shown

_MOST_USES = 5
AMERICAN_PAPER = ("US", "CA", "MX", "PH", "CL", "CO", "VE")


class Sender(NamedTuple):
    """Who writes: as they say it, each text one line; `address` are the lines below the name."""

    name: str = ""
    address: tuple[str, ...] = ()
    email: str = ""
    account: str = ""


class Wanted(NamedTuple):
    """What somebody wants to say: the kind of letter, their reason by paragraphs, and what happened before.

    `switched` says that they have refused by the setting that there is. `earlier` are the letters before this one, by
    day and kind, oldest first; `due` is the last day on which the first of them could be answered, once it is over.
    """

    kind: Kind
    language: str
    date: Day
    region: str = ""
    reason: tuple[str, ...] = ()
    switched: bool = False
    earlier: tuple[tuple[Day, Kind], ...] = ()
    due: Day | None = None


class OwnWords(NamedTuple):
    """What an operator says itself, where, and since when."""

    text: str
    title: str
    date: str
    address: str


class Recipient(NamedTuple):
    """To whom it goes: the lines of an address with the country's code apart, a mailbox, a form."""

    lines: tuple[str, ...]
    country: str = ""
    email: str = ""
    form: str = ""


class Draft(NamedTuple):
    """Everything that the template of a letter can say; what is not known is empty.

    `brief` asks for what has to be said and no more. `locale` is the language as it is spoken where the law holds, such
    as pt-BR. `article`, `also`, `within` and `complaint` are articles as the letter's language names them.
    """

    kind: Kind
    language: str
    locale: str
    date: Day
    platform: str
    controller: str
    law: str
    later: bool
    right: Right
    article: str
    also: str
    within: str
    complaint: str
    me: str
    account: str
    reason: tuple[str, ...]
    quote: OwnWords | None
    uses: tuple[str, ...]
    switch: str
    earlier: tuple[tuple[Day, Kind], ...]
    due: Day | None
    brief: bool = False

    @property
    def form(self) -> str:
        """As what the law knows it."""
        return self.right.form

    @property
    def period(self) -> object:
        """The time for an answer."""
        return self.right.period

    @property
    def needs_reason(self) -> bool:
        """Whether the law asks for a reason of one's own."""
        return self.right.reason == "needed"

    @property
    def before(self) -> Day | None:
        """When the first letter was sent."""
        return self.earlier[0][0] if self.earlier else None

    @property
    def before_kind(self) -> str:
        """What the first letter was."""
        return self.earlier[0][1] if self.earlier else ""

    @property
    def history(self) -> tuple[tuple[Day, Kind], ...]:
        """What was sent, and when."""
        return self.earlier


def draft(platform: Platform, law: Law, found: FoundContact | None, sender: Sender, wanted: Wanted) -> Draft:
    """What the letter says, in values."""
    reader = Reader(wanted.region)
    return blank(law, wanted)._replace(
        platform=shown(platform.name),
        controller=shown(found.contact.controller if found else platform.company or platform.name),
        me=one_line(sender.name),
        account=one_line(sender.account),
        quote=_quote(platform, reader),
        uses=tuple(_uses(platform, reader)[:_MOST_USES]) if wanted.language == "en" else (),
        switch=switch_of(platform, reader) if wanted.switched else "",
    )


def blank(law: Law, wanted: Wanted) -> Draft:
    """What a letter says by a law, whoever writes it about whatever platform: both are still empty."""
    spoken, right = wanted.language, law.right(wanted.kind)
    asked = law.right(wanted.earlier[0][1]) if wanted.earlier else right
    return Draft(
        kind=wanted.kind,
        language=spoken,
        locale=law.locales.get(spoken, spoken),
        date=wanted.date,
        platform="",
        controller="",
        law=law.names.get(spoken, ""),
        later=bool(law.since and law.since > wanted.date),
        right=right,
        article=right.articles.get(spoken, ""),
        also=right.also.get(spoken, ""),
        within=asked.within.get(spoken, ""),
        complaint=law.right("complaint").articles.get(spoken, ""),
        me="",
        account="",
        reason=tuple(one_line(one) for one in wanted.reason if one.strip()),
        quote=None,
        uses=(),
        switch="",
        earlier=wanted.earlier,
        due=wanted.due,
    )


def to_controller(found: FoundContact | None, platform: Platform) -> Recipient:
    """The controller's data protection officer where there is one, else the controller."""
    if found is None:
        return Recipient((shown(platform.company or platform.name),))
    one = found.contact
    officer = one.officer or Addressee()
    at = officer if officer.post else one
    title = (officer.name or "Data Protection Officer") if one.officer else ""
    lines = [title if officer.name != one.controller else "", one.controller, *at.post.split("\n")]
    return Recipient(
        tuple(shown(line.strip()) for line in lines if line.strip()),
        at.country,
        officer.email or one.email,
        officer.form or one.form,
    )


def to_authority(authority: SupervisoryAuthority) -> Recipient:
    """An authority, for a complaint."""
    return Recipient(
        (authority.name, *authority.post), authority.country, authority.email, authority.form or authority.web
    )


def switch_of(platform: Platform, reader: Reader) -> str:
    """The label of the setting by which somebody can refuse, if there is one for them."""
    return next(
        (
            shown(one.switch)
            for one in platform.controls
            if one.how == "switch" and one.aim == "refuse" and in_region(one.audience, reader) != "no"
        ),
        "",
    )


def paper_for(region: str) -> str:
    """The size of paper in use there: "letter" in most of the Americas, "a4" elsewhere."""
    return "letter" if region.split("-")[0] in AMERICAN_PAPER else "a4"


# What is worth holding against an operator says that it trains, and does not say how to refuse.
_REFUSES = (
    r"\b(?:(?:opt|opts|opted|opting|not|never|no|none|nothing|nobody|neither|stop|off|unless|cannot|before)\b"
    r"|(?:turn|settings?|controls?)\b"
    r"|prohibit|forbid|exclud|ceas|sanitiz|anonymi[sz]|disabl|delet|\w+n[’']t\b)"
)
_TELLS = re.compile(rf"(?i)^(?!.*{_REFUSES})(?=.*\b(?:we|our|us|your)\b).*\b(?:train|learn|develop|improv)")


def _quote(platform: Platform, reader: Reader) -> OwnWords | None:
    """What the operator itself says of the use for training, as far as the entry quotes it."""
    ids = [source.id for source in platform.sources]
    texts = [*(claim.text for claim in platform.uses if in_region(claim.audience, reader) != "no"), platform.summary]
    named = dict.fromkeys(name for text in texts for name in cited(parse(text, ids)))
    known = {source.id: source for source in platform.sources}
    return next((_own(known[id]) for id in named if _is_own(known[id], reader)), None)


def _is_own(source: Source, reader: Reader) -> bool:
    is_telling = source.kind == "official" and source.url and _TELLS.search(source.quote)
    return bool(is_telling) and in_region(source.audience, reader) != "no"


def _own(source: Source) -> OwnWords:
    day = source.known.iso if source.known else ""
    return OwnWords(shown(source.quote.rstrip(".")), shown(source.title), day, source.url)


def _uses(platform: Platform, reader: Reader) -> list[str]:
    ids = [source.id for source in platform.sources]
    found = []
    for claim in platform.uses:
        if in_region(claim.audience, reader) != "no":
            said = "".join(span.text for span in parse(claim.text, ids) if span.kind != "cite")
            found.append(" ".join(said.split()))
    return found
