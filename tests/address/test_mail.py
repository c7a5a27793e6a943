"""What a mail link does beyond what one sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optout.address.judge import objection as judged
from optout.address.mail import domain, objection, parse


@pytest.mark.parametrize(
    "address",
    [
        "mailto:a@b.example",
        "mailto:a+c@b.example?subject=My%20data",
        "mailto:a@b.example?subject=x&body=One%0D%0ATwo%0AThree%09.",
        "mailto:a@b.example?SUBJECT=x",
    ],
)
def test_one_address_a_subject_and_a_text(address: str) -> None:
    """That is what a mail link is for."""
    assert objection(address) == judged(address) == ""


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("mailto:a@b.example?bcc=c@d.example", "sets `bcc` of the mail"),
        ("mailto:a@b.example?%62%63%63=c@d.example", "sets `bcc` of the mail"),
        ("mailto:a@b.example?subject=x;cc=c@d.example", "sets `cc` of the mail"),
        ("mailto:a@b.example?attach=/etc/passwd", "sets `attach` of the mail"),
        ("mailto:a@b.example?x-header=1", "sets `x-header` of the mail"),
        ("mailto:a@b.example?subject=x&subject=y", "says a thing twice"),
        ("mailto:a@b.example?subject=x%0D%0ABcc:c@d.example", "has control characters in it"),
        ("mailto:a@b.example?subject=x%00", "has control characters in it"),
        ("mailto:a@b.example?subject=x%C2%85y", "has control characters in it"),
        ("mailto:a@b.example?body=x%0D.%0Dy", "has control characters in it"),
        ("mailto:a@b.example?bo%0Ddy=x", "has control characters in it"),
        ("mailto:a%0D%0Ab@b.example", "has control characters in it"),
        ("mailto:a@b.example,c@d.example", "does not name one address"),
        ("mailto:a@b.example%2Cc@d.example", "does not name one address"),
        ("mailto:a@b.example%3Fbcc=c@d.example", "does not name one address"),
        ("mailto:A%20%3Ca@b.example%3E", "does not name one address"),
        ("mailto:", "does not name one address"),
        ("mailto:?to=a@b.example", "does not name one address"),
    ],
)
def test_what_a_mail_link_may_not_do(address: str, reason: str) -> None:
    """However it is encoded."""
    assert objection(address) == reason
    assert reason in judged(address)


@given(st.text(max_size=40))
def test_every_mail_link_has_a_judgement(text: str) -> None:
    """Nothing in it ends the check, and what passes has one address and two headers at most."""
    address = f"mailto:{text}"
    if not objection(address):
        assert parse(address).to.count("@") == 1
        assert len(parse(address).headers) <= 2
        assert domain(address)


@pytest.mark.parametrize(
    "address", ["http://a.example", "javascript:alert(1)", "file:///etc/passwd", "tel:110", "", "a"]
)
def test_only_pages_and_mails_are_opened(address: str) -> None:
    """Nothing else leads anywhere."""
    assert judged(address) == "it is neither a web page (https) nor a mail, nor a page of a system's settings"
