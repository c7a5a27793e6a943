"""Companies, as the field `company` names them: without their legal form, and one by one."""

import re

from optout.catalog.names import key

# Legal forms, as operators write them behind their names (https://www.gleif.org lists them by country).
_FORMS = re.compile(
    r"[\s,]+(?:inc|incorporated|l\.?l\.?c|ltd|limited|corp|corporation|g?gmbh|ag|se|s\.?a|s\.?a\.?s|b\.?v|n\.?v|plc"
    r"|oy|ab|pty|pte|holdings?|platforms)\.?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[/()]|,\s+(?!inc\b|llc\b|ltd\b|limited\b)", re.IGNORECASE)
_COM = ".com"
_NO_COMPANY = ("elsewhere", "worldwide", "formerly", "now")
# Whose platforms people look for under a name that no entry has.
PARENTS = {"alphabet": "google"}


def companies(company: str) -> list[str]:
    """The companies that the field names, each without its legal form: "X Corp. / SpaceXAI (xAI)" are three."""
    from optout import regions

    found = []
    for part in (company,) if company.isalnum() else _BETWEEN.split(company):
        name = _bare(part.strip(" ,"))
        if name and name.casefold() not in _NO_COMPANY and not (len(name) == 2 and regions.is_known(name)):
            found.append(name)
    return found


def company_key(text: str) -> str:
    """The form in which companies are compared: without legal form, and by the name that entries use."""
    bare = _bare(text.strip())
    found = key(bare[: -len(_COM)] if bare.lower().endswith(_COM) else bare)
    return PARENTS.get(found, found)


def _bare(name: str) -> str:
    if name.isalnum():
        return name
    shorter = _FORMS.sub("", name)
    while shorter != name:
        name, shorter = shorter, _FORMS.sub("", shorter)
    return name
