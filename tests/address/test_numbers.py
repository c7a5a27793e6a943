"""Which numbers are public, row by row of the registries, and what browsers read as a number."""

from ipaddress import ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout.address.numbers import IPV4, IPV6, is_public, numeric


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.216.34", True),
        ("1.1.1.1", True),
        ("0.1.2.3", False),
        ("10.0.0.1", False),
        ("100.64.0.1", False),
        ("100.63.255.255", True),
        ("100.128.0.0", True),
        ("127.0.0.1", False),
        ("127.255.255.254", False),
        ("169.254.169.254", False),
        ("172.15.255.255", True),
        ("172.16.0.1", False),
        ("172.31.255.255", False),
        ("172.32.0.0", True),
        ("192.0.0.1", False),
        ("192.0.0.8", False),
        ("192.0.0.9", True),
        ("192.0.0.10", True),
        ("192.0.0.170", False),
        ("192.0.0.171", False),
        ("192.0.2.1", False),
        ("192.31.196.1", True),
        ("192.52.193.1", True),
        ("192.88.99.1", False),
        ("192.88.99.2", False),
        ("192.168.255.255", False),
        ("192.175.48.1", True),
        ("198.18.0.1", False),
        ("198.19.255.255", False),
        ("198.20.0.0", True),
        ("198.51.100.1", False),
        ("203.0.113.1", False),
        ("224.0.0.1", False),
        ("239.255.255.255", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("::", False),
        ("::1", False),
        ("::127.0.0.1", False),
        ("::93.184.216.34", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", False),
        ("::ffff:0:93.184.216.34", False),
        ("64:ff9b::5db8:d822", True),
        ("64:ff9b::a00:1", False),
        ("64:ff9b:1::7f00:1", False),
        ("64:ff9b:1::5db8:d822", False),
        ("100::1", False),
        ("100:0:0:1::1", False),
        ("1fff:ffff::", False),
        ("2001::1", False),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", False),
        ("2001:1::1", True),
        ("2001:1::2", True),
        ("2001:1::3", True),
        ("2001:1::4", False),
        ("2001:2::1", False),
        ("2001:3::1", True),
        ("2001:4:112::1", True),
        ("2001:5::1", False),
        ("2001:10::1", False),
        ("2001:20::1", True),
        ("2001:30::1", True),
        ("2001:1ff:ffff::1", False),
        ("2001:200::1", True),
        ("2001:db8::1", False),
        ("2002:a00:1::1", False),
        ("2002:7f00:1::1", False),
        ("2002:5db8:d822::1", True),
        ("2620:4f:8000::1", True),
        ("3fff::1", False),
        ("3fff:fff:ffff::1", False),
        ("3fff:1000::1", True),
        ("4000::1", False),
        ("5f00::1", False),
        ("fc00::1", False),
        ("fd00::1", False),
        ("fe80::1%eth0", False),
        ("fec0::1", False),
        ("feff::1", False),
        ("ff02::1", False),
        ("ff0e::1", False),
    ],
)
def test_which_numbers_are_public(number: str, public: bool) -> None:
    """Each row of the registries for special purposes, its edges, and IPv4 in every dress of IPv6."""
    assert is_public(number) is public


@given(st.ip_addresses())
def test_nothing_is_public_that_python_calls_private(ip: object) -> None:
    """Its own tables, which are coarser, never refuse what these allow, but for blocks called reachable."""
    reachable = [ip_network(block) for block, is_ok in (*IPV4, *IPV6) if is_ok and block != "2000::/3"]
    number = ip_address(str(ip))
    if is_public(str(ip)) and not any(number in block for block in reachable):
        assert number.is_global


@pytest.mark.parametrize(
    ("host", "number"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("127.0.0.1.", "127.0.0.1"),
        ("2130706433", "127.0.0.1"),
        ("017700000001", "127.0.0.1"),
        ("0x7f000001", "127.0.0.1"),
        ("0x7f.1", "127.0.0.1"),
        ("127.1", "127.0.0.1"),
        ("0177.0.0.01", "127.0.0.1"),
        ("192.168.257", "192.168.1.1"),
        ("10.1", "10.0.0.1"),
        ("0", "0.0.0.0"),
        ("0x", "0.0.0.0"),
        ("[::1]", "::1"),
        ("[::ffff:10.0.0.1]", "::ffff:a00:1"),
        ("93.184.216.34", "93.184.216.34"),
        ("example.com", None),
        ("1.example.com", None),
        ("0xample", None),
        ("1password", None),
        ("0x7g", None),
    ],
)
def test_what_browsers_read_as_a_number(host: str, number: str | None) -> None:
    """Decimal, octal, hexadecimal, short; names that begin with a number are names."""
    assert numeric(host) == (ip_address(number) if number else None)


@pytest.mark.parametrize(
    "host", ["1.2.3.400", "1.2.3.4.5", "256.1", "4294967296", "a.09", "example.0x1", "[::g]", "[]"]
)
def test_what_looks_like_a_number_and_is_none(host: str) -> None:
    """Browsers refuse these."""
    with pytest.raises(ValueError, match=r".+"):
        numeric(host)
