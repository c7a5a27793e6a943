"""What tells whether there is something else to do than before: a digest of the entry's values, in no language."""

from zlib import crc32

from optout.guide.choose import Choice
from optout.guide.verdict import Verdict
from optout.model import Audience, Control, Platform
from optout.prose import without_citations


def version(platform: Platform, choice: Choice, verdict: Verdict) -> str:
    """Eight letters that change when the verdict, for anybody, or what one must do to refuse is another.

    `choice` is what there is for everybody. How a thing is said, by the entry or by optout, changes nothing, nor do
    names, notes, doubts and sources.
    """
    differing = [(one.training, _whom(one.audience)) for one in platform.differences if one.training]
    acts = [_act(pick.control) for pick in (*choice.ways, *choice.none)]
    # All that is needed comes first; one way alone is the usual case.
    acts += [(needed,)] if (needed := sum(pick.part == "steps" for pick in choice.ways)) > 1 else []
    return f"{crc32(repr((verdict, differing, acts)).encode('utf-8', 'replace')):08x}"


def _act(control: Control) -> tuple[object, ...]:
    """What somebody does who refuses by this control, and where."""
    return (
        control.how,
        sorted(control.where),
        control.who,
        _whom(control.audience),
        control.each,
        control.link,
        [menu.label or menu.hint for menu in control.path],
        control.switch,
        control.set,
        control.default == control.set,
        control.then,
        control.form,
        control.choose,
        tuple(control.email or ()),
        tuple(control.file or ()),
        control.command,
        control.plan,
        control.delete,
        control.absence,
        [without_citations(step) for step in control.steps],
    )


def _whom(audience: Audience) -> list[list[str]]:
    return [sorted(listed) for listed in audience]
