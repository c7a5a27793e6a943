"""Addresses that a publisher writes into settings: which of them a page can link to, and what was meant by others."""

import re
from urllib.parse import urlsplit

_CLONED = re.compile(r"(?:ssh://)?git@([\w.-]+)[:/](?:\d+/)?/?([^\s:?#]+?)(?:\.git)?/?")
_MAILBOX = re.compile(r"mailto:[\w.+-]+@[\w.-]+(\?[^\s\"<>\\^`|]*)?", re.ASCII)
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/[^\s@]*)?", re.ASCII)
_NOT_IN_ADDRESSES = set(' "<>\\^`|')


def not_fit(address: str, name: str) -> str:
    """Why an address is none for the setting `name`, and what was meant, if that is plain; empty if it fits."""
    if not address or (name == "report_url" and _MAILBOX.fullmatch(address)):
        return ""
    is_address = _is_address(address) and not (name == "base_url" and set(address) & set("?#{}"))
    if is_address and "@" in urlsplit(address).netloc:
        return "what stands before the @ would be on every page; leave name and password out"
    if is_address:
        return ""
    example = "https://example.org/guides" + (" or mailto:desk@example.org" if name == "report_url" else "")
    meant = _meant(address, name)
    return f"`{address}` is no address such as {example}" + (f"; did you mean `{meant}`?" if meant else "")


def of_clone(address: str) -> str:
    """The page of a repository that one clones from an address; the address itself if it is no such."""
    found = _CLONED.fullmatch(address)
    return f"https://{found[1]}/{found[2]}" if found else address


def one_form(address: str) -> str:
    """An address as every page writes it: scheme and host in small letters, no slash at the end."""
    scheme, sign, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme.lower()}{sign}{host.lower()}{slash}{path}".rstrip("/") if sign else address.rstrip("/")


def _meant(address: str, name: str) -> str:
    """As one clones a repository, without its scheme, or a mailbox alone."""
    if name == "repository" and _CLONED.fullmatch(address):
        return of_clone(address)
    if name == "report_url" and _MAILBOX.fullmatch(f"mailto:{address}"):
        return f"mailto:{address}"
    return f"https://{address}" if _HOST.fullmatch(address) else ""


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    is_clean = address.isprintable() and not set(address) & _NOT_IN_ADDRESSES
    return parts.scheme in ("http", "https") and bool(parts.netloc) and is_clean
