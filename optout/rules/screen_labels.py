r"""Labels in another language are those of the same way, and the language is one.

Somebody whose screen is in German compares it with these labels, station by station. Where a source leaves out a menu
or knows an older way, the labels say so in a `doubt`; hints do not count. Nobody translates them: what no source prints
is left out.

Not so:

    controls:
      - path: Settings > Privacy > Train on my posts
        set: off
        labels:
          de: {path: Datenschutz, label: Mit Beiträgen trainieren, evidence: [help]}
        evidence: [help]

But so:

    controls:
      - path: Settings > Privacy > Train on my posts
        set: off
        labels:
          de: {path: Einstellungen > Datenschutz, label: Mit Beiträgen trainieren, evidence: [help]}
        evidence: [help]
"""

from collections.abc import Iterator

from optout.model import Control, Date, Menu, Platform, ScreenLabels
from optout.regions import is_spoken
from optout.rules.finding import Finding

ID = "screen-labels"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Labels in no known language, of nothing, or along another way than the English ones."""
    for number, control in enumerate(platform.controls):
        for one in control.labels:
            path = ("controls", number, "labels", one.language)
            if not is_spoken(one.language) or one.language == "en":
                yield Finding(path, f"`{one.language}` is no other language", "a tag such as `de` or `pt-br`")
            if not (one.path or one.label):
                yield Finding(path, "these labels name nothing", "a `path`, a `label`, or both")
            stations, own = _labelled(_stations(one, control)), _labelled(control.menus)
            if stations and own and not one.doubt and len(stations) != len(own):
                message = f"menus before the setting: {len(stations)} here, {len(own)} in English"
                yield Finding((*path, "path"), message, "as many, or a `doubt` that says what is another there")


def _stations(one: ScreenLabels, control: Control) -> tuple[Menu, ...]:
    """The stations before the setting itself, which ends the path if it has no label of its own."""
    ends = control.path and control.path != control.menus and not one.label
    return one.path[:-1] if ends or (one.path and one.path[-1].label == one.label) else one.path


def _labelled(menus: tuple[Menu, ...]) -> list[str]:
    """The labels; a hint in place of one, such as where a picture is, some sources leave out."""
    return [menu.label for menu in menus if menu.label]
