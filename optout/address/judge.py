"""Everything that is wrong with a place to lead a reader to, whatever kind of address it is."""

from optout.address import mail
from optout.address.hosts import authority, disguised, shown, unreachable
from optout.address.systems import system


def objection(address: str) -> str:
    """Why nobody should be led there, in words; empty if all is well. Only https, mailto and what opens a
    page of a system's settings lead anywhere.
    """
    if address.startswith("mailto:"):
        return f"the mail link {wrong}" if (wrong := mail.objection(address)) else _host(mail.domain(address))
    if system(address):
        return ""
    if not address.startswith("https://"):
        return "it is neither a web page (https) nor a mail, nor a page of a system's settings"
    found = authority(address)
    if found.user:
        return f"`{found.user}` is a user name, and it leads to {shown(found.host)}"
    return _host(found.host)


def _host(host: str) -> str:
    return unreachable(host) or disguised(host)
