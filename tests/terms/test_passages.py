"""Sentences on training and refusing, what stands around them, and whom they name."""

from time import process_time

import pytest

from optout.terms.passages import Address, addresses, is_failed, keys, read

_TRAINED = "We use your posts to train our AI models."


def _said(text: str) -> list[tuple[str, str]]:
    return [(one.sentence.kind, one.sentence.text) for one in read(text).passages]


@pytest.mark.parametrize(
    "text",
    [
        "## 3. Data\n\nWe use your posts to train our AI models.",
        "7.1 We use your posts to train our [AI models](https://acme.example/ai?id=2).",
        "* **We use your posts to train our AI models**.",
        "| Purpose | Ground |\n|---|---|\n| We use your posts to train our AI models. | Contract |",
        "It says so.<br><br>We use your posts to train our AI models.<br>And so on.",
        "Others do it too.We use your posts to train our AI models.",
        "WE USE YOUR POSTS TO TRAIN OUR AI MODELS",
        "Section 4.2 applies. We use the posts to train the AI models.",
    ],
)
def test_the_same_words_have_one_key(text: str) -> None:
    """Moved, renumbered, linked elsewhere, in a list, a cell or a run of cells: nothing was said anew."""
    assert keys(text) == keys(_TRAINED)


@pytest.mark.parametrize(
    "text",
    [
        "We do not use your posts to train our AI models.",
        "We use your posts and messages to train our AI models.",
        "We use your posts to train our AI models, unless you object.",
        "We use your posts to train our AI models; write to ai@acme.example if you object.",
    ],
)
def test_other_words_have_another_key(text: str) -> None:
    """A negation, another kind of data, an exception, somebody to write to: each says something else."""
    assert keys(text) != keys(_TRAINED)


def test_what_stands_before_a_sentence_comes_with_it() -> None:
    """It may turn it round; in a list it is the item above."""
    (first,) = read("We never do the following.\n\nWe use your posts to train our AI models.").passages
    assert (first.before, first.line) == ("We never do the following.", 3)


def test_a_rule_for_users_is_told_from_what_the_operator_does() -> None:
    """In one sentence, and in a list below the words that forbid."""
    text = "You may not do any of this:\n* use our content to train AI models\n* sell it\n\nWe train AI models on it."
    found = [(one.sentence.text, one.sentence.forbids, one.counts) for one in read(text).passages]
    assert found == [
        ("use our content to train AI models", True, False),
        ("We train AI models on it.", False, True),
    ]
    assert not keys("You may not use our Services to train AI models.")


def test_refusing_counts_beside_training_only() -> None:
    """The right to object to advertising is in every policy; it is shown, and no change of it is an alarm."""
    assert _said("You have the right to object to direct marketing at any time.") == [
        ("objection", "You have the right to object to direct marketing at any time.")
    ]
    assert not keys("You have the right to object to direct marketing at any time.")
    assert len(keys(f"{_TRAINED} You can opt out in your settings.")) == 2


def test_the_legal_ground_is_shown_beside_training_only() -> None:
    """Elsewhere a policy names it for everything it does."""
    assert _said("We rely on our legitimate interests.") == []
    assert [kind for kind, _ in _said(f"{_TRAINED} We rely on our legitimate interests.")] == ["training", "basis"]


def test_a_long_list_in_one_sentence_is_read_part_by_part() -> None:
    """Else every change of another part would be one on training; what forbids its beginning forbids all."""
    filler = "; ".join(f"you take part in the programme number {number} of our partners" for number in range(6))
    (found,) = read(f"We use it so that {filler}; we use your posts to train our AI models; and so on.").passages
    assert found.sentence.text == "we use your posts to train our AI models;"
    (ruled,) = read(f"You must not see to it that {filler}; anybody trains AI models on our data; and so on.").passages
    assert ruled.sentence.forbids


def test_whom_and_what_a_policy_names() -> None:
    """Mail addresses, and links that lead to a form or a setting by their label or their path; no other link."""
    text = (
        "Write to [us](mailto:privacy@acme.example?subject=AI) or dpo@acme.example. See the "
        "[news](https://acme.example/n), the [objection form](https://acme.example/f_(1)) and https://acme.example/privacy-settings."
    )
    assert addresses(text) == (
        Address("privacy@acme.example", "us"),
        Address("https://acme.example/f_(1)", "objection form"),
        Address("dpo@acme.example"),
        Address("https://acme.example/privacy-settings"),
    )


@pytest.mark.parametrize(
    ("text", "failed"),
    [
        ("", True),
        ("Access denied. You do not have permission to view this page. " * 5, True),
        ("Please enable JavaScript and cookies to continue to the page that you asked us for. " * 3, True),
        ("This policy tells what we do with what you give us, and with whom we share it. " * 5, False),
        ("We train our staff. If a page is not found, tell us. " * 80, False),
    ],
)
def test_what_the_archive_could_not_read_is_no_policy(text: str, failed: bool) -> None:
    """An error, a question whether somebody is human, next to nothing; a long text is a policy whatever it says."""
    assert is_failed(text) is failed


@pytest.mark.slow
@pytest.mark.parametrize(
    "sign", ["[", "](", "[a](b ", "<", "*_", "a@", "www.a.b@c.", "| ", "https://", "object ", "improve the "]
)
def test_no_text_takes_for_ever(sign: str) -> None:
    """Four times the text takes about four times the work of the processor, whatever it repeats."""
    assert _taken(sign * 40_000) < 10 * _taken(sign * 10_000) + 0.05


def _taken(text: str) -> float:
    """Seconds of the processor."""
    start = process_time()
    read(text)
    return process_time() - start


@pytest.mark.parametrize(
    ("operator", "user"),
    [
        ("We do not use your posts to train our AI models.", "Do not use our posts to train AI models."),
        ("We may not use your posts to train AI models.", "You may not use our posts to train AI models."),
        ("We train AI on it as you may expect.", "You, your apps and your devices may not train AI models on it."),
        ("We improve our AI models with it.", "Using it to train AI models, except as permitted by us in writing."),
        ("Customer Data shall not be used to train AI models.", "Customers must not train AI models on our data."),
        ("We will not train AI models without your consent.", "Training AI models without our consent is a breach."),
        (
            "Wir verpflichten uns, Ihre Daten nicht für das Training der KI zu verwenden.",
            "Sie dürfen unsere Daten nicht für das Training der KI verwenden.",
        ),
        (
            "Nous ne pouvons pas utiliser vos données pour entraîner des modèles d'IA.",
            "Vous ne pouvez pas utiliser nos données pour entraîner des modèles d'IA.",
        ),
        ("No podemos usar sus datos para entrenar la IA.", "No puedes usar nuestros datos para entrenar la IA."),
        ("Não podemos usar os seus dados para treinar a IA.", "Você não pode usar os nossos dados para treinar a IA."),
        ("Non possiamo usare i tuoi dati per addestrare l'IA.", "Non puoi usare i nostri dati per addestrare l'IA."),
        ("Wij mogen uw data niet gebruiken om AI te trainen.", "U mag onze data niet gebruiken om AI te trainen."),
    ],
)
def test_who_may_not_decides(operator: str, user: str) -> None:
    """What an operator promises not to do counts; what it forbids its users does not."""
    assert [one.sentence.forbids for one in read(operator).passages] == [False]
    assert [one.sentence.forbids for one in read(user).passages] == [True]


@pytest.mark.parametrize(
    ("silent", "told"),
    [
        (
            "For more information on the data used to train our models, please see this article.",
            "For more information on how to opt out of training our models, please see this article.",
        ),
        (
            "If you would like to learn more about our training methods for models, please refer to this page.",
            "To learn more about us, note that we train our models on your posts. You can turn this off.",
        ),
        (
            "You may use the outputs for research and for training other models.",
            "You may use the settings to turn off the training of our models on your chats.",
        ),
        (
            "Input means what you provide, such as prompts, content or fine-tuning data, as a customer.",
            "We use your prompts and your content for fine-tuning.",
        ),
    ],
)
def test_where_to_read_more_and_what_users_may_do_is_no_news(silent: str, told: str) -> None:
    """Unless it says how to refuse, or what the operator does."""
    assert not keys(silent)
    assert keys(told)
