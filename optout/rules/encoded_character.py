"""A text must not hold a character that nobody can see, not even as an entity such as `&#8203;`.

Controls forge lines in a terminal, marks of the direction of writing turn what is read around, and what has no width
hides words from a search. Written as themselves, reading finds them; as entities they come to light with the Markdown.

Not so:

    limits: ["What was used stays used, nothing is &#x202e;undone. [help]"]

But so:

    limits: ["What was used stays used, nothing is undone. [help]"]
"""

from collections.abc import Iterator

from optout.model import Date, Platform
from optout.prose import encoded, encoded_in_words
from optout.rules.finding import Finding
from optout.schema.walk import texts

ID = "encoded-character"


def check(platform: Platform, today: Date) -> Iterator[Finding]:
    """Sentences with such a character."""
    ids = [source.id for source in platform.sources]
    for path, text in texts(platform, "claim", "prose"):
        if wrong := encoded(text, ids):
            yield Finding(path, f"{wrong} stands in this sentence as an entity", "the sentence without it")
    for path, text in texts(platform, "name", "label", "hint"):
        if wrong := encoded_in_words(text):
            yield Finding(path, f"{wrong} stands here as an entity", "the text without it")
