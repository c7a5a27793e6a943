"""The words by which passages are found, language by language."""

import pytest

from optout.terms.passages import read
from optout.terms.vocabulary import LANGUAGES, Sought, language_of, quoted_in, vocabulary

_SOUGHT = [
    pytest.param(code, sought, id=f"{code}-{sought.kind}-{number}")
    for code in LANGUAGES
    for number, sought in enumerate(vocabulary(code).passages)
]


@pytest.mark.parametrize(("code", "sought"), _SOUGHT)
def test_the_examples_of_a_file_are_true(code: str, sought: Sought) -> None:
    """What must hit is found, as what it is and by the very patterns it stands beside; what must not is not."""
    words = vocabulary(code)
    assert sought.hits
    assert sought.misses
    for sentence in sought.hits:
        assert words.kind_of(sentence) == sought.kind, sentence
        assert all(pattern.search(words.aside.sub(" ", sentence)) for pattern in sought.patterns), sentence
    for sentence in sought.misses:
        assert not all(pattern.search(words.aside.sub(" … ", sentence)) for pattern in sought.patterns), sentence


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_finds_training_objection_ground_and_the_name_of_ai(code: str) -> None:
    """No file lacks a kind, and none has a word for common that another needs to be told from it."""
    assert {one.kind for one in vocabulary(code).passages} == {"training", "objection", "basis", "mention"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "We use the information that you give us to provide the service and for our partners."),
        ("de", "Wir verwenden die Daten, die Sie uns geben, um den Dienst für Sie und unsere Partner zu erbringen."),
        ("fr", "Nous utilisons les données que vous nous donnez pour fournir le service et pour nos partenaires."),
        ("es", "Usamos los datos que usted nos da para ofrecer el servicio y para nuestros socios en la red."),
        ("pt", "Usamos os dados que você nos dá para oferecer o serviço e para os nossos parceiros na rede."),
        ("it", "Utilizziamo i dati che ci fornisci per offrire il servizio e per i nostri partner nella rete."),
        ("nl", "Wij gebruiken de gegevens die u ons geeft om de dienst te leveren en voor onze partners."),
        ("en", "12345"),
        (
            "en",
            "We tell what is used [here](https://www.acme.com/a/o), [here](https://acme.com/e), https://acme.com/com/com.",
        ),
        (
            "en",
            "[Sac pour la femme](/x) [Robes et les vestes](/y) de la saison. " * 200
            + "This is what we do with it. " * 700,
        ),
    ],
)
def test_a_language_is_known_by_its_commonest_words(code: str, text: str) -> None:
    """Neither by where links lead nor by a menu above it; English where no word tells."""
    assert language_of(text) == code


def test_a_policy_is_read_in_its_own_language() -> None:
    """A French sentence with a word that means something else in English is no hit, and a German one is found."""
    french = (
        "Le retard peut entraîner la perte de vos données. Nous sommes en train de le faire pour vous et les autres."
    )
    assert read(french).passages == ()
    german = "Wir nutzen die Daten nicht für andere Zwecke. Damit werden unsere KI-Modelle trainiert, wie Sie wissen."
    (found,) = read(german).passages
    assert (found.sentence.kind, found.before) == ("training", "Wir nutzen die Daten nicht für andere Zwecke.")


@pytest.mark.parametrize(
    ("quote", "code"),
    [
        ("tippen Sie oben links auf Ihr Profilbild", "de"),
        ("si vous ne souhaitez pas qu'Airbnb utilise vos données personnelles", "fr"),
        ("사용자가 비공개 처리한 데이터를 인공지능(AI) 학습에 활용하지 않기로 했다", "ko"),
        ("Gemini のトレーニングに使用されることはありません", "ja"),
        ("我们可能会将上述信息用于提升", "zh"),
        ("You can turn off training of AI models in your settings.", "en"),
        ("Help improve AI-powered features", ""),
        ("choose Enable AI services opt-out policies", ""),
        ("Nous Research may not otherwise use or display Client Data without Client's written consent", ""),
        ("File(在 macOS 上,点击 Android Studio)> Settings > Tools > Gemini", ""),
        ("", ""),
    ],
)
def test_a_few_words_have_a_language_only_if_it_is_sure(quote: str, code: str) -> None:
    """A screen reader says what is marked with the sounds of that language: rather none than another one."""
    assert quoted_in(quote) == code
