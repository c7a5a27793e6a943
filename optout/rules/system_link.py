r"""What opens a page of a computer's settings is for that computer.

`ms-settings:privacy-feedback` does nothing on a phone or on another system. So the way says `where: [desktop]`, and
gives the menus as well, for those for whom the address does not work.

Not so:

    controls:
      - {switch: Train on my posts, set: off, link: "ms-settings:privacy-feedback", evidence: [help]}

But so:

    controls:
      - where: [desktop]
        path: Settings > Privacy
        switch: Train on my posts
        set: off
        link: ms-settings:privacy-feedback
        evidence: [help]
"""

from collections.abc import Iterator

from optout.address.systems import system
from optout.model import Date, Platform
from optout.rules.finding import Finding

ID = "system-link"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Ways by a system's settings that are not for a computer alone, or do not say how to get there by hand."""
    for number, control in enumerate(platform.controls):
        made_for = system(control.link)
        if made_for and (control.where != ("desktop",) or not control.path):
            message = f"`{control.link}` works on {made_for.name} only"
            yield Finding(("controls", number, "link"), message, "`where: [desktop]`, and the `path` beside it")
