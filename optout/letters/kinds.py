"""The words by which one asks for a letter: its kind, the law, the language. Imports nothing, as help does."""

from typing import Literal, get_args

Kind = Literal["objection", "withdrawal", "access", "erasure", "reminder", "complaint"]

KINDS: tuple[Kind, ...] = get_args(Kind)
# What asks for something, and what follows if no answer comes.
ASKING: tuple[Kind, ...] = ("objection", "withdrawal", "access", "erasure")
FOLLOWING: tuple[Kind, ...] = ("reminder", "complaint")
# The files of `laws`; the last is what is left where no law is known.
LAWS = (
    *("gdpr", "uk-gdpr", "fadp", "lgpd", "pipeda", "quebec", "pipa", "appi", "australia", "dpdp"),
    *("ccpa", "us-co", "us-ct", "us-mn", "us-mt", "us-or", "us-tx", "us-va"),
    "request",
)
WITHOUT_LAW = "request"
LETTER_LANGUAGES = ("en", "de", "fr", "es", "it", "pt")
