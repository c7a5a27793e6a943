"""Runs of `links` and `evidence` as functions: the network, the clock, the store and the progress are values."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from optout.catalog import Catalog
from optout.errors import NotFound
from optout.monitoring.links import Use, Verdict
from optout.monitoring.run import Kind, Options, Tools, open_store, run, selected
from optout.monitoring.workflows import EVIDENCE, LINKS, check_evidence, check_links
from optout.web.answer import Page, Response
from optout.web.blocked import Blocked
from tests.web.conftest import Time, time  # noqa: F401

_ENTRY = """\
{slug}:
  name: {slug}
  category: work
  training: opt-out
  summary: It trains on posts. [s]
  checked: 2026-11-21
  controls: [{{name: Form, form: "https://{slug}.example/form", evidence: [s]}}]
  sources: {{s: {{title: T, publisher: P, kind: official, url: "https://{slug}.example/help", quote: We train}}}}
"""
CATALOG = Catalog("".join(_ENTRY.format(slug=slug) for slug in ("alpha", "beta")).encode(), "c.yaml")


class _Network:
    """Answers every address, as `pages` say or with a page that has the quote; `asked` are those it was asked."""

    def __init__(self, **pages: Response) -> None:
        self.asked: list[str] = []
        self.pages = pages

    def fetch(self, address: str) -> Response:
        """Response one address."""
        self.asked.append(address)
        slug = address.removeprefix("https://").split(".")[0]
        page = Page("Help", "We train on posts.")
        return self.pages.get(slug, Response("", "", status=200, page=page))._replace(address=address, final=address)


def _tools(network: _Network, time: Time, steps: list[int] | None = None) -> Tools:  # noqa: F811
    @contextmanager
    def progress(length: int) -> Iterator[Callable[[int], None]]:
        yield (steps if steps is not None else []).append

    return Tools(network.fetch, lambda answer: answer, time.clock(), progress)


def test_links_without_a_command_line(tmp_path: Path, time: Time) -> None:  # noqa: F811
    """Every address has its verdict and when it was asked; the second run knows all of them."""
    network, steps = _Network(beta=Response("", "", status=404)), list[int]()
    store = open_store(LINKS, tmp_path / "links.jsonl")
    done = check_links(list(CATALOG), (), Options(), store, _tools(network, time, steps))
    assert [(one.link.address, one.verdict.state) for one in done.links] == [
        ("https://alpha.example/form", "alive"),
        ("https://alpha.example/help", "alive"),
        ("https://beta.example/form", "dead"),
        ("https://beta.example/help", "dead"),
    ]
    assert {one.at for one in done.links} == {"2026-11-22T12:00:00+00:00"}
    assert (done.run.asked, done.run.answered, done.run.left) == (4, 4, 0)
    assert steps == [1, 2, 3, 4]
    again = check_links(list(CATALOG), (), Options(), open_store(LINKS, store.path), _tools(network, time))
    assert (again.links, again.run.asked, len(network.asked)) == (done.links, 0, 4)


def test_evidence_without_a_command_line(tmp_path: Path, time: Time) -> None:  # noqa: F811
    """What became of each quote; what is read is asked again when its result has aged."""
    network = _Network(beta=Response("", "", status=200, page=Page("", "Nothing is said.")))
    store = open_store(EVIDENCE, tmp_path / "evidence.jsonl")
    for days in (0.5, 0.6, 0.7):
        done = check_evidence(list(CATALOG), (), Options(), store, _tools(network, time))
        time.passed += days * 86400
    found = {one.address: one.reading.quote("We train") for one in done.pages}
    assert [(address, verdict and verdict.state) for address, verdict in found.items()] == [
        ("https://alpha.example/help", "stands"),
        ("https://beta.example/help", "gone"),
    ]
    assert len(network.asked) == 4


@pytest.mark.parametrize("kind", [LINKS, EVIDENCE])
def test_what_is_known_to_be_blocked_is_not_asked(kind: Kind[object, object], tmp_path: Path, time: Time) -> None:  # noqa: F811
    """It is named with the reason, and was not asked at any time."""
    network = _Network()
    blocked = (Blocked("b.toml", "beta.example", "", "shows a captcha", date(2027, 1, 1)),)
    store = open_store(kind, tmp_path / "kept.jsonl")
    check = check_links if kind.name == "links" else check_evidence
    done = check(list(CATALOG), blocked, Options(), store, _tools(network, time)).run
    assert {address for address in network.asked if "beta" in address} == set()
    assert {result.at for address, result in done.results.items() if "beta" in address} == {""}


def test_an_interruption_keeps_what_was_found(tmp_path: Path, time: Time) -> None:  # noqa: F811
    """The run says how much is left, and the next one asks only that."""
    network = _Network()

    def stop(done: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    @contextmanager
    def progress(length: int) -> Iterator[Callable[[int], None]]:
        yield stop

    store = open_store(LINKS, tmp_path / "links.jsonl")
    options = Options(hosts=1)
    first = check_links(list(CATALOG), (), options, store, _tools(network, time)._replace(progress=progress))
    assert (len(first.links), first.run.left) == (1, 3)
    rest = check_links(list(CATALOG), (), options, open_store(LINKS, store.path), _tools(_Network(), time))
    assert (len(rest.links), rest.run.asked) == (4, 3)


def test_which_entries_are_meant() -> None:
    """Those named, or all; and of these only the ones on lines that have changed."""
    assert [one.slug for one in selected(CATALOG, ["Beta"], None)] == ["beta"]
    assert [one.slug for one in selected(CATALOG, [], lambda data: range(1, 5))] == ["alpha"]
    assert selected(CATALOG, ["beta"], lambda data: range(1, 5)) == []
    with pytest.raises(NotFound):
        selected(CATALOG, ["nobody"], None)


@pytest.mark.parametrize("error", [RecursionError(), MemoryError(), ValueError("odd")])
def test_a_page_that_breaks_its_judge_is_that_address_alone(error: Exception, tmp_path: Path, time: Time) -> None:  # noqa: F811
    """It is listed as not reachable with what happened; the others have their verdicts."""

    def judge(answer: Response, uses: object, before: object, now: object) -> Verdict:
        if "beta" in answer.address and not answer.failure:
            raise error
        return LINKS.judge(answer, (), None, time.start)

    kind = LINKS._replace(judge=judge)
    store = open_store(kind, tmp_path / "links.jsonl")
    subjects: dict[str, tuple[Use, ...]] = {"https://alpha.example/": (), "https://beta.example/": ()}
    found = run(kind, subjects, (), Options(), store, _tools(_Network(), time)).results
    assert found["https://alpha.example/"].value.state == "alive"
    assert found["https://beta.example/"].value.state == "unreachable"
    assert type(error).__name__ in found["https://beta.example/"].value.reason
