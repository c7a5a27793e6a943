"""Pages without a network: what is on the list is at hand, and says of which day it is."""

import json
import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.site.host import serve, stop

_KEPT = """async () => {
  const all = await Promise.all((await caches.keys()).map(async name => (await caches.open(name)).keys()));
  return all.flat().some(one => one.url.includes('platforms/wall.html'));
}"""
_STORED = re.compile(r"There is no network: this is as it was on \d+ \w+ \d{4}, and may have changed since\.")


def test_what_is_on_the_list_is_there_without_a_network(browser: Browser, example_site: Path) -> None:
    """My list, going through it, and its guides say of which day they are; with a network again they do not."""
    server = serve(example_site)
    root = f"http://127.0.0.1:{server.server_port}"
    context = browser.new_context()
    context.set_default_timeout(5000)
    page = context.new_page()
    page.goto(f"{root}/my-list.html")
    listed = {slug: {"added": "2026-01-01"} for slug in ("acme", "wall")}
    page.evaluate("text => localStorage['optout.list.1'] = text", json.dumps({"version": 1, "platforms": listed}))
    page.reload()
    for _ in range(50):
        if page.evaluate(_KEPT):
            break
        page.wait_for_timeout(100)
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
    context.close()
    stop(server)


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
