"""What a careful reviewer would catch, one small module per rule.

A rule module has an `ID`, a docstring that is its manual (what, why, and an example of each kind), and
`check(platform, today)`, which yields findings. A rule about several entries at once has `check_all(entries)` instead,
of each of which it sees the gist; one about an entry that changed in substance `check_change(platform, checked,
today)`. Rules see the model only; places come from the decoder.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from optout import progress
from optout.catalog import Catalog, Decoded, Legible
from optout.catalog.causes import causes
from optout.model import Date, Platform
from optout.problem import Path, Problem
from optout.rules import (
    community_only,
    contradicting_path,
    copied_event,
    crowded_step,
    dead_reference,
    depends_on_what,
    device_name,
    disguised_address,
    encoded_character,
    entry_order,
    foreign_address,
    future_date,
    hidden_target,
    history_order,
    html_tag,
    known_mirror,
    local_address,
    lookalike_host,
    mail_link,
    misleading_link,
    missing_control,
    missing_objection,
    missing_topic,
    objection_without_right,
    official_host,
    overtaken_official,
    refusable_no_control,
    regional_sentence,
    related_ways,
    repeated_contact,
    repeated_status,
    screen_labels,
    shared_domain,
    shared_name,
    stale_check,
    system_link,
    unchecked_change,
    uncited_claim,
    unknown_source,
    unnoted_change,
    unreachable_contact,
    unsafe_link,
    unseen_doubt,
    unstated_promise,
    unused_source,
)
from optout.rules.finding import Finding
from optout.rules.gist import Gist, Gists

RULES = (
    unknown_source,
    unused_source,
    uncited_claim,
    encoded_character,
    html_tag,
    unsafe_link,
    unseen_doubt,
    unstated_promise,
    mail_link,
    system_link,
    misleading_link,
    hidden_target,
    local_address,
    disguised_address,
    official_host,
    missing_control,
    missing_objection,
    missing_topic,
    objection_without_right,
    refusable_no_control,
    regional_sentence,
    depends_on_what,
    related_ways,
    crowded_step,
    contradicting_path,
    screen_labels,
    copied_event,
    community_only,
    overtaken_official,
    known_mirror,
    foreign_address,
    future_date,
    history_order,
    repeated_status,
    unreachable_contact,
    stale_check,
)
# Those that judge single texts: what they find does not follow from what is missing, or wrong, elsewhere in the entry.
_OF_TEXTS = frozenset(
    (
        unknown_source,
        uncited_claim,
        encoded_character,
        html_tag,
        unsafe_link,
        unseen_doubt,
        mail_link,
        misleading_link,
        hidden_target,
        local_address,
        disguised_address,
        regional_sentence,
        crowded_step,
        contradicting_path,
        screen_labels,
        known_mirror,
        foreign_address,
        future_date,
        history_order,
        repeated_status,
    )
)
CHANGE_RULES = (unchecked_change, unnoted_change)
CATALOG_RULES = (
    dead_reference,
    device_name,
    shared_name,
    shared_domain,
    repeated_contact,
    lookalike_host,
    entry_order,
)


def check(catalog: Catalog, today: Date) -> list[Problem]:
    """Every problem of a whole catalog, sorted by place: those of reading it and those that rules find on `today`.

    Entries are read one after the other, and of each only its problems and its gist are kept. One that a rule about
    all of them objects to is read a second time, for the place.
    """
    problems: list[Problem] = []
    faults: dict[int, Decoded] = {}
    known: dict[str, Gist | None] = {}
    gists = Gists()
    for number, one in enumerate(progress.along(catalog, lambda: len(catalog.slugs()))):
        if one.problems:
            faults[number] = one._replace(entry=None, legible=None, places={(): one.places[()]})
        problems.extend(check_entry(one, today))
        if _has_slug(one):
            known[one.slug] = gists.of(one.entry) if one.entry else None
    problems.extend(causes(faults))
    found: dict[str, list[tuple[str, Finding]]] = {}
    for rule in CATALOG_RULES:
        for slug, finding in rule.check_all(known):
            found.setdefault(slug, []).append((rule.ID, finding))
    problems.extend(_placed(catalog, found))
    problems.sort()
    return problems


def _has_slug(one: Decoded) -> bool:
    """Whether what was read is an entry, if a broken one."""
    return bool(one.slug) and not any(problem.rule == "stray-line" for problem in one.problems)


def _placed(catalog: Catalog, found: Mapping[str, Sequence[tuple[str, Finding]]]) -> Iterator[Problem]:
    """What rules found in entries, by their slugs, at its place; of two entries with one slug it is the later one's."""
    problems: dict[str, list[Problem]] = {}
    for chunk in catalog.chunks() if found else ():
        if chunk.slug in found and _has_slug(one := catalog.decoded(chunk)):
            problems[chunk.slug] = [_problem(one, rule, finding) for rule, finding in found[chunk.slug]]
    return chain.from_iterable(problems.values())


def check_change(
    decoded: Decoded, before: Platform, platform: Platform, matters: bool, today: Date
) -> Iterator[Problem]:
    """What the rules about changes find in an entry that was `before`; whether that `matters` to people is known."""
    for rule in CHANGE_RULES:
        for finding in rule.check_change(before, platform, matters, today):
            yield _problem(decoded, rule.ID, finding)


def check_entry(decoded: Decoded, today: Date) -> Iterator[Problem]:
    """What the rules about single entries find in this one, or in what could be read of it."""
    if isinstance(decoded.entry, Platform):
        for rule in RULES:
            for finding in rule.check(decoded.entry, today):
                if not _is_taken(decoded.entry, finding.path):
                    yield _problem(decoded, rule.ID, finding)
    elif decoded.legible:
        yield from _check_legible(decoded, decoded.legible, today)


def _check_legible(decoded: Decoded, legible: Legible, today: Date) -> Iterator[Problem]:
    """What rules find in an entry with other problems: in texts that could be read, and that cite what could be."""
    unknown = (
        {unknown_source, uncited_claim}
        if any(path[:1] == ("sources",) and len(path) < 3 for path in legible.doubtful)
        else set()
    )
    for rule in RULES:
        if rule in _OF_TEXTS and rule not in unknown:
            for finding in rule.check(legible.platform, today):
                path = legible.written(finding.path)
                if not legible.is_doubtful(path) and not _is_taken(legible.platform, finding.path):
                    yield _problem(decoded, rule.ID, finding._replace(path=path))


def _is_taken(platform: Platform, path: Path) -> bool:
    """Whether what is found is written in another entry, which has it as its own problem."""
    match path:
        case ("controls", int(place), *rest):
            return bool(platform.controls[place].taken_from) and rest not in (["together"], ["same-as"])
        case ("sources", name, *_):
            return any(source.id == name and source.taken_from for source in platform.sources)
    return False


def _problem(decoded: Decoded, rule: str, finding: Finding) -> Problem:
    path: Path = finding.path
    while path not in decoded.places:
        path = path[:-1]
    return Problem(
        decoded.places[path],
        rule,
        finding.message,
        expected=finding.expected,
        suggestion=finding.suggestion,
        entry=decoded.slug,
        severity=finding.severity,
    )
