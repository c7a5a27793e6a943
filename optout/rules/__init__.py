"""What a careful reviewer would catch, one small module per rule.

A rule module has an `ID`, a docstring that is its manual (what, why, and an example of each kind), and
`check(platform, today)`, which yields findings. A rule about several entries at once has `check_all(entries)` instead,
one about an entry that changed in substance `check_change(platform, checked, today)`.
Rules see the model only; places come from the decoder.
"""

from collections.abc import Iterable, Iterator

from optout.catalog import Decoded, Legible
from optout.catalog.causes import causes
from optout.model import Date, Platform, Stub
from optout.problem import Path, Problem
from optout.rules import (
    community_only,
    contradicting_path,
    copied_event,
    crowded_step,
    dead_reference,
    depends_on_what,
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
    unreachable_contact,
    unsafe_link,
    unseen_doubt,
    unstated_promise,
    unused_source,
)
from optout.rules.finding import Finding

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
CHANGE_RULES = (unchecked_change,)
CATALOG_RULES = (dead_reference, shared_name, shared_domain, repeated_contact, lookalike_host, entry_order)


def check(entries: Iterable[Decoded], today: Date) -> list[Problem]:
    """Every problem of a whole catalog, sorted by place: those of reading it and those that rules find on `today`."""
    decoded = list(entries)
    by_slug = {one.slug: one for one in decoded if one.slug and not any(p.rule == "stray-line" for p in one.problems)}
    problems = list(causes(decoded))
    for one in decoded:
        problems.extend(check_entry(one, today))
    known: dict[str, Platform | Stub | None] = {slug: one.entry for slug, one in by_slug.items()}
    for rule in CATALOG_RULES:
        problems.extend(_problem(by_slug[slug], rule.ID, finding) for slug, finding in rule.check_all(known))
    return sorted(problems)


def check_change(decoded: Decoded, platform: Platform, checked: Date, today: Date) -> Iterator[Problem]:
    """What the rules about changes find in an entry that changed in substance since its check on the day `checked`."""
    for rule in CHANGE_RULES:
        for finding in rule.check_change(platform, checked, today):
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
