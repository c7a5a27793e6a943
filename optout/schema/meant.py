"""What people write for something that has another name here."""

import re
from collections.abc import Iterable

# A field, as it is called elsewhere, and what it may be here, best first.
_FIELDS = {
    "accessed": ("seen", "checked"),
    "aka": ("aliases",),
    "android-id": ("apps",),
    "archive": ("archived",),
    "author": ("publisher",),
    "citation": ("quote", "evidence"),
    "citations": ("evidence", "sources"),
    "countries": ("regions",),
    "country": ("regions",),
    "description": ("summary",),
    "device": ("where",),
    "devices": ("where",),
    "excerpt": ("quote",),
    "event": ("text",),
    "heading": ("title", "name"),
    "headline": ("title",),
    "homepage": ("domains",),
    "href": ("url", "link"),
    "instructions": ("steps",),
    "label": ("switch",),
    "lang": ("language",),
    "last-checked": ("checked",),
    "last-updated": ("checked", "date"),
    "link": ("url",),
    "location": ("path",),
    "mail": ("email",),
    "menu": ("path",),
    "menus": ("path",),
    "name": ("title",),
    "operator": ("company",),
    "option": ("set",),
    "organisation": ("company", "publisher"),
    "organization": ("company", "publisher"),
    "owner": ("company",),
    "platform": ("where", "name"),
    "platforms": ("where",),
    "position": ("set",),
    "proof": ("evidence",),
    "published": ("date",),
    "references": ("sources", "evidence"),
    "requires": ("needs",),
    "reviewed": ("checked",),
    "site": ("domains",),
    "source": ("sources", "evidence"),
    "state": ("set",),
    "status": ("training",),
    "tags": ("topics",),
    "title": ("name",),
    "toggle": ("switch",),
    "type": ("kind", "category"),
    "uri": ("url", "link"),
    "url": ("link",),
    "updated": ("checked", "date"),
    "value": ("set",),
    "vendor": ("company",),
    "verified": ("checked",),
    "warning": ("doubt",),
    "website": ("domains", "url", "link"),
}
# A word of a list of words.
_WORDS = {
    "app": "",  # of which there are several
    "blog": "community",
    "browser": "web",
    "forum": "community",
    "ipad": "ios",
    "ipados": "ios",
    "iphone": "ios",
    "linux": "desktop",
    "mac": "desktop",
    "macos": "desktop",
    "news": "press",
    "newspaper": "press",
    "none": "",
    "pc": "desktop",
    "website": "web",
    "windows": "desktop",
}
_OFF = ("false", "no", "off", "disable", "disabled", "deactivated", "inactive", "turn off", "turned off", "switch off",
        "switched off", "unchecked", "unticked")  # fmt: skip
_ON = ("true", "yes", "on", "enable", "enabled", "activated", "active", "turn on", "turned on", "switch on",
       "switched on", "checked", "ticked")  # fmt: skip
_POSITIONS = {**dict.fromkeys(_OFF, "off"), **dict.fromkeys(_ON, "on")}
_LANGUAGES = {
    "chinese": "zh", "danish": "da", "deutsch": "de", "dutch": "nl", "english": "en", "finnish": "fi", "french": "fr",
    "german": "de", "greek": "el", "hindi": "hi", "hungarian": "hu", "italian": "it", "japanese": "ja", "jp": "ja",
    "korean": "ko", "kr": "ko", "norwegian": "nb", "polish": "pl", "portuguese": "pt", "romanian": "ro",
    "russian": "ru", "spanish": "es", "swedish": "sv", "turkish": "tr", "ukrainian": "uk",
}  # fmt: skip
_BULLET = re.compile(r"(?:[*•·‣▪◦–—+]|\d{1,2}[.)]) +")
_FIRST_MENU = r"(?:Settings|Preferences|Account|Profile|Privacy|Menu|Options|Tools|Home)"
_MENUS = re.compile(rf"{_FIRST_MENU}[^>/|\\]*?(?:\s*[/|\\]\s*[^>/|\\]+)+|\w[\w &-]+(?:\\\w[\w &-]+)+")
_UNWRITTEN = re.compile(r"(?:TODO|TBD|TBA|FIXME)\b.*|\?{2,}")
_LISTED = re.compile(rf"{_FIRST_MENU}(?:, [^>,]+){{2,}}|{_FIRST_MENU}(?: [-–—] [^>]+?){{2,}}")


def field(typed: str, known: Iterable[str]) -> str:
    """The field of those `known` that goes by another name elsewhere; empty if there is none."""
    here = frozenset(known)
    return next((one for one in _FIELDS.get(typed, ()) if one in here), "")


def word(typed: str) -> str:
    """The word that is used here for one of everyday speech, in small letters; the same if there is no other."""
    return _WORDS.get(typed.lower(), re.sub(r"[\s_]+", "-", typed.lower()))


def position(typed: str) -> str:
    """`on` or `off`, where somebody says it in other words; empty where these words may be an option on screen."""
    return _POSITIONS.get(typed, "")


def language(typed: str) -> str:
    """The tag of a language, for its English name or the code of its country; empty if it is not known."""
    return _LANGUAGES.get(typed.strip().lower(), "")


def bullet(text: str) -> str:
    """The sign that begins a text and was meant as the dash of a list; empty if there is none."""
    found = _BULLET.match(text)
    return found[0].strip() if found else ""


def menus(text: str) -> str:
    """A path with ` > ` between its menus, where another sign stands there for certain; else the text as it is.

    A slash may be part of a label: it stands between menus only where the first of them is one that begins a path.
    """
    if re.search(r"&(?:gt|raquo|rsaquo|rarr|#62);", text):
        return re.sub(r"\s*&(?:gt|raquo|rsaquo|rarr|#62);\s*", " > ", text)
    if ">" in text:
        return text
    if _MENUS.fullmatch(text):
        return re.sub(r"\s*[/|\\]\s*", " > ", text)
    return re.sub(r", | [-–—] ", " > ", text) if _LISTED.fullmatch(text) else text


def address(text: str) -> str:
    """The one address in a text that has more around it: a link of Markdown, angle brackets, words; empty if none."""
    found = re.findall(r"https?://[^\s<>()\[\]\"'`]+", text)
    return found[0].rstrip(".,;") if len(set(found)) == 1 else ""


_AT = re.compile(
    r"\s*(?:[\[({<]\s*(?:at|@|\*at\*)\s*[\])}>]|\bAT\b|\s@|@\s|(?<=\w)\s+at\s+(?=\S+(?:\.| dot )\S))\s*", re.IGNORECASE
)
_DOT = re.compile(r"\s*[\[({<]\s*(?:dot|\.)\s*[\])}>]\s*|\s+dot\s+", re.IGNORECASE)


def mailbox(text: str) -> str:
    """A mailbox with its own signs, where it is hidden from robots: `privacy (at) example [dot] com`."""
    return _DOT.sub(".", _AT.sub("@", text.replace("\uff20", "@"))) if "@" not in text or " " in text else text


_SCHEME = re.compile(
    r"(?!https?://[\w-])h{1,2}t{1,3}p{1,2}s{0,2}\s*[:;.]?\s*[/\\]{1,3}\s*(?=[\w-]+\.\w)", re.IGNORECASE
)


def scheme(text: str) -> str:
    """An address with https:// before it, where that is mistyped, as in `https//` or `htps://`; else empty."""
    found = _SCHEME.match(text)
    return f"https://{text[found.end() :]}" if found else ""


def unwritten(text: str) -> bool:
    """Whether a text only says that it is still to be written."""
    return bool(_UNWRITTEN.fullmatch(text.strip()))
