"""The manuals of the problems that reading a catalog can have, by rule id.

Each has the shape of a rule module's docstring: a sentence that says what holds, why, and where it helps an entry's
lines as they should not and as they should be written.
"""

# What these rules find never fails a check; of all others some does.
ONLY_WARNINGS = frozenset(
    (
        *(
            "archived-date",
            "archived-terms",
            "copied-event",
            "missing-objection",
            "missing-topic",
            "official-host",
            "trailing-space",
            "other-space",
        ),
        *("unchecked-change", "unnoted-change", "unseen-doubt"),
    )
)

READING = {
    "bad-address": """
        An address must be one that can be opened, written to or recognised.

        Links, forms and sources are https addresses with a host, mailboxes are e-mail addresses, and `domains` holds
        bare domains as a password manager has them. Anything else (a path alone, `javascript:`, a user name before the
        host) is no address to send people to.

        Not so:

            domains: [https://www.example.com/]

        But so:

            domains: [example.com]
        """,
    "bad-character": """
        No text holds characters that nobody can see.

        Characters without width, control characters and those that turn the direction of writing make two texts look
        the same that are not, break copying and searching, and can hide a change from a reviewer. They come along when
        text is copied from a web page. `optout check --fix` takes out those without width.

        Not so:

            company: "Example\\u200b Inc."

        But so:

            company: Example Inc.
        """,
    "bad-date": """
        A date is a year, a month or a day of the calendar, as precise as it is known.

        It is written as in ISO 8601: 2026, 2026-07 or 2026-07-23. `checked` needs the day, because guides and rules
        count from it. `optout check --fix` writes it so where the year stands first or the month is a word.

        Not so:

            checked: 21 November 2026

        But so:

            checked: 2026-11-21
        """,
    "dead-loan": """
        A way that is taken from another entry is written there.

        `taken-from` gives the slug of the entry in which a way that several share is written, and `name` what it is
        called there. The way and the sources that it rests on come from there, so that they are corrected in one place.
        It must be written in that entry itself, and an `id` of a source cannot stand for two.

        Not so:

            example-photos:
              name: Example Photos
              category: social
              training: opt-out
              summary: Example Photos trains AI on your photos as well. [notice]
              checked: 2026-11-21
              controls: [{name: Train on my photos, taken-from: example}]
              sources: {notice: {title: AI, publisher: Example, kind: official, url: "https://example.com/notice"}}

        But so:

            example-photos:
              name: Example Photos
              category: social
              training: opt-out
              summary: Example Photos trains AI on your photos as well. [notice]
              checked: 2026-11-21
              controls: [{name: Train on my posts, taken-from: example}]
              sources: {notice: {title: AI, publisher: Example, kind: official, url: "https://example.com/notice"}}
        """,
    "duplicate-entry": """
        A slug stands in the catalog once.

        Two entries with one slug would make one guide, and nobody could tell which. Often the second one was added by
        somebody who did not find the first.

        Not so:

            old-example:
              name: Old Example
              now: example
            old-example:
              name: Older Example
              now: example

        But so:

            old-example:
              name: Old Example
              now: example
            older-example:
              name: Older Example
              now: example
        """,
    "duplicate-key": """
        A field stands in its group once.

        Most YAML readers keep the last of two equal fields and drop the first without a word.

        Not so:

            aliases: [Sample]
            aliases: [Specimen]

        But so:

            aliases: [Sample, Specimen]
        """,
    "long-quote": """
        A quote has at most 20 words.

        It shows where to look in a source, and is no copy of it: more words belong to somebody else. Quote the words
        that the claim rests on.

        Not so:

            sources:
              help:
                title: Your posts and AI
                publisher: Example Help
                kind: official
                quote: >-
                  We may use the posts that you share with everybody, and what you write below the posts of
                  others, to train models.

        But so:

            sources:
              help:
                title: Your posts and AI
                publisher: Example Help
                kind: official
                quote: We may use the posts that you share with everybody to train models.
        """,
    "lost-text": """
        A # after a space begins a comment, and YAML drops the rest of the line.

        What follows without a space, such as a hashtag, was hardly meant as a comment. Put the text in quotes, or a
        space after the #. `optout check --fix` puts quotes where the lost text ends in a citation.

        Not so:

            scope: Posts with #hashtags [help]

        But so:

            scope: 'Posts with #hashtags [help]'
        """,
    "misplaced-field": """
        A field stands only where it says something.

        A guide has no place for a switch's default beside an e-mail, nor for steps where there is no way to refuse, and
        written `steps` are all there is to do: what stood there besides would be read by nobody. Say it in a `note`,
        among the `steps`, or leave it out.

        Not so:

            controls:
              - {name: Refusal, email: {to: privacy@example.com}, then: [Send], evidence: [help]}

        But so:

            controls:
              - {name: Refusal, email: {to: privacy@example.com}, note: Ask for a reply., evidence: [help]}
        """,
    "merge-conflict": """
        A merge is finished before a catalog is checked.

        Where two people changed the same lines, git keeps both versions between lines of <<<<<<<, ======= and >>>>>>>.
        Take the one that is right, or what both say, and remove the three lines.
        """,
    "missing-field": """
        An entry has the fields without which there is no guide.

        That is for a platform: `name`, `category`, `training`, `summary`, `checked` and `sources`; for a former name:
        `name` and `now`; and for each part of an entry what CONTRIBUTING.md says.

        Not so:

            old-example:
              now: example

        But so:

            old-example:
              name: Old Example
              now: example
        """,
    "mixed-audience": """
        Regions and plans are named either by those included or by those excepted.

        A list of exceptions alone means everybody else. Both at once leave open what holds for who is in neither.

        Not so:

            differences:
              - {regions: [EU], regions-except: [FR], text: "Nothing is used there. [help]"}

        But so:

            differences:
              - {regions: [EU], text: "Nothing is used there. [help]"}
        """,
    "no-direction": """
        A switch comes with the position that refuses.

        Some switches refuse when they are on, others when they are off, and some offer options. A reader must not have
        to guess.

        Not so:

            controls: [{switch: Train on my posts, evidence: [help]}]

        But so:

            controls: [{switch: Train on my posts, set: off, evidence: [help]}]
        """,
    "no-catalog": """
        A catalog is a text of entries.

        A saved web page, a JSON file, a file with nothing in it or one that was saved as UTF-16 is taken for a catalog
        by mistake: nothing in it would be checked.
        """,
    "not-utf-8": """
        A catalog is UTF-8 text.

        Other encodings turn names and quotes into something else on another machine. Save the file as UTF-8; editors
        have it under "Save as" or "Reopen with encoding".
        """,
    "other-character": """
        Words, dates, codes and names are made of the letters, digits and hyphens of a keyboard.

        Word processors put other hyphens and quotes in their place, and keyboards of other scripts have letters and
        digits that look like Latin ones. They look the same, and are others for every program. The message has the
        sign's name. `optout check --fix` writes the plain one.

        Not so:

            training: opt‑in

        But so:

            training: opt-in
        """,
    "other-space": """
        Between words stands an ordinary space.

        A no-break space or a thin one comes along with what is copied from a web page; it looks the same, and who looks
        for the words does not find them. The wide space of Japanese texts may stay. This is a warning only.
        `optout check --fix` puts an ordinary one in its place.
        """,
    "plain-http": """
        An address begins with https.

        Over http anybody on the way can read which page is asked for, and put another in its place: a settings page or
        a form must not be reached like that. Nearly every site answers to https by now; try it.
        `optout check --fix` writes https if another address in the same catalog, or an archived copy, reaches the very
        same host by https. Where none does it is left to you, as nobody has tried.

        Not so:

            controls: [{name: Refusal, form: "http://example.com/form", evidence: [help]}]

        But so:

            controls: [{name: Refusal, form: "https://example.com/form", evidence: [help]}]
        """,
    "quote-it": """
        What YAML takes for something else than text stands in quotes.

        Unquoted, `no` is a truth value to many YAML readers, 12:30 a number and 2026-07-23 a date; and a colon with a
        space after it makes a field of a sentence. Quotes keep the text. Where `set: no` may mean the option "No" or
        that the switch is off, say which: `'No'` or `off`. `optout check --fix` puts the quotes where there is no such
        choice.

        Not so:

            aliases: [No, 12:30]

        But so:

            aliases: ['No', '12:30']
        """,
    "stray-line": """
        At the left edge stand slugs, and nothing else.

        A slug (lower-case letters, digits, hyphens) and a colon begin an entry; its fields are indented by two spaces
        below it. So one broken entry leaves its neighbours whole.

        Not so:

            Old Example:
              name: Old Example
              now: example

        But so:

            old-example:
              name: Old Example
              now: example
        """,
    "too-deep": """
        Lists and groups are nested no deeper than an entry needs.

        More than 12 levels come from a slip, or from somebody who wants to bring a reader to its knees.

        Not so:

            aliases: [[[[[[[[[[[[[Sample]]]]]]]]]]]]]

        But so:

            aliases: [Sample]
        """,
    "too-large": """
        A text has at most 2,000 characters, a file to copy at most 64 KiB, and so has all else in an entry together.

        Longer ones are no guide any more, and often a page that was pasted whole. Say it in your own words.
        """,
    "trailing-space": """
        No line ends in a blank.

        Nobody sees it, and every editor that tidies up makes a difference of it that a reviewer has to read. In a text
        that is kept letter by letter (after `|`) it may be meant and is left alone. This is a warning only.
        `optout check --fix` takes the blanks away.
        """,
    "unclear-control": """
        A control says how to refuse in exactly one way.

        That is one of `switch`, `form`, `email`, `file`, `command`, `plan`, `delete` and `none`. A platform with two
        ways has two controls, the best one first.

        Not so:

            controls: [{name: Refuse, evidence: [help]}]

        But so:

            controls: [{name: Refuse, form: "https://example.com/form", evidence: [help]}]
        """,
    "unknown-field": """
        Every field is one that CONTRIBUTING.md lists for this part of an entry.

        A field that nobody reads is a claim that nobody sees; most often it is a slip of the keyboard.
        `optout check --fix` corrects it if just one field is one slip away and takes what is written there.

        Not so:

            compny: Example Inc.

        But so:

            company: Example Inc.
        """,
    "unknown-region": """
        A region is an ISO 3166 code, or EU or EEA.

        Countries have two letters (DE, and GB for the United Kingdom), their parts more (US-CA).
        `optout check --fix` writes them in capitals.

        Not so:

            differences:
              - {regions: [UK], text: "Nothing is used there. [help]"}

        But so:

            differences:
              - {regions: [GB], text: "Nothing is used there. [help]"}
        """,
    "wrong-kind": """
        A field holds what it is made for: a text, a list, or a group of fields.

        `optout check --fix` puts brackets around words that should be a list.

        Not so:

            domains: example.com

        But so:

            domains: [example.com]
        """,
    "wrong-value": """
        A field with a choice of words holds one of them, and no field is empty.

        What there is to say about it is left out rather than left empty. A path has labels with ` > ` between them, and
        hints in round brackets; a label that ends in such brackets has a backslash before each.
        `optout check --fix` mends capitals and the sign between menus.

        Not so:

            training: sometimes

        But so:

            training: opt-out
        """,
    "yaml-feature": """
        An entry is plain YAML: no anchors, aliases, tags or further documents.

        They make the meaning of a line depend on another that a reviewer does not see, and can blow up a small file.

        Not so:

            company: &owner Example Inc.

        But so:

            company: Example Inc.
        """,
    "yaml-syntax": """
        An entry must be YAML at all.

        Most often an unquoted text contains a colon and a space, or begins with a special character; then it needs
        quotes, and `optout check --fix` puts them. Otherwise a quote or bracket was not closed, or a tab stands where
        spaces should.

        Not so:

            company: Example: the company

        But so:

            company: 'Example: the company'
        """,
}

# What archived terms have to say to an entry, where they are on the machine.
FROM_ARCHIVE = {
    "archived-date": """
        A source is as new as its archived copy.

        Where the collections of Open Terms Archive are on this machine (`optout terms --update`), the date of a source
        is compared with the one that its archived copy gives itself. A later one there, which no source of the entry
        has, means that the document was changed since somebody read it: `optout terms` shows what it says now. An older
        version may be cited beside the newest, and an edition for readers elsewhere is another document.
        """,
    "archived-terms": """
        An entry names its archived terms.

        Where the collections of Open Terms Archive are on this machine (`optout terms --update`), the documents whose
        copies an entry cites are proposed, else a service with its name, so that changes of its terms are told.
        `optout check --fix` writes what is cited, and a service whose name is the entry's alone and whose addresses are
        at its domains; among several, somebody has to choose.
        """,
}
