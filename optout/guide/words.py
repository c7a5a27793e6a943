"""The sentences a guide takes from the catalog's vocabulary, in one place and one voice."""

from collections.abc import Iterable

from optout.guide.guide import Status
from optout.guide.reader import Reader
from optout.messages import Listed, Message, Region, language, message
from optout.model import Audience, Category, Control, How, Platform, Source, Surface, Training

STATUSES: dict[Training, Status] = {
    "opt-out": Status("opt-out", "Trains unless you refuse", "!"),
    "no-control": Status("no-control", "Trains, and offers no way to refuse", "✗"),
    "depends": Status("depends", "It depends", "~"),
    "opt-in": Status("opt-in", "Trains only if you agree", "+"),
    "no-training": Status("no-training", "Says it does not train on your data", "✓"),
}

# No way was found, but nobody has said that there is none: the label must not claim more than the sources do.
NONE_FOUND = Status("no-control", "Trains, and no way to refuse was found", "✗")

NONE_KNOWN = Status("no-control", "Trains, and no way to refuse is known", "✗")

# Standards and services that keep the crawlers of others away train nothing themselves.
BY_OTHERS = Status("opt-out", "Others train unless you refuse", "!")

# Where many platforms share a label, some of which say that there is no way and some of which are silent.
GROUPED: dict[Training, Status] = {**STATUSES, "no-control": NONE_KNOWN}

# When a platform has a status; the sentence the guide's method rests on.
CRITERIA: dict[Training, str] = {
    "opt-out": "It trains on what you do there unless you act.",
    "opt-in": "It trains only after you have agreed.",
    "no-training": "The operator says that it does not train on it.",
    "no-control": "It trains, and there is no way to refuse, or none was found.",
    "depends": "One of the others, depending on region, plan, account or data; the guide says on what.",
}

# The same for a part of the readers, in a sentence that cannot say which of the two kinds of "no way" it is.
FOR_SOME: dict[Training, str] = {
    "opt-out": "trains unless you refuse",
    "no-control": "trains, and no way to refuse is known",
    "depends": "it depends",
    "opt-in": "trains only if you agree",
    "no-training": "does not train on your data, it says",
}

CATEGORIES: dict[Category, str] = {
    "assistant": "Assistants",
    "social": "Social networks",
    "messaging": "Messaging",
    "work": "Work",
    "developer": "Developer tools",
    "creative": "Creative tools",
    "media": "Media",
    "device": "Devices",
    "browser": "Browsers",
    "shopping": "Shopping",
    "travel": "Travel",
    "health": "Health",
    "finance": "Finance",
    "dating": "Dating",
    "education": "Education",
    "publisher": "Websites and publishers",
}

_SURFACES: dict[Surface, str] = {
    "web": "on the web",
    "ios": "on iPhone and iPad",
    "android": "on Android",
    "desktop": "on a computer",
    "server": "on your web server",
    "admin": "in the admin console",
}


def title(name: str, training: Training, category: Category, refusable: bool) -> str:
    """The question people come with; `refusable` says whether there is anything one can do."""
    if training in ("opt-in", "no-training") or (training == "depends" and not refusable):
        return f"Does {name} train AI on my data?"
    what = "what I publish" if category == "publisher" else "my data"
    if training == "no-control":
        return f"Can I stop {name} from training AI on {what}?"
    return f"How do I stop {name} from training AI on {what}?"


def about(platform: Platform) -> str:
    """Who runs it, where the name does not say so, and what else it goes by; empty if there is nothing to say."""
    others = platform.formerly + platform.aliases
    said = [f"Operated by {platform.company}." if platform.company not in ("", platform.name) else ""]
    said.append(f"Also known as {join(others)}." if others else "")
    return " ".join(filter(None, said))


def steps_title(training: Training) -> str:
    """The heading over the ways: what they are good for under this status."""
    if training == "no-control":
        return "What you can still do"
    return "Steps" if training in ("opt-out", "depends") else "To make sure"


def where(surfaces: tuple[Surface, ...]) -> str:
    """Where a control is found: "on the web, on iPhone, iPad and Android"."""
    named = [_SURFACES[surface] for surface in surfaces if surface not in ("ios", "android")]
    if "ios" in surfaces and "android" in surfaces:
        named.append("on iPhone, iPad and Android")
    else:
        named += [_SURFACES[surface] for surface in surfaces if surface in ("ios", "android")]
    return ", ".join(named)


def in_browser(device: str) -> str:
    """Where somebody with `device` finds a page on the web."""
    return "in the browser of your computer" if device == "desktop" else "in the browser of your phone"


def unknown_plan(plan: str, known: tuple[str, ...]) -> str:
    """That a plan says nothing in this guide."""
    if not known:
        return "This guide tells no plans apart."
    return f"This guide knows no plan called “{plan}”: it tells apart {join(known)}."


def no_way_here(reader: Reader) -> str:
    """That no way is known for this reader."""
    whom = audience(Audience(regions=(reader.region,) * bool(reader.region), plans=(reader.plan,) * bool(reader.plan)))
    return f"No way to refuse was found{f' {whom}' if whom else ''}; there may be one that this guide did not find."


def way_elsewhere(device: str, nearest: Control) -> str:
    """That the reader's device leads to no way, and which one is the nearest."""
    here = {"ios": "on iPhone and iPad", "android": "on Android", "desktop": "on a computer", "web": "in a browser"}
    return (
        f"No way to refuse is known {here[device]}. There is one {where(nearest.where) or 'on a computer'}, "
        f"“{nearest.name}” ({action(nearest)})"
    )


def audience(group: Audience) -> str:
    """For whom something holds: "in the EU and the UK; on Free and Pro"; empty for everybody."""
    said: list[Message] = []
    if group.regions:
        said.append(message("in-regions", regions=_regions(group.regions)))
    if group.regions_except:
        said.append(message("outside-regions", regions=_regions(group.regions_except)))
    if group.plans:
        said.append(message("on-plans", plans=Listed(group.plans)))
    if group.plans_except:
        said.append(message("on-other-plans", plans=Listed(group.plans_except)))
    return ", ".join(map(language("en").text, said))


def _regions(codes: tuple[str, ...]) -> Listed:
    """Regions as a sentence lists them; the EU is part of the EEA and not named beside it."""
    return Listed(tuple(Region(code) for code in codes if not (code == "EU" and "EEA" in codes)))


def action(control: Control) -> str:
    """What a control comes to, in two or three words."""
    if control.how == "switch":
        ready = control.default == control.set
        if control.set in ("on", "off"):
            return f"make sure it is {control.set}" if ready else f"switch {control.set}"
        return f"{'make sure it says' if ready else 'set to'} “{control.set}”"
    return {
        "form": "send a form",
        "email": "send an e-mail",
        "file": f"{'enter' if 'admin' in control.where else 'publish'} {control.file.name}" if control.file else "",
        "command": "run a command",
        "plan": "use another plan",
        "delete": "delete",
        "none": "",
    }[control.how]


def starts(control: Control) -> str:
    """Where a switch stands if nobody touched it, as far as the sources say."""
    if not control.default:
        return ""
    stands = control.default if control.default in ("on", "off") else f"at “{control.default}”"
    return f"It is {stands} unless you change it."


def opens(how: How) -> str:
    """What following the address of a way does."""
    return {"form": "Open the form", "email": "Write the e-mail", "switch": "Open the setting"}.get(
        how, "Open the page"
    )


def who(control: Control) -> str:
    """Who can do it, where that is not everybody."""
    return {"member": "", "admin": "administrator", "site-owner": "site owner"}[control.who]


def support(sources: list[Source]) -> str:
    """How well the verdict is supported: how many official sources, how new the newest is."""
    official = [source for source in sources if source.kind == "official"]
    if not official:
        kinds = [kind for kind in ("press", "community") if any(source.kind == kind for source in sources)]
        return f"No official source: known from {join(kinds)} only"
    dates = [source.date for source in official if source.date]
    rests = f"Rests on {count(len(official), 'official source')}"
    if not dates:
        return f"{rests} (undated)"
    return f"{rests} ({'newest: ' if len(official) > 1 else ''}{max(dates).spoken})"


def upper_first(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """The text with its first letter small."""
    return text[:1].lower() + text[1:]


def join(words: Iterable[str]) -> str:
    """Words as a sentence lists them: "a", "a and b", "a, b and c"."""
    listed = list(words)
    return " and ".join(([", ".join(listed[:-1])] if listed[:-1] else []) + listed[-1:])


def count(number: int, one: str, many: str = "") -> str:
    """ "1 entry", "2,000 entries"; `many` is `one` with an s if left out."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
