"""What is said of names, in whole sentences: how one was understood, or why it was not."""

from collections.abc import Sequence


def formerly(old: str, new: str) -> str:
    """A former name led on."""
    return f"{old} is now {new}."


def parent(asked: str, domain: str, name: str) -> str:
    """Only a domain above the one asked for is known."""
    return f"{asked} has no guide of its own; this is the one for {name}, to which {domain} belongs."


def country(asked: str, domain: str, name: str) -> str:
    """A domain of the same name in another country is known."""
    return f"{asked} is taken for {domain} in another country: this is the guide for {name}."


def app(asked: str, domain: str, name: str) -> str:
    """The id of an app begins with a known domain."""
    return f"{asked} is an app of {domain}: this is the guide for {name}."


def company(asked: str, name: str) -> str:
    """A company with one platform."""
    return f"{asked} is the company behind {name}."


def more(company: str, count: int, look: str) -> str:
    """A company is called like one of its platforms, or has the domain of one."""
    platforms = "1 more platform" if count == 1 else f"{count} more platforms"
    return f"{company} has {platforms}: `optout {look} {company}` lists them."


def broken(problems: Sequence[object]) -> Sequence[str]:
    """The entry that is meant cannot be read: in a line, and in one for each problem."""
    return "this entry is broken; mend it, then run optout check:", *(f"  {problem}" for problem in problems)


def leads_nowhere(name: str, now: str, file: str) -> str:
    """A former name leads to an entry that is not there."""
    return f"{name} is now `{now}`, but {file} has no such entry; run optout check"


THIS = "this catalog"


def leads_on(name: str, now: str) -> str:
    """A former name leads to a former name."""
    return f"{name} leads to `{now}`, which is a former name itself; run optout check"


def several(asked: str, slugs: Sequence[str]) -> str:
    """Several platforms go by the name."""
    return f"several platforms fit `{asked}`: {', '.join(slugs)}; name one of them"


def nothing(asked: str, near: Sequence[str], where: str) -> str:
    """No platform goes by the name; `where` is the catalog as a sentence names it, one's own by its file."""
    meant = f"did you mean {' or '.join(near)}? " if near else ""
    look = f"`optout search {asked}` looks into every guide, " if asked.strip() and "`" not in asked else ""
    if where == THIS:
        rest = "`optout list` shows them all, and `optout new` begins one in a catalog of your own"
    else:
        rest = "`--catalog packaged` asks the catalog that comes with optout, and `optout new` begins one here"
    return f"there is no platform `{asked}` in {where}; {meant}{look}{rest}"


def all_of(company: str, count: int) -> str:
    """A company was named where a letter goes to whoever operates its platforms."""
    return f"To {company}, about all that it operates: {count} platforms of this catalog"


def is_company(asked: str, slugs: Sequence[str], count: int) -> str:
    """A company was named where one platform is needed."""
    shown = f"{', '.join(slugs)}{', ...' if count > len(slugs) else ''}"
    return f"{asked} is a company with {count} platforms: {shown}; name one of them"
