"""Firefox, driven by the protocol that browsers share: WebDriver BiDi, which is JSON over a websocket.

Playwright drives none but its own. https://www.w3.org/TR/webdriver-bidi/
"""

import json
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

# Nothing is asked of anybody but the pages that a test opens, and nothing pops up.
_SETTINGS = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.systemAddon.update.enabled": False,
    "extensions.update.enabled": False,
    "intl.locale.requested": "en-GB",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "services.settings.server": "data:,#",
    "toolkit.telemetry.enabled": False,
    "ui.prefersReducedMotion": 1,
}
_PATIENCE = 60.0  # seconds until something that never comes is a failure
_ENTER, _TAB = "\ue007", "\ue004"


class Firefox:
    """One tab; what a page logs as an error, or throws, is in `wrong`."""

    def __init__(self, line: ClientConnection) -> None:
        self._line = line
        self._number = 0
        self.wrong: list[str] = []
        self._ask("session.new", capabilities={})
        self._ask("session.subscribe", events=["log.entryAdded"])
        self._tab = self._ask("browsingContext.getTree")["contexts"][0]["context"]

    def _ask(self, method: str, **given: Any) -> dict[str, Any]:
        self._number += 1
        self._line.send(json.dumps({"id": self._number, "method": method, "params": given}))
        while True:
            answer = json.loads(self._line.recv(timeout=_PATIENCE))
            if answer.get("method") == "log.entryAdded" and answer["params"]["level"] == "error":
                self.wrong.append(answer["params"]["text"])
            if answer.get("id") == self._number:
                assert answer["type"] == "success", answer
                result: dict[str, Any] = answer["result"]
                return result

    def resize(self, width: int, height: int) -> None:
        """Give the tab that size."""
        self._ask("browsingContext.setViewport", context=self._tab, viewport={"width": width, "height": height})

    def open(self, address: str) -> None:
        """Go there, and wait until it is loaded."""
        self._ask("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def value(self, expression: str) -> Any:
        """What an expression is on the page, once it is, by way of JSON."""
        wrapped = f"(async () => JSON.stringify(await ({expression})) ?? 'null')()"
        answer = self._ask("script.evaluate", expression=wrapped, target={"context": self._tab}, awaitPromise=True)
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        return json.loads(answer["result"]["value"])

    def wait(self, expression: str) -> None:
        """Until that is true on the page.

        Raises:
            AssertionError: it does not become so.
        """
        until = time.monotonic() + _PATIENCE
        while not self._holds(expression):
            assert time.monotonic() < until, f"never: {expression}\n{self.value('document.body.innerText')}"
            time.sleep(0.05)

    def _holds(self, expression: str) -> bool:
        """Whether it is true; not so while a page comes in the place of another."""
        try:
            return bool(self.value(expression))
        except AssertionError:
            return False

    def click(self, selector: str) -> None:
        """Press with the mouse what is shown there, once it is."""
        found = f"document.querySelector({json.dumps(selector)})"
        self.wait(f"{found}?.checkVisibility({{visibilityProperty: true}}) ?? false")
        middle = (
            f"(() => {{ const one = {found}; one.scrollIntoView({{block: 'center', behavior: 'instant'}});"
            " const box = one.getBoundingClientRect();"
            " return [box.x + box.width / 2, box.y + box.height / 2].map(Math.floor); })()"
        )
        x, y = self.value(middle)
        moved = {"type": "pointerMove", "x": x, "y": y}
        pressed = [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        mouse = {"type": "pointer", "id": "mouse", "actions": [moved, *pressed]}
        self._ask("input.performActions", context=self._tab, actions=[mouse])

    def type(self, text: str) -> None:
        """Press keys, one after the other."""
        keys = [{"type": kind, "value": sign} for sign in text for kind in ("keyDown", "keyUp")]
        board = {"type": "key", "id": "board", "actions": keys}
        self._ask("input.performActions", context=self._tab, actions=[board])

    def enter(self) -> None:
        """Press Enter."""
        self.type(_ENTER)

    def tab(self) -> None:
        """Press Tab."""
        self.type(_TAB)


@contextmanager
def started(command: str, profile: Path) -> Iterator[Firefox]:
    """Firefox without a window, in a profile of its own."""
    profile.mkdir(parents=True)
    settings = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in _SETTINGS.items())
    (profile / "user.js").write_text("".join(settings), encoding="utf-8")
    log = profile / "log"
    flags = ["--headless", "--no-remote", "--remote-debugging-port=0", "--profile", str(profile)]
    with log.open("wb") as output, subprocess.Popen([command, *flags], stdout=output, stderr=output) as process:
        try:
            with connect(f"{_address(process, log)}/session", max_size=None) as line:
                yield Firefox(line)
        finally:
            process.terminate()
            try:
                process.wait(timeout=_PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()


def _address(process: "subprocess.Popen[bytes]", log: Path) -> str:
    """Where it listens, as it says once it does."""
    until = time.monotonic() + _PATIENCE
    while process.poll() is None and time.monotonic() < until:
        if found := re.search(
            r"WebDriver BiDi listening on (ws://\S+)", log.read_text(encoding="utf-8", errors="replace")
        ):
            return found[1]
        time.sleep(0.05)
    raise AssertionError(log.read_text(encoding="utf-8", errors="replace"))
