"""One's accounts: which platforms somebody uses, what they decided about each, and the one file that keeps it.

The same file is written and read by the site's My list; `docs/list.md` describes it, `list.schema.json` is its schema.
"""

from optout.accounts.values import Account, Lists, Person, Profile, Remembered, SentLetter, State, Walked

__all__ = ["Account", "Lists", "Person", "Profile", "Remembered", "SentLetter", "State", "Walked"]
