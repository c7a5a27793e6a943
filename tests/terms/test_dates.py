"""The date that a policy gives itself."""

import pytest

from optout.model import Date
from optout.terms.dates import date_in, dates_in

_ENGLISH = "We use the information that you give us for the service.\n\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Privacy\n\n**Last updated:** November 3, 2025\n\n" + _ENGLISH, Date(2025, 11, 3)),
        ("Effective: 3 November 2025\n" + _ENGLISH, Date(2025, 11, 3)),
        ("Last modified 3rd of Sept. 2025\n" + _ENGLISH, Date(2025, 9, 3)),
        ("Effective date\n\n2026-07-01\n" + _ENGLISH, Date(2026, 7, 1)),
        ("Last updated: May 1, 2026. Effective: June 1, 2026\n" + _ENGLISH, Date(2026, 6, 1)),
        (_ENGLISH * 300 + "Last updated: May 1, 2026", Date(2026, 5, 1)),
        ("Stand: 1. Mai 2026\n\nWir verwenden die Daten, die Sie uns geben, für den Dienst.", Date(2026, 5, 1)),
        ("Gültig ab dem 15.06.2026\n\nWir verwenden die Daten, die Sie uns geben.", Date(2026, 6, 15)),
        ("Dernière mise à jour : 1er août 2025\nNous utilisons les données que vous donnez.", Date(2025, 8, 1)),
        ("Última actualización: 5 de enero de 2026\nUsamos los datos que usted nos da para ello.", Date(2026, 1, 5)),
        ("Última atualização: 5 de janeiro de 2026\nUsamos os dados que você nos dá para isso.", Date(2026, 1, 5)),
        ("Ultimo aggiornamento: 5 gennaio 2026\nUtilizziamo i dati che ci dai per questo.", Date(2026, 1, 5)),
        (
            "Laatst bijgewerkt: 5 januari 2026\nWij gebruiken de gegevens die u ons geeft voor de dienst.",
            Date(2026, 1, 5),
        ),
        ("Privacy Policy\n=====\n\nSeptember 11, 2025\n\n" + _ENGLISH, Date(2025, 9, 11)),
        ("It was approved on May 1, 2025, and went into effect on June 2, 2025.\n" + _ENGLISH, Date(2025, 6, 2)),
        ("September 11, 2025\n\nLast updated: May 1, 2026\n\n" + _ENGLISH, Date(2026, 5, 1)),
        (_ENGLISH * 9 + "September 11, 2025\n\n" + _ENGLISH, None),
        ("The law of May 1, 2026 applies.\n" + _ENGLISH, None),
        ("Last updated: 03/11/2025\n" + _ENGLISH, None),
        ("Last updated: February 31, 2026\n" + _ENGLISH, None),
        (_ENGLISH * 200 + "Last updated: May 1, 2026\n" + _ENGLISH * 200, None),
        ("", None),
    ],
)
def test_a_policy_says_of_when_it_is(text: str, found: Date | None) -> None:
    """In any of the languages, above or below; the later of two; none from numbers that can be read in two ways.

    A date that has a line below the title for itself is the policy's; further below it may be that of anything.
    """
    assert date_in(text) == found


def test_a_policy_may_say_when_it_was_written_and_when_it_holds() -> None:
    """Both are its dates; those of its end count only where its beginning has none."""
    text = f"Last updated: May 1, 2026. Effective: June 1, 2026\n{_ENGLISH * 300}Last updated: May 1, 2020"
    assert dates_in(text) == (Date(2026, 5, 1), Date(2026, 6, 1))
