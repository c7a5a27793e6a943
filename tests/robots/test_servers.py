"""What is written for a server means to it what it says: asked with every name of the catalog and of the list."""

from pathlib import Path

import pytest

from optout.catalog import Catalog
from optout.messages import language
from optout.render.robots import FORMS, block, is_word
from optout.robots import choice
from tests.conftest import CASES
from tests.robots.servers import SERVERS, ask, serving


def names(file: str) -> list[str]:
    """The lines of a case without its comments."""
    lines = (CASES / "robots" / file).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


@pytest.mark.slow
@pytest.mark.parametrize("server", SERVERS)
def test_a_server_turns_away_whom_the_block_names_and_nobody_else(
    server: str, packaged: Catalog, tmp_path: Path
) -> None:
    """Every name of ai.robots.txt, in other capitals too unless it is a word of others, and each documented agent; none
    of them from robots.txt, and no browser, no program of a person's, no other search engine.
    """
    known = choice.robots(choice.entries(packaged))
    chosen = choice.choose(known, ("all",), ())
    text = block(FORMS[server], chosen, (), "", language("en"))
    listed = names("listed.txt")
    written = [*listed, *(name.swapcase() for name in listed if not is_word(name))]
    agents = [f"Mozilla/5.0 (compatible; {name}/1.0; +https://example.org/bot)" for name in written]
    agents += [one.crawler.agent for one in chosen.blocked if _says_its_name(one)]
    people = names("people.txt")
    with serving(server, text, tmp_path) as port:
        away = ask(port, [("/", agent) for agent in agents])
        told = ask(port, [("/robots.txt", agent) for agent in agents[:20]])
        let_in = ask(port, [("/", agent) for agent in people])
    assert [agent for agent, status in zip(agents, away, strict=True) if status != 403] == []
    assert set(told) == {200}
    assert [agent for agent, status in zip(people, let_in, strict=True) if status != 200] == []


def _says_its_name(robot: choice.Robot) -> bool:
    """Some come with the user agent of a browser, and no list of names reaches these."""
    return robot.token.lower() in robot.crawler.agent.lower()
