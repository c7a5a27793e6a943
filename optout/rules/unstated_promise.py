"""A promise not to train is the operator's own word, or looks concluded.

`no-training` reads "Says it does not train": an official source that the sentence cites says so. Where only the press
or users do, or where it follows from what the terms leave out, `basis: concluded` tells readers that.

Not so:

    training: no-training
    summary: Example does not train on your posts. [blog]
    sources:
      help: {title: Your posts and AI, publisher: Example Help, kind: official}
      blog: {title: Example and AI, publisher: A newspaper, kind: press}

But so:

    training: no-training
    basis: concluded
    summary: Example does not train on your posts. [blog]
    sources:
      help: {title: Your posts and AI, publisher: Example Help, kind: official}
      blog: {title: Example and AI, publisher: A newspaper, kind: press}
"""

from collections.abc import Iterator

from optout.model import Date, Platform
from optout.prose import cited, parse
from optout.rules.finding import Finding

ID = "unstated-promise"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Promises that no official source stands behind."""
    official = {source.id for source in platform.sources if source.kind == "official"}
    ids = [source.id for source in platform.sources]
    if platform.training == "no-training" and platform.basis == "stated":
        found = cited(parse(platform.summary, ids))
        if found and not official & set(found):
            yield _finding(("training",))
    for number, one in enumerate(platform.differences):
        found = cited(parse(one.text, ids))
        if one.training == "no-training" and one.basis == "stated" and found and not official & set(found):
            yield _finding(("differences", number))


def _finding(path: tuple[str | int, ...]) -> Finding:
    return Finding(path, "no official source says that it does not train", "an official source, or `basis: concluded`")
