"""Pages without a network: what is on the list is at hand, and says of which day it is."""

import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.host import address, serve, stop

_KEPT = """async () => {
  const all = await Promise.all((await caches.keys()).map(async name => (await caches.open(name)).keys()));
  return all.flat().some(one => one.url.includes('platforms/wall.html'));
}"""
# The browser looks for another worker, and that has taken over; or it had before.
_UPDATED = """async () => {
  const taken = new Promise(done => navigator.serviceWorker.addEventListener('controllerchange', done, {once: true}));
  await (await navigator.serviceWorker.getRegistration()).update();
  await Promise.race([taken, new Promise(done => setTimeout(done, 3000))]);
}"""
_STORED = re.compile(r"There is no network: this is as it was on \d+ \w+ \d{4}, and may have changed since\.")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a profile of its own, whose worker and list go with it."""
    context = browser.new_context()
    context.set_default_timeout(5000)
    yield context.new_page()
    context.close()


def _list(page: Page, *slugs: str) -> None:
    """Put platforms on the list of My list, which is open, and wait until their guides are kept."""
    listed = {slug: {"added": "2026-01-01"} for slug in slugs}
    page.evaluate("text => localStorage['optout.list.1'] = text", json.dumps({"version": 1, "platforms": listed}))
    page.reload()
    _until(page, _KEPT)


def _until(page: Page, holds: str) -> None:
    for _ in range(50):
        if page.evaluate(holds):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never: {holds}")


def test_what_is_on_the_list_is_there_without_a_network(page: Page, example_site: Path) -> None:
    """My list, going through it, and its guides say of which day they are; with a network again they do not."""
    server = serve(example_site)
    root = address(server)
    page.goto(f"{root}/my-list.html")
    _list(page, "acme", "wall")
    stop(server)
    page.goto(f"{root}/my-list.html")
    expect(page.locator(".stored")).to_have_text(_STORED)
    page.click("[data-start]")
    expect(page.locator("[data-short] .steps")).to_be_visible()
    expect(page.locator("[data-notice]")).to_have_text(_STORED)
    page.goto(f"{root}/platforms/acme.html")
    expect(page.locator(".stored")).to_have_text(_STORED)
    server = serve(example_site, int(root.rpartition(":")[2]))
    page.goto(f"{root}/platforms/acme.html")
    expect(page.locator("h1")).to_have_text("Acme")
    expect(page.locator(".stored")).to_have_count(0)
    stop(server)


def test_a_page_that_was_never_looked_at_says_so_without_a_network(page: Page, example_site: Path) -> None:
    """In the place of the browser's own dead end, with a way to what is there."""
    server = serve(example_site)
    root = address(server)
    page.goto(f"{root}/my-list.html")
    _list(page, "wall")
    stop(server)
    page.goto(f"{root}/overview.html")
    expect(page.get_by_role("heading")).to_have_text("There is no network")
    page.get_by_role("link", name="My list").click()
    expect(page.locator(".names")).to_have_text(["壁 Wall"])


def test_a_site_that_is_published_anew_takes_nothing_away(page: Page, example_site: Path, tmp_path: Path) -> None:
    """Its worker comes with any page; what an older one kept stays until My list has filled the new store."""
    site = tmp_path / "site"
    shutil.copytree(example_site, site)
    server = serve(site)
    root = address(server)
    page.set_default_timeout(20_000)
    page.goto(f"{root}/my-list.html")
    _list(page, "acme", "wall")
    worker = (site / "worker.js").read_text()
    for number in range(1, 4):
        (site / "worker.js").write_text(re.sub(r'"store":"\w{8}"', f'"store":"anew000{number}"', worker))
        os.utime(site / "worker.js", (0, 2e9 + number))  # the host tells one file from another by whole seconds
        page.goto(f"{root}/platforms/acme.html")
        page.evaluate(_UPDATED)
        page.reload()
        _until(page, f"caches.has('/anew000{number}')")
    assert page.evaluate("caches.keys()")[0] == _store(worker)
    stop(server)
    for path in ("my-list.html", "platforms/wall.html", "platforms/acme.html"):
        page.goto(f"{root}/{path}")
        expect(page.locator(".stored")).to_have_text(_STORED)
    server = serve(site, int(root.rpartition(":")[2]))
    page.goto(f"{root}/my-list.html")
    _until(page, "caches.keys().then(names => names.join() === '/anew0003')")
    assert page.evaluate(_KEPT)
    stop(server)


def _store(worker: str) -> str:
    found = re.search(r'"store":"(\w{8})"', worker)
    assert found
    return f"/{found[1]}"


def test_a_worker_is_another_one_once_anything_is_another(
    in_a_folder: dict[str, str], published: dict[str, str]
) -> None:
    """By its store, so that no page of one build meets a script of another."""
    stores = [re.search(r'"store":"(\w{8})"', files["worker.js"]) for files in (in_a_folder, published)]
    assert all(stores)
    manifest = json.loads(published["manifest.webmanifest"])
    assert manifest["start_url"] in published
    assert manifest["icons"][0]["src"] in published
    assert "manifest-src 'self'" in published["my-list.html"]
    assert "connect-src 'self'" in published["_headers"]
