"""For whom something holds: how that is said, and what changed about it."""

from optout.diff.change import Item
from optout.guide import words
from optout.messages import Value, message
from optout.model import Audience


def for_whom(audience: Audience) -> Value:
    """An audience as it is said, also where it is everybody."""
    return words.audience(audience) or message("diff-for-everybody")


def compare_audiences(field: str, what: Value, old: Audience, new: Audience, matters: bool = True) -> Item:
    """For whom something holds: the order in which regions and plans are listed says nothing."""
    before, after = codes(old), codes(new)
    if all(set(one) == set(other) for one, other in zip(old, new, strict=True)):
        return Item(field, message("diff-audience-reordered", what=what), False, before=before, after=after)
    clause = message("diff-audience", what=what, new=for_whom(new), old=for_whom(old))
    return Item(field, clause, matters, before=before, after=after)


def codes(audience: Audience) -> str:
    """An audience as an entry gives it: "regions: EU, GB; plans-except: Team"; empty for everybody."""
    given = ((name.replace("_", "-"), ", ".join(codes)) for name, codes in audience._asdict().items() if codes)
    return "; ".join(f"{name}: {codes}" for name, codes in given)
