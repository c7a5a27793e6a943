"""The region that was meant by what is no code of one: a slip of the keyboard, a code of three letters, dots."""

from optout.alike import slips
from optout.messages import find_region, language
from optout.regions import GROUPS

# Codes of three letters by those of two (ISO 3166-1), of the regions that entries name most.
_THREE = {
    "AUS": "AU", "AUT": "AT", "BEL": "BE", "BRA": "BR", "CAN": "CA", "CHE": "CH", "CHN": "CN", "CZE": "CZ", "DEU": "DE",
    "DNK": "DK", "ESP": "ES", "EST": "EE", "FIN": "FI", "FRA": "FR", "GBR": "GB", "GRC": "GR", "HUN": "HU", "IND": "IN",
    "IRL": "IE", "ISL": "IS", "ISR": "IL", "ITA": "IT", "JPN": "JP", "KOR": "KR", "LUX": "LU", "MEX": "MX", "NLD": "NL",
    "NOR": "NO", "NZL": "NZ", "POL": "PL", "PRT": "PT", "ROU": "RO", "SVN": "SI", "SWE": "SE", "TUR": "TR", "UKR": "UA",
    "ZAF": "ZA",
}  # fmt: skip


def near_region(text: str) -> str:
    """The code; empty if nothing is near."""
    if found := find_region(text) or find_region(text.replace(".", "")):
        return found
    code = text.strip().upper()
    if code in _THREE:
        return _THREE[code]
    groups = [name for name in GROUPS if len(code) > 2 and slips(code, name) == 1]
    if groups:
        return groups[-1]
    from difflib import get_close_matches

    names = {name.casefold(): one for one, name in language("en").regions().items()}
    near = get_close_matches(text.strip().casefold(), names, 1, _ALIKE) if len(text) > _SHORT else []
    return names[near[0]] if near else ""


_ALIKE = 0.84  # a letter or two in a name
_SHORT = 4  # letters, with which many names are alike
