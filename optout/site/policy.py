"""What a page may load: the same policy as a meta tag in every page and as a header for hosts that take a file of them.

https://www.w3.org/TR/CSP3/
"""

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from urllib.parse import urlsplit

from optout.project.config import Config
from optout.site.model import SiteFile

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
)

# Of a page that can be installed; what a worker may ask for, only a header can say.
INSTALLABLE = f"{POLICY}; manifest-src 'self'"
_WORKER = "; manifest-src 'self'; connect-src 'self'"

_EVERYWHERE = (
    "X-Content-Type-Options: nosniff",
    "Referrer-Policy: no-referrer",
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy: same-origin",
)

# No two rules for a file name the same header: hosts would join their values.
_RULES = (
    ("/assets/*", ("Cache-Control: public, max-age=600",)),
    ("/static/*", ("Cache-Control: public, max-age=31536000, immutable",)),
    ("/api/*", ("Access-Control-Allow-Origin: *", "Cache-Control: public, max-age=3600")),
    ("/feeds/*", ("Content-Type: application/atom+xml; charset=utf-8", "Cache-Control: public, max-age=3600")),
    ("/calendar.ics", ("Content-Type: text/calendar; charset=utf-8", "Cache-Control: public, max-age=3600")),
)


def carrying(policy: str, styles: Iterable[str], scripts: Iterable[str]) -> str:
    """The policy of pages that have these styles and scripts in themselves, and no others."""
    own = policy.replace("script-src 'self'", f"script-src 'self' {_digests(scripts)}")
    return own.replace("style-src 'self'", f"style-src 'self' {_digests(styles)}")


def _digests(texts: Iterable[str]) -> str:
    return " ".join(sorted(map(_digest, texts)))


@cache
def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def headers(config: Config, allowed: str) -> SiteFile:
    """The file of headers as Netlify and Cloudflare Pages read it; `allowed` is what any page of the site may load.

    A meta tag cannot say who may show a page in a frame: that stands here.
        https://docs.netlify.com/routing/headers/ and https://developers.cloudflare.com/pages/configuration/headers/
    """
    folder = urlsplit(config.base_url).path
    own = [f"/{code}{path}" for code in config.languages[1:] for path in ("/feeds/*", "/calendar.ics")]
    known = dict(_RULES)
    everywhere = (f"Content-Security-Policy: {allowed}{_WORKER}; frame-ancestors 'none'", *_EVERYWHERE)
    every = (("/*", everywhere), *_RULES, *((path, known[f"/{path.split('/', 2)[2]}"]) for path in own))
    rules = (f"{folder}{path}\n" + "".join(f"  {line}\n" for line in lines) for path, lines in every)
    return SiteFile("_headers", "".join(rules))
