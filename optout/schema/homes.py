"""Where in an entry a field belongs, for whoever wrote it somewhere else."""

from collections.abc import Iterator

from optout.schema.fields import AUDIENCE, PLATFORM
from optout.schema.record import Field, Items, Named, Nested
from optout.schema.strange import HOME

_MOST = 3  # places to name


def common(names: tuple[str, ...]) -> str:
    """Where several fields stand together, in words; empty if that is not certain."""
    if all(name in PLATFORM.fields for name in names):
        return f"them {HOME}"
    holders = [holder for holder, part in _parts(PLATFORM.fields, "") if set(names) <= set(part.fields)]
    return f"them in {' or '.join(holders)}, with the other fields there" if 0 < len(holders) <= _MOST else ""


def home(name: str) -> str:
    """Where the field `name` stands, in words; empty if it stands nowhere, or in too many places to name."""
    if name in PLATFORM.fields:
        return f"`{name}` {HOME}"
    found = [(holder.count("`"), holder) for holder, part in _parts(PLATFORM.fields, "") if name in part.fields]
    nearest = [holder for depth, holder in found if depth == min(found)[0]]
    if name in AUDIENCE:
        return f"`{name}` in one of `controls` or `differences`; for all of the entry, `scope` says it in words"
    if not nearest or len(nearest) > _MOST:
        return ""
    return f"`{name}` in {' or '.join(nearest)}, with the other fields there"


def _parts(fields: dict[str, Field], within: str) -> Iterator[tuple[str, Nested]]:
    for name, field in fields.items():
        several = isinstance(field.holds, Items | Named)
        held = field.holds.item if isinstance(field.holds, Items | Named) else field.holds
        if isinstance(held, Nested):
            here = f"{'one of ' * several}`{name}`{within}"
            yield here, held
            yield from _parts(held.fields, f" of {here}")
