"""What each field of an entry holds, in words for those who write one.

Editors show them (see `schema`), and CONTRIBUTING's tables are made of them.
"""

from optout.model import CATEGORIES

TRAINING = {
    "opt-out": "it trains on what you do there unless you act",
    "opt-in": "it trains only after you have agreed",
    "no-training": "the operator says that it does not train on it",
    "no-control": "it trains, and there is no way to refuse, or none was found",
    "depends": "one of the above, depending on region, plan, account or data: say on what in `scope` and `differences`",
}
PLATFORM = {
    "name": "as people call it",
    "aliases": "other names that people search by",
    "formerly": "former names",
    "company": "who operates it",
    "category": ", ".join(CATEGORIES),
    "domains": "its domains, as a password manager has them",
    "training": "the status",
    "summary": "the answer in one sentence, which cites its source",
    "question": "the guide's title, where the usual question would not fit",
    "trainer": "`others` for a standard or service that trains nothing itself but is a way to refuse others",
    "scope": "for which accounts, plans or regions the status holds",
    "doubt": "what is uncertain about the status itself",
    "checked": "the day on which somebody compared the entry with its sources",
    "uses": "what is used for training",
    "spares": "what is left alone",
    "controls": "the ways to refuse, best first",
    "limits": "what refusing does not do",
    "lookalikes": "settings that people take for a refusal and that are none: `name`, `text`, `path`, `link`",
    "differences": "what is different for some: `text`, for whom, and `training` if it is another status",
    "history": "`date` and `text`, oldest first",
    "conflicts": "where sources disagree, and which one the guide follows",
    "crawlers": "for operators of crawlers: `token`, `purpose`, `obeys`, `agent`, `addresses`",
    "see": "related platforms: `slug: why`",
    "sources": "`id:` with `title`, `publisher`, `kind` (official, press, community), `url`, `archived`, `date` and "
    "`quote`",
}
HOW = {
    "switch": "a switch: its label; the last station of `path` if left out",
    "set": "with a switch, its refusing position: `on`, `off` or `'Option on screen'` (quoted if it is a word like No)",
    "form": "a web form: its address, or the label that leads to it at the end of `path`",
    "email": "a message: `to`, `subject`, `body`",
    "file": "a text to publish or configure: `name`, `text`",
    "command": "a command or API call",
    "plan": "another plan or kind of account",
    "delete": "deleting: the label of the button",
    "none": "there is no way: `stated` by the operator, or `not-found`",
}
FURTHER = {
    "name": "what this way is called; the switch's label if left out",
    "where": "web, ios, android, desktop, server, admin",
    "who": "member, admin, site-owner; member if left out",
    "needs": "what one must have first, such as `signed in`",
    "each": "what it must be chosen for anew: chat",
    "path": "labels with ` > ` between them, hints in round brackets: `Settings > Privacy (at the bottom)`",
    "default": "where the switch stands if nobody touched it",
    "then": "buttons to press afterwards",
    "link": "the setting's own address",
    "choose": "what to pick in the form",
    "steps": "the steps in words, only where all that is not enough",
    "note": "what else to know before one starts",
    "effect": "what is different from then on",
    "limits": "what this way does not do",
    "done": "how one can tell that it worked, where that is not plain",
    "undo": "the way back, where it is not the same switch",
    "doubt": "what is not certain about this way",
    "evidence": "the ids of the sources that say so",
}
AUDIENCE = {
    "regions": "only for these regions: ISO 3166 codes, US-CA, and the groups EU and EEA",
    "regions-except": "for everybody but these regions",
    "plans": "only for these plans or kinds of account",
    "plans-except": "for everybody but these plans",
}
PARTS = {
    "platform": PLATFORM,
    "stub": {
        "name": "the former name",
        "now": "the slug of the entry it leads to",
        "aliases": "other names that people search by",
        "domains": "domains that belonged to it",
    },
    "claim": {"text": "the sentence", "doubt": "what about it is not certain"},
    "control": {**HOW, **FURTHER, **AUDIENCE},
    "email": {"to": "the address", "subject": "the subject asked for", "body": "the text asked for"},
    "file": {"name": "the file's name", "text": "the text, letter by letter"},
    "lookalike": {
        "name": "the setting's name",
        "path": "the way to it, as in a control",
        "link": "its own address",
        "text": "what it really does",
        "doubt": "what about it is not certain",
        **AUDIENCE,
    },
    "difference": {
        "training": "the status for them, if it is another one",
        "text": "what is different for them",
        "doubt": "what about it is not certain",
        **AUDIENCE,
    },
    "event": {
        "date": "2026-07-23, 2026-07 or 2026, as precise as it is known",
        "text": "what changed",
        "doubt": "what about it is not certain",
    },
    "crawler": {
        "token": "the name that robots.txt uses",
        "purpose": "what it fetches pages for",
        "obeys": "whether it obeys robots.txt",
        "agent": "its user agent",
        "addresses": "where its network addresses are listed",
    },
    "source": {
        "title": "the title of the page",
        "publisher": "who publishes it",
        "kind": "official (the operator itself), press, community",
        "url": "the page at its publisher's own address",
        "archived": "a copy in an archive",
        "date": "when the page was published or last changed",
        "quote": "at most 20 words of it, letter by letter",
    },
}
