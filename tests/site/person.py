"""Somebody at a page, as tests of tasks have them: what their hand does is counted."""

from playwright.sync_api import Locator, Page

_AWAY = """one => {
  const box = one.getBoundingClientRect();
  const away = box.top < 0 ? -box.top : box.bottom > innerHeight ? box.bottom - innerHeight : 0;
  return away / innerHeight;
}"""


class Person:
    """A hand at a phone or at a keyboard.

    `taps` are fingers set down (a choice in a list of the phone takes two), `letters` those typed, `keys` all other
    keys, and `screens` is how far they had to scroll to what they wanted, in screens.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = self.letters = self.keys = 0
        self.screens = 0.0

    @property
    def effort(self) -> int:
        """All that the hand did."""
        return self.taps + self.letters + self.keys

    def tap(self, where: Locator) -> None:
        """Scroll there if it is not in sight, and tap it."""
        self.screens += where.evaluate(_AWAY)
        where.tap()
        self.taps += 1

    def choose(self, where: Locator, label: str) -> None:
        """Open a list of choices, and tap one of them."""
        self.screens += where.evaluate(_AWAY)
        where.select_option(label=label)
        self.taps += 2

    def type(self, text: str) -> None:
        """Type where the cursor is."""
        self.page.keyboard.type(text)
        self.letters += len(text)

    def press(self, key: str) -> None:
        """Press a key that is no letter."""
        self.page.keyboard.press(key)
        self.keys += 1

    def tab_to(self, where: Locator, most: int) -> int:
        """Press Tab until that has the focus; how often.

        Raises:
            AssertionError: it has not after `most` times.
        """
        passed = []
        for number in range(1, most + 1):
            self.press("Tab")
            if where.evaluate("one => one === document.activeElement"):
                return number
            passed.append(self.page.evaluate("document.activeElement.outerHTML.slice(0, 60)"))
        raise AssertionError(f"{where} has no focus after {most} tabs: {passed}")
