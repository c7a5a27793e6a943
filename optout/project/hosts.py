"""Code hosts: where each kind has a file, a new issue, and a wish for a guide."""

from typing import NamedTuple
from urllib.parse import urlsplit


class Host(NamedTuple):
    """Where a kind of code host has a file, the form of a new issue, and that of a wish; patterns.

    An empty one is the first page of the repository: what is elsewhere there, or not known.
    """

    file: str = ""
    issue: str = ""
    wish: str = ""


# https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/creating-an-issue
_GITHUB = Host(
    "/blob/HEAD/{file}?plain=1",
    "/issues/new?template=wrong-step.yml&title={title}&platform={slug}",
    "/issues/new?template=new-platform.yml",
)
# https://docs.gitlab.com/user/project/issues/create_issues/#using-a-url-with-prefilled-values
_GITLAB = Host(
    "/-/blob/HEAD/{file}?plain=1",
    "/-/issues/new?issue[title]={title}&issue[description]={where}",
    "/-/issues/new?issue[title]={title}",
)
# https://forgejo.org, as Codeberg runs it, and Gitea
_FORGEJO = Host(
    "/src/branch/HEAD/{file}?display=source", "/issues/new?title={title}&body={where}", "/issues/new?title={title}"
)

HOSTS = {
    "github": _GITHUB,
    "gitlab": _GITLAB,
    "forgejo": _FORGEJO,
    "gitea": _FORGEJO,
    "codeberg": _FORGEJO,
    "bitbucket": Host("/src/HEAD/{file}"),  # issues are a project's choice there
    "sourcehut": Host("/tree/HEAD/item/{file}"),  # tickets have a host of their own
}
_NAMED = {**{kind: kind for kind in HOSTS}, "sr.ht": "sourcehut"}


def kind_of(repository: str, kind: str = "") -> str:
    """The kind of host that a repository is on: `kind` if that is set, else as its name tells; empty if it does not."""
    name = (urlsplit(repository).hostname or "").lower()
    return kind or next((told for part, told in _NAMED.items() if part in name), "")


def host_of(repository: str, kind: str = "") -> Host:
    """The addresses of that kind; of an unknown one the first page alone, which is there."""
    return HOSTS.get(kind_of(repository, kind), Host())
