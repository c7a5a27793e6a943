"""Which numeric addresses belong to the public internet, by the tables of those who give them out.

* IPv4: https://www.iana.org/assignments/iana-ipv4-special-registry, and for multicast RFC 5771
* IPv6: https://www.iana.org/assignments/iana-ipv6-special-registry; of the whole space only 2000::/3 is given out, see
  https://www.iana.org/assignments/ipv6-address-space

The registries name a block, and sometimes a part of it that differs: the smallest block that holds an address decides.
What they leave open ("N/A") counts as not public. The tables stand here because those of Python's own `ipaddress` lack
blocks (5f00::/16, 64:ff9b:1::/48) and differ from one version of Python to the next.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

# Blocks of the registries, and whether they are globally reachable.
IPV4: tuple[tuple[str, bool], ...] = (
    ("0.0.0.0/8", False),  # this network
    ("10.0.0.0/8", False),  # private
    ("100.64.0.0/10", False),  # shared by the customers of a provider
    ("127.0.0.0/8", False),  # this machine
    ("169.254.0.0/16", False),  # this link; where clouds answer their machines
    ("172.16.0.0/12", False),  # private
    ("192.0.0.0/24", False),  # protocol assignments, of which two are reachable:
    ("192.0.0.9/32", True),  # port control
    ("192.0.0.10/32", True),  # TURN
    ("192.0.2.0/24", False),  # documentation
    ("192.31.196.0/24", True),  # AS112
    ("192.52.193.0/24", True),  # AMT
    ("192.88.99.0/24", False),  # 6to4 relays, given up
    ("192.168.0.0/16", False),  # private
    ("192.175.48.0/24", True),  # AS112
    ("198.18.0.0/15", False),  # benchmarks
    ("198.51.100.0/24", False),  # documentation
    ("203.0.113.0/24", False),  # documentation
    ("224.0.0.0/4", False),  # multicast
    ("240.0.0.0/4", False),  # kept for later, broadcast
)
IPV6: tuple[tuple[str, bool], ...] = (
    ("::/0", False),  # not given out, with this machine (::1), ::a.b.c.d, IPv4 in IPv6, site-local fec0::/10
    ("64:ff9b::/96", True),  # IPv4 behind a translator: as public as the IPv4 address
    ("64:ff9b:1::/48", False),  # the same in one's own network
    ("100::/64", False),  # to be thrown away
    ("100:0:0:1::/64", False),  # to be thrown away
    ("2000::/3", True),  # given out to everybody
    ("2001::/23", False),  # protocol assignments, of which some are reachable:
    ("2001::/32", False),  # Teredo
    ("2001:1::1/128", True),  # port control
    ("2001:1::2/128", True),  # TURN
    ("2001:1::3/128", True),  # service registration
    ("2001:2::/48", False),  # benchmarks
    ("2001:3::/32", True),  # AMT
    ("2001:4:112::/48", True),  # AS112
    ("2001:10::/28", False),  # ORCHID, given up
    ("2001:20::/28", True),  # ORCHIDv2
    ("2001:30::/28", True),  # drones
    ("2001:db8::/32", False),  # documentation
    ("2002::/16", True),  # IPv4 through a relay: as public as the IPv4 address
    ("2620:4f:8000::/48", True),  # AS112
    ("3fff::/20", False),  # documentation
    ("5f00::/16", False),  # segment routing
    ("fc00::/7", False),  # private
    ("fe80::/10", False),  # this link
    ("ff00::/8", False),  # multicast
)

_IPV4 = sorted(((IPv4Network(block), is_ok) for block, is_ok in IPV4), key=lambda row: -row[0].prefixlen)
_IPV6 = sorted(((IPv6Network(block), is_ok) for block, is_ok in IPV6), key=lambda row: -row[0].prefixlen)
_TRANSLATED = ip_network("64:ff9b::/96")


def is_public(number: str) -> bool:
    """Whether a numeric address belongs to the public internet.

    Raises:
        ValueError: it is no numeric address.
    """
    ip = ip_address(number.split("%")[0])
    if isinstance(ip, IPv4Address):
        return next((is_ok for block, is_ok in _IPV4 if ip in block), True)
    inner = IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _TRANSLATED else ip.sixtofour
    if inner is not None and not is_public(str(inner)):
        return False
    return next(is_ok for block, is_ok in _IPV6 if ip in block)


def numeric(host: str) -> IPv4Address | IPv6Address | None:
    """The number that a browser makes of a host; None where the host is a name.

    Besides `192.168.1.1` browsers read octal and hexadecimal parts, fewer parts than four, and one decimal number:
    https://url.spec.whatwg.org/#concept-ipv4-parser.

    Raises:
        ValueError: the host is neither a name nor a number, such as `1.2.3.400`.
    """
    if host.startswith("["):
        return IPv6Address(host.removeprefix("[").removesuffix("]").split("%")[0])
    parts = host.removesuffix(".").split(".")
    if not _is_number(parts[-1]):
        return None
    if len(parts) > 4:
        raise ValueError(f"`{host}` has more than four parts")
    values = [_value(part) for part in parts]
    *first, last = values
    if any(value > 255 for value in first) or last >= 256 ** (5 - len(values)):
        raise ValueError(f"`{host}` has a part that is too large")
    return IPv4Address(last + sum(value << 8 * (3 - position) for position, value in enumerate(first)))


def _is_number(part: str) -> bool:
    if part.isascii() and part.isdigit():
        return True
    try:
        return _value(part) >= 0
    except ValueError:
        return False


def _value(part: str) -> int:
    if part[:2] in ("0x", "0X"):
        return int(part[2:] or "0", 16) if "_" not in part and part[2:3] not in ("+", "-") else _no(part)
    if not (part.isascii() and part.isdigit()):
        return _no(part)
    return int(part, 8 if len(part) > 1 and part[0] == "0" else 10)


def _no(part: str) -> int:
    raise ValueError(f"`{part}` is no number")
