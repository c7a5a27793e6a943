"""Finding the entry a person means: by slug, name, former name, domain or a pasted address."""

import re
from collections.abc import Iterator
from os.path import isabs
from typing import NamedTuple

from optout.catalog import Catalog
from optout.errors import NotFound, OptoutError
from optout.model import Platform, Stub
from optout.schema.decode import Decoded


class Found(NamedTuple):
    """The platform that was asked for; `formerly` is the name of the stub that led to it, if one did."""

    platform: Platform
    decoded: Decoded
    formerly: str = ""


def find(catalog: Catalog, text: str) -> Found:
    """The platform a person means by `text`.

    Raises:
        NotFound: nothing fits, or several platforms do.
        OptoutError: the entry that fits is broken.
    """
    decoded = catalog.get(slugify(text)) or _by_name(catalog, text)
    entry = _sound(decoded)
    if isinstance(entry, Platform):
        return Found(entry, decoded)
    target = catalog.get(entry.now)
    if target is None:
        raise NotFound(f"{entry.name} is now `{entry.now}`, but {catalog.file} has no such entry; run optout check")
    platform = _sound(target)
    if isinstance(platform, Stub):
        raise OptoutError(f"{entry.name} leads to `{entry.now}`, which is a former name itself; run optout check")
    return Found(platform, target, entry.name)


def slugify(text: str) -> str:
    """The slug a name would have: "Duck.ai" is duck-ai."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")


def _sound(decoded: Decoded) -> Platform | Stub:
    if decoded.entry is None:
        listed = "\n".join(f"  {problem}" for problem in decoded.problems)
        raise OptoutError(f"this entry is broken; mend it, then run optout check:\n{listed}")
    return decoded.entry


def _by_name(catalog: Catalog, text: str) -> Decoded:
    wanted = slugify(text)
    wanted_host = host(text)
    best: list[tuple[int, Decoded]] = []
    by_name: dict[str, str] = {}
    for decoded in catalog:
        if decoded.entry is None:
            continue
        by_name.update({slugify(name): decoded.slug for name in (decoded.slug, *names(decoded.entry))})
        score = _domain(decoded.entry, wanted_host)
        if wanted in map(slugify, names(decoded.entry)):
            score = 1000
        if score:
            best.append((score, decoded))
    top = max((score for score, _ in best), default=0)
    found = [decoded for score, decoded in best if score == top]
    if len(found) == 1:
        return found[0]
    if found:
        slugs = ", ".join(decoded.slug for decoded in found)
        raise NotFound(f"several platforms fit `{text}`: {slugs}; name one of them")
    from difflib import get_close_matches

    near = list(dict.fromkeys(by_name[name] for name in get_close_matches(wanted, by_name, 5, 0.7)))[:3]
    hint = f"did you mean {' or '.join(near)}? " if near else ""
    # Somebody who stands beside a catalog may not know that it is the one that answers.
    here = "this catalog" if isabs(catalog.file) else catalog.file
    raise NotFound(
        f"there is no platform `{text}` in {here}; {hint}"
        "`optout list` shows them all, the project's CONTRIBUTING.md how to add one"
    )


def names(entry: Platform | Stub) -> Iterator[str]:
    """Every name an entry goes by or went by."""
    yield entry.name
    yield from entry.aliases
    if isinstance(entry, Platform):
        yield from entry.formerly


def host(text: str) -> str:
    """The host in a pasted address or a domain, without www; empty if there is none."""
    from urllib.parse import urlsplit

    address = text if "//" in text else f"//{text}"
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if "." in host else ""


def _domain(entry: Platform | Stub, host: str) -> int:
    """How much of the host the entry's best domain covers, in characters; 0 if none fits."""
    return max((len(one) for one in entry.domains if host == one or host.endswith(f".{one}")), default=0)
