"""Two catalogs: which entry is which, and what changed about each."""

from collections.abc import Iterable, Iterator
from operator import attrgetter

from optout.diff.change import Change, Item
from optout.diff.match import pair
from optout.diff.platform import compare_platforms
from optout.guide import words
from optout.guide.status import verdict
from optout.messages import Label, message
from optout.model import Platform, Stub
from optout.prose import Span

Entry = Platform | Stub


def compare(old: Iterable[Entry], new: Iterable[Entry]) -> tuple[Change, ...]:
    """Everything that changed from the entries of one catalog to those of another, by name.

    Empty exactly if both hold the same entries, in whatever order.
    """
    # In one order whatever that of the files: of two new entries that fit a lost one equally, the same is taken.
    before, after = ({one.slug: one for one in sorted(entries, key=attrgetter("slug"))} for entries in (old, new))
    moved = dict(_moved(before, after))
    left = [slug for slug in before if slug not in moved]
    came = [slug for slug in after if slug not in before and slug not in moved.values()]
    changes = [
        *(_renamed(before[slug], target, before, after) for slug, target in moved.items()),
        *(both(before[slug], after[slug]) if slug in after else _gone(before[slug]) for slug in left),
        *(_new(after[slug]) for slug in came),
    ]
    return in_order(changes)


def in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that come to something, by name."""
    return tuple(sorted((one for one in changes if one.items), key=lambda one: (one.name.casefold(), one.slug)))


# Which is which


def _moved(before: dict[str, Entry], after: dict[str, Entry]) -> Iterator[tuple[str, str]]:
    """The platforms that go by another slug now: an entry of the old slug says so, or their name or sources show it."""
    left, came = [], [one for one in after.values() if isinstance(one, Platform) and one.slug not in before]
    pointed = set()
    for slug, entry in before.items():
        now = after.get(slug)
        if isinstance(entry, Platform) and isinstance(now, Stub):
            pointed.add(now.now)
            yield slug, now.now
        elif isinstance(entry, Platform) and now is None:
            left.append(entry)
    found = pair(left, [one for one in came if one.slug not in pointed], _same_platform, _marks)
    yield from ((old.slug, new.slug) for old, new in found.both)


def _same_platform(old: Platform, new: Platform) -> float:
    """How likely a new entry is that of a platform whose slug is gone, from 0 to 1."""
    names = {name.casefold() for name in (new.name, *new.formerly, *new.aliases)}
    if old.name.casefold() in names:
        return 1.0
    first, second = ({source.url for source in one.sources if source.url} for one in (old, new))
    return len(first & second) / max(1, len(first | second))


def _marks(one: Platform) -> tuple[str, ...]:
    return (
        *(name.casefold() for name in (one.name, *one.formerly, *one.aliases)),
        *(source.url for source in one.sources if source.url),
    )


# What is said of each


def both(old: Entry, new: Entry) -> Change:
    """What changed about an entry that is in both catalogs; nothing, and there are no items."""
    if isinstance(old, Platform) and isinstance(new, Platform):
        return Change(new.slug, new.name, "changed", compare_platforms(old, new))
    if isinstance(old, Stub) and isinstance(new, Stub):
        return Change(new.slug, new.name, "changed", tuple(_stub(old, new)))
    return _new(new)


def _stub(old: Stub, new: Stub) -> Iterator[Item]:
    if old.now != new.now:
        clause = message("diff-stub-leads", new=_slug(new.now), old=_slug(old.now))
        yield Item("now", clause, True, before=old.now, after=new.now)
    if old.name != new.name:
        clause = message("diff-stub-name", new=Span("label", new.name), old=Span("label", old.name))
        yield Item("name", clause, False, before=old.name, after=new.name)
    if old.aliases != new.aliases:
        before, after = ", ".join(old.aliases), ", ".join(new.aliases)
        yield Item("aliases", message("diff-stub-aliases"), False, before=before, after=after)
    if old.domains != new.domains:
        before, after = ", ".join(old.domains), ", ".join(new.domains)
        yield Item("domains", message("diff-stub-domains"), False, before=before, after=after)


def _slug(slug: str) -> Span:
    return Span("code", slug)


def _new(entry: Entry) -> Change:
    if isinstance(entry, Stub):
        item = Item("now", message("diff-stub-new", now=_slug(entry.now)), False, after=entry.now)
    else:
        clause = message("diff-guide-new", status=Label(words.stands(verdict(entry))))
        item = Item("slug", clause, True, after=entry.slug)
    return Change(entry.slug, entry.name, "new", (item,))


def _gone(entry: Entry) -> Change:
    if isinstance(entry, Stub):
        item = Item("now", message("diff-stub-gone"), False, before=entry.now)
    else:
        item = Item("slug", message("diff-guide-gone"), True, before=entry.slug)
    return Change(entry.slug, entry.name, "gone", (item,))


def _renamed(old: Entry, target: str, before: dict[str, Entry], after: dict[str, Entry]) -> Change:
    """A platform under another slug: with what changed on the way, unless it was joined to one that was there."""
    new = after.get(target)
    name = new.name if new else target
    if target in before or not isinstance(old, Platform) or not isinstance(new, Platform):
        clause = message("diff-merged", name=Span("label", name), slug=_slug(target))
        return Change(old.slug, old.name, "renamed", (Item("slug", clause, True, before=old.slug, after=target),))
    clause = message("diff-slug", new=_slug(target), old=_slug(old.slug))
    renamed = Item("slug", clause, True, before=old.slug, after=target)
    return Change(target, name, "renamed", (renamed, *compare_platforms(old, new)))
