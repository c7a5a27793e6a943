"""Who is meant by a choice: by what a crawler fetches for, or by a name."""

import pytest

from optout.catalog import Catalog
from optout.errors import OptoutError
from optout.model import Crawler, Date, Platform, Source
from optout.robots.choice import Chosen, Robot, choose, find, is_token, robots, unfit
from tests.robots.test_servers import names


def _platform(*crawlers: Crawler) -> Platform:
    source = Source("list", "A list", "Somebody", "community", date=Date(2024, 5))
    return Platform(
        "acme-bots", "Acme crawlers", "crawler", "opt-out", "S.", Date(2026), (source,), "Acme", crawlers=crawlers
    )


_KNOWN = robots(
    [
        _platform(
            Crawler("TrainBot", "Trains. [list]", ("training",)),
            Crawler("SeekBot", "Searches.", ("search",), since=Date(2023, 1, 2)),
            Crawler("BothBot", "Does both.", ("training", "search")),
            Crawler("AskBot", "Fetches what somebody asks for.", ("user",)),
            Crawler("GoneBot", "Trained.", ("training",), "ended"),
            Crawler("RiddleBot", "Nobody says."),
        )
    ]
)


def _tokens(chosen: Chosen) -> set[str]:
    return {one.token for one in chosen.blocked}


def test_training_alone_leaves_search_and_people_s_questions() -> None:
    """Whoever fetches for both is left alone and named; who is gone, or nobody knows what for, is not named at all."""
    chosen = choose(_KNOWN, ("training",), ())
    assert _tokens(chosen) == {"TrainBot"}
    assert [one.token for one in chosen.searching] == ["BothBot"]


def test_all_are_all_but_the_robots_of_searches_that_also_train() -> None:
    """Also those that are gone and those that nobody can place."""
    assert _tokens(choose(_KNOWN, ("all",), ())) == {"TrainBot", "SeekBot", "AskBot", "GoneBot", "RiddleBot"}


def test_purposes_and_names_add_up_and_what_is_allowed_is_let_through() -> None:
    """By a crawler's name in any capitals, its entry's, or its company's."""
    assert _tokens(choose(_KNOWN, ("user", "bothbot"), ())) == {"AskBot", "BothBot"}
    assert _tokens(choose(_KNOWN, ("training", "user"), ("ASKBOT",))) == {"TrainBot"}
    for name in ("acme-bots", "Acme crawlers", "acme"):
        assert _tokens(choose(_KNOWN, ("all",), (name,))) == set()


@pytest.mark.parametrize("name", ["TrainBto", "", "xyzzy"])
def test_a_name_that_is_nobody_s_is_no_choice(name: str) -> None:
    """The sentence says what is near, or what else to type."""
    with pytest.raises(OptoutError, match=r"TrainBot\?|such as GPTBot|--block all"):
        find(_KNOWN, name)


def test_since_when_it_is_known_comes_from_the_crawler_or_else_its_oldest_source() -> None:
    """A purpose that rests on nothing with a date is as old as nobody knows."""
    since = {one.token: one.since for one in _KNOWN}
    assert since["SeekBot"] == Date(2023, 1, 2)
    assert since["TrainBot"] == Date(2024, 5)
    assert since["AskBot"] is None


@pytest.mark.parametrize(
    "token",
    ["A\nDisallow:", "A\rB", "ＧＰＴＢｏｔ", "A\u202eB", "A\u2028B", '"A', "A;B", "A{B", "$A", "A#B", "A:B", "*", "",
     " A", "A ", "A  B", "A\\", "A*", "A|B", "(A", "A-", "А"],
)  # fmt: skip
def test_a_name_that_means_more_than_itself_is_no_name(token: str) -> None:
    """It is left out of every file, and told."""
    platform = _platform(Crawler(token, "P."), Crawler("FineBot", "P."))
    assert not is_token(token)
    assert [one.token for one in robots([platform])] == ["FineBot"]
    assert unfit([platform]) == (token,)


@pytest.fixture(scope="module")
def known(packaged: Catalog) -> tuple[Robot, ...]:
    """The crawlers of the packaged catalog."""
    from optout.robots.choice import entries

    return robots(entries(packaged))


@pytest.mark.slow
def test_the_catalog_has_every_name_of_the_list(known: tuple[Robot, ...]) -> None:
    """All are blocked by "all", each with the day on which it came into the list; undocumented ones are marked."""
    listed = set(names("listed.txt"))
    blocked = {one.token: one for one in choose(known, ("all",), ()).blocked}
    assert listed <= set(blocked)
    assert len(listed) == 166
    assert all(blocked[name].crawler.since for name in listed)
    assert {"documented", "listed", "renamed", "ended"} == {blocked[name].crawler.known for name in listed}


@pytest.mark.slow
def test_by_default_no_search_and_no_assistant_is_blocked(known: tuple[Robot, ...]) -> None:
    """The names that people know."""
    blocked = _tokens(choose(known, ("training",), ()))
    assert {"GPTBot", "ClaudeBot", "CCBot", "Google-Extended", "Applebot-Extended", "meta-externalagent"} <= blocked
    assert not blocked & {"OAI-SearchBot", "ChatGPT-User", "Applebot", "bingbot", "PerplexityBot", "DuckAssistBot"}
