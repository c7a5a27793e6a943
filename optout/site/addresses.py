"""Where a file of the site is: at its own address, or, for a site that has none, as seen from another file."""

from posixpath import dirname, relpath

from optout.project.config import Config


def canonical(config: Config, path: str) -> str:
    """The one address of the file at `path`; empty for a site without an address."""
    return f"{config.base_url}/{'' if path == 'index.html' else path}" if config.base_url else ""


def link(config: Config, path: str, here: str) -> str:
    """The address of the file at `path`; for a site without an address relative to the file `here`."""
    return canonical(config, path) or relpath(path, dirname(here) or ".")
